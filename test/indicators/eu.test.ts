import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../src/dataset/index.ts";
import {
  type EuSupplyRiskInput,
  euEconomicImportance,
  euSupplyRisk,
  euSupplyRiskOfStages,
} from "../../src/indicators/index.ts";

const table = readCsv("eu-2017.csv", readFileSync(join(import.meta.dirname, "published/eu-2017.csv"), "utf8")).records;
const header = table[0]!.fields;
const published = table.slice(1).map(({ fields }) => {
  const cell = (name: string) => fields[header.indexOf(name)]!;
  const number = (name: string) => (cell(name) === "" ? null : Number(cell(name)));
  return { material: cell("material"), supplyRisk: number("SR_pub")!, cell, number };
});

/** The published case with its inputs moved by up to half of what they were rounded to. */
function moved({ cell, number }: (typeof published)[number], by: -1 | 0 | 1): EuSupplyRiskInput {
  const at = (name: string, half: number, most = Number.MAX_VALUE) => {
    const value = number(name);
    return value === null ? null : Math.min(most, Math.max(0, value + by * half));
  };
  // SR falls when recycling rises, so its rounding goes the other way
  const recycling = Math.min(100, Math.max(0, number("EoL_RIR_pct")! - by * 0.5)) / 100;
  const reliance = number("IR_pct");
  return {
    supplyData: cell("supply_data") as EuSupplyRiskInput["supplyData"],
    globalHhi: at("HHI_WGI_t_GS", 0.05),
    euHhi: at("HHI_WGI_t_EU", 0.05),
    importReliance: reliance === null ? null : reliance / 100,
    recyclingInputRate: recycling,
    substitutionIndex: at("SI_SR", 0.05, 1)!,
  };
}

describe("EU supply risk, 2017", () => {
  test.each(published)("$material: $supplyRisk as published, within the rounding of what went in", (row) => {
    expect(row.supplyRisk + 0.05).toBeGreaterThanOrEqual(euSupplyRisk(moved(row, -1)));
    expect(row.supplyRisk - 0.05).toBeLessThanOrEqual(euSupplyRisk(moved(row, 1)));
  });

  test("26 cases of all three kinds of supply data are held to", () => {
    expect(published).toHaveLength(26);
    expect(new Set(published.map((r) => r.cell("supply_data"))).size).toBe(3);
  });

  test("from the printed inputs as they are, 16 come out as printed (docs/indicators.md says so)", () => {
    const same = published.filter((row) => Math.abs(euSupplyRisk(moved(row, 0)) - row.supplyRisk) < 0.05 + 1e-9);
    expect(same).toHaveLength(16);
  });

  test("by hand, gallium: (3.5 × 0.17 + 1.1 × 0.83) × 1 × 1 = 0.595 + 0.913", () => {
    const gallium = published.find((r) => r.material === "Gallium")!;
    expect(euSupplyRisk(moved(gallium, 0))).toBeCloseTo(1.508, 12);
  });

  test("says what is missing", () => {
    const dysprosium = moved(published.find((r) => r.material === "Dysprosium")!, 0);
    expect(() => euSupplyRisk({ ...dysprosium, importReliance: null })).toThrow(
      "import reliance: got nothing, expected a number, since supply data is GS + EUS",
    );
    expect(() => euSupplyRisk({ ...dysprosium, recyclingInputRate: 8 })).toThrow(
      "got 8, expected a number from 0 to 1",
    );
  });

  test("more recycling never raises it, more import reliance moves it towards the world's concentration", () => {
    const base = moved(published.find((r) => r.material === "Cerium")!, 0);
    const share = fc.integer({ min: 0, max: 100 }).map((p) => p / 100);
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const recycled = (recyclingInputRate: number) => euSupplyRisk({ ...base, recyclingInputRate });
        expect(recycled(more)).toBeLessThanOrEqual(recycled(less));
        const importing = (importReliance: number) => euSupplyRisk({ ...base, importReliance });
        expect(importing(more)).toBeGreaterThanOrEqual(importing(less)); // the world's 9.2 is above the EU's 2.6
      }),
    );
  });

  test("the worse of two stages counts in 2023", () => {
    const stages = [
      { stage: "Extraction", supplyRisk: 1.2 },
      { stage: "Processing", supplyRisk: 3.9 },
    ];
    expect(euSupplyRiskOfStages(stages).stage).toBe("Processing");
  });
});

describe("EU economic importance", () => {
  test("by hand: (0.6 × 100,000 + 0.4 × 50,000) × 0.9 ÷ 200,000 × 10 = 3.6", () => {
    const uses = [
      { share: 0.6, valueAddedMillionEur: 100_000 },
      { share: 0.4, valueAddedMillionEur: 50_000 },
    ];
    expect(euEconomicImportance(uses, 0.9, 200_000)).toBeCloseTo(3.6, 12);
    expect(() => euEconomicImportance([...uses, uses[0]!], 0.9, 200_000)).toThrow("sum of the shares of use: got 1.6");
  });
});
