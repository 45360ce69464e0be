import { describe, expect, test } from "vitest";
import { certify, rents } from "../../src/market/certify.ts";
import { createClearer } from "../../src/market/clear.ts";
import { type Line, small } from "../market/small.ts";
import { readDoc, tableUnder } from "./markdown.ts";

const heading = "## Three markets by hand";
const rows = tableUnder("docs/model.md", heading);

/** The table's numbers are written with the minus sign of print and ∞ for no bound. */
function numberOf(text: string): number {
  const value = text.includes("∞") ? Number.POSITIVE_INFINITY : Number(text.replace("−", "-"));
  if (Number.isNaN(value)) throw new Error(`docs/model.md: got "${text}", expected a number`);
  return value;
}

/** `C + P → J` as coefficients: −1 for what stands before the arrow, 1 for what stands after it. */
function entriesOf(flow: string): Record<string, number> {
  const [uses, makes] = flow.split("→").map((side) => side.split("+").map((name) => name.trim()));
  const entry = (sign: number) => (name: string) => [name, sign] as const;
  return Object.fromEntries([...uses!.map(entry(-1)), ...makes!.map(entry(1))].filter(([name]) => name !== ""));
}

const lines = rows.map((row): Line => {
  const [lower, upper] = row.bounds!.split("…").map((bound) => numberOf(bound.trim()));
  return {
    name: row.activity!,
    entries: entriesOf(row["uses → makes"]!),
    reference: numberOf(row["x̂"]!),
    cost: numberOf(row.c!),
    slope: numberOf(row.q!),
    lower: lower!,
    upper: upper!,
  };
});

function clear(changed: readonly Line[]) {
  const { network, terms } = small(changed);
  const clearing = createClearer(network).clear(terms);
  const rent = rents(network, terms, clearing);
  const byName = (names: readonly string[], values: Float64Array) =>
    Object.fromEntries(names.map((name, i) => [name, values[i]!]));
  return {
    price: byName(network.marketNames, clearing.priceUsdPerTonne),
    level: byName(network.activityNames, clearing.level),
    rent: byName(network.activityNames, rent),
    certificate: certify(network, terms, clearing),
  };
}

describe("the three markets of docs/model.md", () => {
  test("are written as a table of five activities", () => {
    expect(rows.map((row) => row.activity)).toEqual(["mine", "use in China", "ship", "use in Japan", "permits"]);
  });

  test("stand still at 200 and 220, with permits for nothing", () => {
    const { price, level } = clear(lines);
    expect(level).toEqual(Object.fromEntries(lines.map(({ name, reference }) => [name, reference])));
    expect(price.C).toBeCloseTo(200, 9);
    expect(price.J).toBeCloseTo(220, 9);
    expect(price.P).toBeCloseTo(0, 9);
  });

  test("clear at 620 outside, 120 inside and a rent of 500 under a quota of 20", () => {
    const quota = lines.map((line) => (line.name === "permits" ? { ...line, reference: 20, upper: 20 } : line));
    const { price, level, rent, certificate } = clear(quota);
    expect(price.J).toBeCloseTo(620, 6);
    expect(price.C).toBeCloseTo(120, 6);
    expect(price.P).toBeCloseTo(500, 6);
    expect(rent.permits).toBeCloseTo(500, 6);
    expect(level.mine).toBeCloseTo(80, 9);
    expect(level["use in China"]).toBeCloseTo(60, 9);
    expect(level.ship).toBeCloseTo(20, 9);
    expect(level["use in Japan"]).toBeCloseTo(20, 9);
    expect(certificate.dualityGapShare).toBeLessThanOrEqual(1e-9);
  });

  test("the text prints the numbers that were computed", () => {
    const text = readDoc("docs/model.md");
    const example = text.slice(text.indexOf(heading), text.indexOf("## Kinds of activity"));
    for (const number of ["**620**", "**120**", "**500**"]) expect(example).toContain(number);
  });
});
