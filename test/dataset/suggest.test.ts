import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closest, didYouMean, editDistance, quote } from "../../src/dataset/index.ts";

/** The definition, letter by letter. */
function slowDistance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const same = a.at(-1) === b.at(-1) ? 0 : 1;
  const cut = (s: string, n = 1) => s.slice(0, s.length - n);
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(
    slowDistance(cut(a), b) + 1,
    slowDistance(a, cut(b)) + 1,
    slowDistance(cut(a), cut(b)) + same,
    swapped ? slowDistance(cut(a, 2), cut(b, 2)) + 1 : Number.POSITIVE_INFINITY,
  );
}

describe("suggestions", () => {
  it("find the nearest name", () => {
    expect(closest("dysprosum", ["terbium", "dysprosium"])).toEqual(["dysprosium"]);
    expect(closest("JNP", ["JPN", "CHN"])).toEqual(["JPN"]);
    expect(closest("zzzzzz", ["terbium", "dysprosium"])).toEqual([]);
    expect(didYouMean("dysprosum", ["dysprosium"])).toBe('did you mean "dysprosium"?');
    expect(didYouMean("zzzzzz", ["a", "b"])).toBe("use one of a, b");
    expect(
      didYouMean(
        "zzzzzz",
        Array.from({ length: 40 }, (_, i) => `name-${i}`),
      ),
    ).toContain("(40 in all)");
  });

  it("count edits as the definition does", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 });
    fc.assert(fc.property(word, word, (a, b) => editDistance(a, b) === slowDistance(a, b)));
  });

  it("show values with control characters visible and cut long ones", () => {
    expect(quote("a\nb")).toBe('"a\\nb"');
    expect(quote("x".repeat(500)).length).toBeLessThan(70);
  });
});
