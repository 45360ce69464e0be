import { describe, expect, it } from "vitest";
import { closest, editDistance } from "../../src/dataset/suggest.ts";
import { problemsOf } from "./fixture.ts";

const ban = { kind: "export-ban", materials: ["oxide"], origins: ["AAA"] };

describe("names", () => {
  it("counts edits", () => {
    expect(editDistance("dysprosum", "dysprosium")).toBe(1);
    expect(editDistance("", "abc")).toBe(3);
    expect(editDistance("kitten", "sitting")).toBe(3);
  });

  it("suggests the nearest name or none", () => {
    expect(closest("dysprosum", ["terbium", "dysprosium"])[0]).toBe("dysprosium");
    expect(closest("jpn", ["JPN", "USA"])[0]).toBe("JPN");
    expect(closest("helium", ["dysprosium", "ore"])[0]).toBeUndefined();
  });

  it("reports every unknown name of every policy at its path", () => {
    const found = problemsOf({
      one: { ...ban, materials: ["dysprosum"], stages: ["separatoin"], origins: ["AAA", "AAB"] },
      two: { ...ban, destinations: ["XYZ"] },
    });
    expect(found).toEqual([
      'one.materials.0: unknown material "dysprosum"; did you mean "dysprosium"?',
      'one.stages.0: unknown stage "separatoin"; did you mean "separation"?',
      'one.origins.1: unknown country or bloc "AAB"; did you mean "AAA"?',
      'two.destinations.0: unknown country or bloc "XYZ"; known: AAA, BBB, CCC, WLD, PAIR',
    ]);
  });

  it("reports a control on what nobody ships", () => {
    expect(problemsOf({ ban: { ...ban, origins: ["CCC"] } })).toEqual([
      "ban.materials: nobody ships oxide from CCC to WLD; check origins, destinations and stages",
    ]);
    expect(problemsOf({ ban: { ...ban, stages: ["mining"] } })[0]).toContain("no commodity of oxide at stage mining");
  });
});
