import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { mulberry32, syntheticTrade } from "../../bench/market/synthetic.ts";
import { arrange, takeNetwork, takeTerms } from "../../src/market/arranged.ts";
import { columnsOf } from "../../src/market/columns.ts";
import { createFactor } from "../../src/market/factor.ts";
import { kernelBytes } from "../../src/market/kernels.wasm.ts";
import type { Network, Terms } from "../../src/market/problem.ts";
import { createResponse } from "../../src/market/response.ts";
import { analyse } from "../../src/market/symbolic.ts";
import { plainFactorise, plainProjection, plainResponse, plainSlope, plainSolve } from "./plain-kernels.ts";
import { randomMonth } from "./random-month.ts";

const bytes = Uint8Array.from(Buffer.from(kernelBytes.replaceAll("\n", "").replaceAll(" ", ""), "hex"));

describe("the compiled kernels", () => {
  test("are what assembly/ compiles to; if not: npm run wasm", async () => {
    const script = await import(new URL("../../scripts/wasm.mjs", import.meta.url).href);
    expect(readFileSync("src/market/kernels.wasm.ts", "utf8")).toBe(await script.kernelText());
  }, 60_000);

  test("need nothing from outside and fit the 4 kB that pages may compile while they wait", () => {
    expect(bytes.length).toBeLessThan(4096);
    expect(WebAssembly.Module.imports(new WebAssembly.Module(bytes))).toEqual([]);
  });
});

const { network, baseline } = syntheticTrade(25, 3);
const trade = { network, terms: baseline };

/** networks of few and many markets, recipes and trade, with an odd and an even number of everything */
const months: readonly { network: Network; terms: Terms }[] = [
  ...Array.from({ length: 30 }, (_, i) =>
    randomMonth({ seed: i + 1, markets: 1 + i, activities: 20 + 7 * i, decades: 1 + (i % 4), anchored: i % 2 === 0 }),
  ),
  trade,
];

describe("assembling, factorising and solving", () => {
  test("give the plain definition's numbers to the last bit, whatever is free", () => {
    let raisedAny = false;
    months.forEach(({ network }, seed) => {
      const columns = columnsOf(network);
      const symbolic = analyse(columns);
      const random = mulberry32(seed);
      const factor = createFactor(symbolic);
      // all, half of them, and only what goes between markets, so that nothing pins their prices down
      for (const isFree of [() => true, () => random() < 0.5, (a: number) => a >= columns.singles]) {
        const expected = new Float64Array(symbolic.valueCount);
        let count = 0;
        for (let a = 0; a < columns.activities; a++) {
          if (!isFree(a)) continue;
          const weight = 10 ** (4 * random());
          factor.counted[count] = a;
          factor.weight[count++] = weight;
          const size = columns.columnStart[a + 1]! - columns.columnStart[a]!;
          const sign = (i: number) => (i === 0 ? 1 : -1);
          let pair = symbolic.pairStart[a]!;
          for (let i = 0; i < size; i++)
            for (let j = 0; j <= i; j++) {
              factor.pairProduct[pair] = sign(i) * sign(j);
              expected[symbolic.pairTarget[pair++]!]! += weight * sign(i) * sign(j);
            }
        }
        factor.assemble(count);
        expect(factor.values).toEqual(expected);
        for (const index of symbolic.diagonalAt) if (factor.values[index] === 0) factor.values[index] = 1;
        const values = factor.values.slice();
        const inverse = new Float64Array(symbolic.diagonalAt.length);
        const raised = plainFactorise(symbolic, values, inverse, 1e-6);
        raisedAny ||= raised;
        expect(factor.factorise(1e-6)).toBe(raised);
        expect(lower(symbolic, factor.values)).toEqual(lower(symbolic, values));
        for (const place of symbolic.placeOf) factor.side[place] = random() - 0.5;
        const b = factor.side.slice();
        plainSolve(symbolic, values, inverse, b);
        factor.solve();
        expect(factor.side).toEqual(b);
        factor.side.fill(0);
      }
    });
    expect(raisedAny).toBe(true);
  });
});

