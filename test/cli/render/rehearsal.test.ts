import { describe, expect, test } from "vitest";
import { renderCompare, renderRehearsal } from "../../../src/cli/render/index.ts";
import type { Rehearsal } from "../../../src/simulation/result.ts";
import { sampleRehearsal } from "../../report/sample.ts";

const sample = sampleRehearsal();
const widest = (text: string) => Math.max(...text.split("\n").map((line) => [...line].length));

describe("a rehearsal on the terminal", () => {
  test.each([40, 56, 80, 120, 200])("fits %d columns", (width) => {
    expect(widest(renderRehearsal(sample, { width }))).toBeLessThanOrEqual(width);
  });

  test("has the answer, each country, prices, measures, assumptions and the certificate", () => {
    const text = renderRehearsal(sample);
    expect(text).toContain("In Japan, 10 of 15 end uses run short without the measures");
    expect(text).toMatch(/^Defence +785 +Apr 2025 +55 % → 55 % +57 → 40 +23 bn → 13 bn$/m);
    expect(text).toMatch(/^Dysprosium oxide +USD 235\/kg +0\.88× +2\.8× → 2\.8× +3\.1× → 3\.1×$/m);
    expect(text).toMatch(/^Dysprosium oxide +Nov 2025 +USD 200\/kg +USD 210\/kg +USD 855\/kg +10 t 10 %$/m);
    expect(text).toMatch(/^Offtake of Lynas.* 6\.3 bn +5\.4 bn +945 m +7\.9 bn +reported$/m);
    expect(text).toContain("3 figures of the dataset are assumed");
    expect(text).toContain("Certified: all 60 months");
  });

  test("colours only when asked", () => {
    expect(renderRehearsal(sample)).not.toContain("\u001b");
    expect(renderRehearsal(sample, { colour: true })).toContain("\u001b[1m");
  });

  test("a failed check is not hidden", () => {
    const broken = { ...sample, checks: { ...sample.checks, maxDualityGapShare: 1e-3 } };
    expect(renderRehearsal(broken)).toContain("NOT CERTIFIED");
  });

  test("without measures there are no arrows", () => {
    const text = renderRehearsal({ ...sample, withoutMeasures: null, measures: [] });
    expect(text).not.toContain("→");
    expect(text).not.toContain("What each measure is worth");
  });

  test("without controls there is no second price", () => {
    expect(renderRehearsal({ ...sample, tiers: [] })).not.toContain("Contract and outside price");
  });

  test("titles cannot move the cursor or paint", () => {
    const hostile: Rehearsal = {
      ...sample,
      title: "a\u001b[2J\u0007b\r\nc\u202e",
      measures: sample.measures.map((m) => ({ ...m, title: "x\u001b]0;y\u0007" })),
    };
    expect(renderRehearsal(hostile)).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
  });
});

describe("two rehearsals side by side", () => {
  const other: Rehearsal = {
    ...sample,
    title: "Nothing is done",
    summary: sample.summary.map((s) => ({ ...s, withMeasures: s.withoutMeasures })),
  };

  test.each([40, 80])("fits %d columns", (width) => {
    expect(widest(renderCompare(sample, other, { width }))).toBeLessThanOrEqual(width);
  });

  test("shows both, and what the second costs more", () => {
    const text = renderCompare(sample, other);
    expect(text).toContain("Japan: products not made USD 23 bn → USD 44 bn");
    expect(text).toMatch(/^Electric vehicles +26 % → 26 % +29 → 47 +13 bn → 25 bn +\+12 bn$/m);
  });

  test("uses that only one of them has are dashes on the other side", () => {
    expect(renderCompare(sample, { ...other, summary: [] })).toMatch(/^Defence +32 % → – +33 → – +749 m → – +–$/m);
  });
});
