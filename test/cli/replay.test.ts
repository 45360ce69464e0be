import { describe, expect, test } from "vitest";
import type { Replay } from "../../src/replay/index.ts";
import { monazite } from "./in-process.ts";

describe("monazite replay", () => {
  test("lists the episodes", async () => {
    const { code, stdout } = await monazite("replay");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^2025-rare-earths +Apr 2025/m);
  });

  test("prints an episode as JSON with every series the record is held against", async () => {
    const { code, stdout } = await monazite("replay", "2025-rare-earths", "--json", "--quiet");
    expect(code).toBe(0);
    const replay = JSON.parse(stdout) as Replay;
    expect(replay.episode).toBe("2025-rare-earths");
    const names = replay.series.map((s) => s.name);
    for (const name of [
      "magnet-exports",
      "magnet-exports:USA",
      "magnet-exports:JPN",
      "magnet-exports:DEU",
      "dysprosium-exports",
      "terbium-exports",
      "dysprosium-price-inside",
      "dysprosium-price-outside",
      "terbium-price-inside",
      "terbium-price-outside",
      "line-stopped:USA",
    ])
      expect(names).toContain(name);
    for (const { months, modelled, observed } of replay.series) {
      expect(months).toHaveLength(15);
      expect(modelled).toHaveLength(15);
      expect(observed).toHaveLength(15);
    }
  });

  test("fits the terminal and names what went in", async () => {
    const { stdout } = await monazite("replay", "2025-rare-earths", "--quiet");
    expect(stdout).toContain("what went in");
    expect(stdout).toContain("(withheld)");
    expect(stdout).toMatch(/^USA +May 2025 +Jun 2025 +withheld/m);
    expect(stdout).not.toContain("not known");
    // April: held by the assumed check, and by the given licences alone
    expect(stdout).toMatch(/^Apr 2025 +490 +2,967$/m);
    expect(Math.max(...stdout.split("\n").map((line) => [...line].length))).toBeLessThanOrEqual(80);
  });

  test("plays an episode by the rules of another scenario", async () => {
    const file = "scenarios/variants/2025-rare-earths/no-check.yaml";
    const { code, stdout } = await monazite("replay", "2025-rare-earths", "--scenario", file, "--json", "--quiet");
    expect(code).toBe(0);
    const replay = JSON.parse(stdout) as Replay;
    expect(replay.scenario).toBe("no-check");
    expect(replay.inputs.map((i) => i.id)).toEqual(["cn-2025-04-licences"]);
    // ordinary magnets, over half of the trade, are not held any more
    expect(replay.series[0]!.modelled[3]! / replay.series[0]!.modelled[0]!).toBeGreaterThan(0.5);
  });

  test("a scenario file that is not there is an error", async () => {
    const { code, stderr } = await monazite("replay", "2025-rare-earths", "--scenario", "no/such.yaml", "--quiet");
    expect(code).toBe(2);
    expect(stderr).toContain("no such file");
  });

  test("with draws every series has its band", async () => {
    const { code, stdout } = await monazite("replay", "2024-antimony", "--draws", "4", "--json", "--quiet");
    expect(code).toBe(0);
    const { series } = JSON.parse(stdout) as Replay;
    for (const { fan, months } of series) {
      expect(fan!.draws).toBe(4);
      expect(fan!.p05).toHaveLength(months.length);
    }
    const listed = (await monazite("replay")).stdout;
    expect(listed).toMatch(/^2023-gallium-germanium +Aug.2023 +China licenses gallium/m);
    expect(listed).toContain("Run one with: monazite replay 2010-senkaku");
    const text = await monazite("replay", "2024-antimony", "--draws", "4", "--quiet");
    expect(text.stdout).toContain("5 to 95 % of draws");
    expect((await monazite("replay", "2024-antimony", "--draws", "1")).code).toBe(2);
  });

  test("an unknown episode is an error with the nearest name", async () => {
    const { code, stderr } = await monazite("replay", "2025-rare-earth", "--quiet");
    expect(code).toBe(2);
    expect(stderr).toContain('unknown episode "2025-rare-earth"; did you mean "2025-rare-earths"?');
  });
});