/** what is not above the diagonal */
function lower({ rowStart, row, panels }: ReturnType<typeof analyse>, values: Float64Array): number[] {
  const found: number[] = [];
  for (let p = 0; p < panels; p++)
    for (let r = rowStart[p]!; r < rowStart[p + 1]!; r++)
      for (let k = 0; k < 4; k++) if (row[r]! >= 4 * p + k) found.push(values[4 * r + k]!);
  return found;
}

function arrangedOf({ network, terms }: { network: Network; terms: Terms }) {
  const arranged = arrange(columnsOf(network));
  takeNetwork(arranged, network);
  takeTerms(arranged, terms);
  const response = createResponse(arranged);
  response.prepare();
  return { arranged, response };
}

describe("responding", () => {
  test("gives the plain definition's numbers to the last bit, at low and at high prices", () => {
    months.forEach((month, seed) => {
      const { arranged, response } = arrangedOf(month);
      const random = mulberry32(seed);
      for (const factor of [0, 0.3, 1, 3]) {
        month.network.typicalPriceUsdPerTonne.forEach((price, m) => {
          response.prices[m] = factor * price * (0.5 + random());
        });
        const { wanted, level, balance, free } = plainResponse(arranged, response.prices);
        response.respond();
        expect(response.wanted).toEqual(wanted);
        expect(response.level).toEqual(level);
        expect(response.balance).toEqual(balance);
        expect([...response.free.subarray(0, response.freeCount())]).toEqual(free);
      }
    });
  });

  test("lets a price that is no number show in levels and balance, so that nothing takes it for an answer", () => {
    const { response } = arrangedOf(months[5]!);
    response.prices.set(months[5]!.network.typicalPriceUsdPerTonne);
    response.prices[0] = Number.NaN;
    expect(response.respond()).toBeNaN();
    expect(response.offShare()).toBeNaN();
    expect(response.worstMarket()).toBe(0);
    expect(response.level.some(Number.isNaN)).toBe(true);
    expect(response.balance[0]).toBeNaN();
    expect(response.weigh()).toBeNaN();
  });
});

describe("looking along a ray", () => {
  test("gives the plain definition's gains and paces to the last bit", () => {
    months.forEach((month, seed) => {
      const { arranged } = arrangedOf(month);
      const { direction, gain, pace } = arranged.ray;
      const random = mulberry32(seed);
      for (const spread of [0, 1]) {
        direction.forEach((_, m) => {
          direction[m] = 100 + spread * random(); // all prices alike: what a shipment gains cancels
        });
        const plain = plainProjection(arranged, direction);
        arranged.kernels.project(arranged.singles, arranged.pairs, arranged.activities);
        expect(gain).toEqual(plain.gain);
        expect(pace).toEqual(plain.pace);
      }
    });
  });

  test("gives the slope and its derivative anywhere beyond the ends looked at and between them", () => {
    months.forEach((month, seed) => {
      const { arranged, response } = arrangedOf(month);
      const { kernels, ray, activities } = arranged;
      const random = mulberry32(seed);
      response.prices.set(month.network.typicalPriceUsdPerTonne);
      response.respond();
      ray.startLevel.set(response.level);
      ray.startWanted.set(response.wanted);
      month.network.typicalPriceUsdPerTonne.forEach((price, m) => {
        ray.direction[m] = price * (random() - 0.5);
      });
      kernels.project(arranged.singles, arranged.pairs, activities);
      const atZero = plainSlope(arranged, 0);
      const isThere = (found: number, t: number) => {
        const { slope, bend, size } = plainSlope(arranged, t);
        expect(Math.abs(found - slope)).toBeLessThanOrEqual(1e-12 * (size + atZero.size));
        expect(Math.abs(kernels.bendThere() - bend)).toBeLessThanOrEqual(-1e-12 * bend);
      };
      isThere(kernels.slopeBeyond(activities, atZero.slope, 0, 0.1), 0.1);
      isThere(kernels.slopeBeyond(activities, atZero.slope, 0.1, 2), 2);
      for (const t of [0.1, 0.3, 1, 1.9]) isThere(kernels.slopeBetween(t), t);
    });
  });
});
