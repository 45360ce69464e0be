import fc from "fast-check";
import { expect, test } from "vitest";
import { type GeoPolRiskColumns, geoPolRisk, geoPolRiskBatch } from "../../src/indicators/index.ts";

/** The definition, one importer and material at a time. */
function oneByOne(columns: GeoPolRiskColumns, m: number, country: number) {
  const { countries, production, instability } = columns;
  const world = [...production.subarray(m * countries, (m + 1) * countries)];
  const flows = [...columns.tonnes]
    .map((tonnes, i) => ({ tonnes, i }))
    .filter(({ i }) => columns.material[i] === m && columns.importer[i] === country)
    .map(({ tonnes, i }) => ({
      tonnes,
      valueThousandUsd: columns.valueThousandUsd[i]!,
      instability: instability[columns.exporter[i]!]!,
    }));
  return geoPolRisk({ production: world, domesticTonnes: world[country]!, flows });
}

const [COUNTRIES, MATERIALS] = [5, 3];
/** Zeros are frequent, so that nobody's production and imports of nothing come up. */
const amount = fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e9, noNaN: true }));
const flow = fc.record({
  material: fc.nat(MATERIALS - 1),
  exporter: fc.nat(COUNTRIES - 1),
  importer: fc.nat(COUNTRIES - 1),
  tonnes: amount,
  value: amount,
});

function columnsOf(
  flows: readonly { material: number; exporter: number; importer: number; tonnes: number; value: number }[],
  production: readonly number[],
  instability: readonly number[],
): GeoPolRiskColumns {
  return {
    countries: COUNTRIES,
    materials: MATERIALS,
    material: Int32Array.from(flows, (f) => f.material),
    exporter: Int32Array.from(flows, (f) => f.exporter),
    importer: Int32Array.from(flows, (f) => f.importer),
    tonnes: Float64Array.from(flows, (f) => f.tonnes),
    valueThousandUsd: Float64Array.from(flows, (f) => f.value),
    production: Float64Array.from(production),
    instability: Float64Array.from(instability),
  };
}

test("in batch as one by one, to the bit", () => {
  let compared = 0;
  fc.assert(
    fc.property(
      fc.array(flow, { maxLength: 40 }),
      fc.array(amount, { minLength: COUNTRIES * MATERIALS, maxLength: COUNTRIES * MATERIALS }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: COUNTRIES, maxLength: COUNTRIES }),
      (flows, production, instability) => {
        const columns = columnsOf(flows, production, instability);
        const batch = geoPolRiskBatch(columns);
        for (let m = 0; m < MATERIALS; m++)
          for (let country = 0; country < COUNTRIES; country++) {
            const slow = oneByOne(columns, m, country);
            const pair = m * COUNTRIES + country;
            expect(batch.importRisk[pair]).toBe(slow?.importRisk ?? Number.NaN);
            expect(batch.score[pair]).toBe(slow?.score ?? Number.NaN);
            expect(batch.value[pair]).toBe(slow?.value ?? Number.NaN);
            expect(batch.cf[pair]).toBe(slow?.cf ?? Number.NaN);
            if (slow) expect(batch.hhi[m]).toBe(slow.hhi);
            if (slow?.cf) compared++;
          }
      },
    ),
    { numRuns: 200 },
  );
  expect(compared).toBeGreaterThan(100);
});

test("what makes no sense is named", () => {
  const good = { material: 0, exporter: 1, importer: 0, tonnes: 1, value: 1 };
  const made = Array.from({ length: COUNTRIES * MATERIALS }, () => 1);
  const calm = [0, 0, 0, 0, 0];
  const fault = (change: object) => () => geoPolRiskBatch(columnsOf([{ ...good, ...change }], made, calm));
  expect(fault({})).not.toThrow();
  expect(fault({ tonnes: -1 })).toThrow("imported tonnes: got -1");
  expect(fault({ value: Number.NaN })).toThrow("value of imports: got NaN");
  expect(fault({ exporter: 9 })).toThrow("exporter: got 9, expected a number from 0 to 4");
  expect(() => geoPolRiskBatch(columnsOf([good], made, [0, 0, 7, 0, 0]))).toThrow("instability: got 7");
  expect(() => geoPolRiskBatch(columnsOf([good], made.slice(1), calm))).toThrow("expected materials × countries, 15");
});
