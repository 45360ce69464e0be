import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { geoPolRisk } from "../../src/indicators/index.ts";

interface Case {
  readonly production: Record<string, number>;
  readonly domestic: number;
  readonly trade: readonly { value_kusd: number; qty_t: number; wgi: number }[];
  readonly expected: Record<"HHI" | "numerator" | "totalTrade" | "WTA" | "score" | "price" | "CF", number>;
}
const [nickel] = JSON.parse(readFileSync(join(import.meta.dirname, "published/geopolrisk.json"), "utf8")) as readonly [
  Case,
];
const inputOf = ({ production, domestic, trade }: Case) => ({
  production: Object.values(production),
  domesticTonnes: domestic,
  flows: trade.map((t) => ({ tonnes: t.qty_t, valueThousandUsd: t.value_kusd, instability: t.wgi })),
});

describe("GeoPolRisk", () => {
  test("nickel for the United States, 2022, is the reference's to 1e-12", () => {
    const got = geoPolRisk(inputOf(nickel))!;
    const { expected } = nickel;
    const pairs: [number, number][] = [
      [got.hhi, expected.HHI],
      [got.numerator, expected.numerator],
      [got.totalTrade, expected.totalTrade],
      [got.importRisk, expected.WTA],
      [got.score, expected.score],
      [got.price!, expected.price],
      [got.cf!, expected.CF],
    ];
    for (const [mine, theirs] of pairs) expect(Math.abs(mine / theirs - 1)).toBeLessThan(1e-12);
  });

  test("by hand: 60/40 production, 8 t at 0.5 and 2 t at 0.25 for 30,000 USD, 10 t of its own", () => {
    // HHI 0.36 + 0.16; import risk (4 + 0.5) / 20; price 30 kUSD / 10 t
    const got = geoPolRisk({
      production: [60, 40],
      domesticTonnes: 10,
      flows: [
        { tonnes: 8, valueThousandUsd: 20, instability: 0.5 },
        { tonnes: 2, valueThousandUsd: 10, instability: 0.25 },
      ],
    })!;
    expect(got.hhi).toBeCloseTo(0.52, 12);
    expect(got.importRisk).toBeCloseTo(0.225, 12);
    expect(got.score).toBeCloseTo(0.117, 12);
    expect(got.value).toBeCloseTo(0.351, 12);
  });

  test("without imports there is no risk and no price; without any supply no figure", () => {
    expect(geoPolRisk({ production: [1], domesticTonnes: 5, flows: [] })).toMatchObject({
      score: 0,
      price: null,
      cf: null,
    });
    expect(geoPolRisk({ production: [1], domesticTonnes: 0, flows: [] })).toBeNull();
    expect(geoPolRisk({ production: [], domesticTonnes: 5, flows: [] })).toBeNull();
  });

  test("more of its own production never raises the score; the score stays between 0 and 1", () => {
    const input = inputOf(nickel);
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), (a, b) => {
        const at = (domesticTonnes: number) => geoPolRisk({ ...input, domesticTonnes })!.score;
        expect(at(Math.max(a, b))).toBeLessThanOrEqual(at(Math.min(a, b)));
        expect(at(a)).toBeGreaterThanOrEqual(0);
        expect(at(a)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
