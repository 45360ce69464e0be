import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockingCoalitions, membersOf, shapleyValue } from "../../src/planning/shapley.ts";

const game = (players: number, worth: (members: readonly number[]) => number) =>
  Array.from({ length: 2 ** players }, (_, s) => worth(membersOf(s, players)));
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const closeTo = (got: readonly number[], expected: readonly number[], digits = 9) => {
  expect(got).toHaveLength(expected.length);
  got.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, digits);
  });
};

describe("shapleyValue, by hand", () => {
  // two left gloves (0, 1) and a right one (2); a pair is worth 1. The right glove comes first in 1/3 of the orders and
  // then brings nothing; a left one brings 1 only right after the right one, first of the left: 1/6 of the orders
  const gloves = game(3, (s) => (s.includes(2) && s.length > 1 ? 1 : 0));

  test("glove game: 1/6, 1/6, 4/6", () => {
    closeTo(shapleyValue(gloves), [1 / 6, 1 / 6, 4 / 6]);
  });

  test("glove game: the value is blocked by each pair that could trade without the third, the core point is not", () => {
    closeTo(
      blockingCoalitions(gloves, shapleyValue(gloves)).map((b) => b.coalition),
      [0b101, 0b110],
    );
    closeTo(
      blockingCoalitions(gloves, shapleyValue(gloves)).map((b) => b.gain),
      [1 / 6, 1 / 6],
    );
    expect(blockingCoalitions(gloves, [0, 0, 1])).toEqual([]);
  });

  // S. C. Littlechild, G. Owen: A simple expression for the Shapley value in a special case. Management Science 20 (1973),
  // 370–372: a runway long enough for the largest user; each stretch is shared equally by those who need it
  test("airport game: runways of cost 1, 2 and 3 are shared 1/3, 5/6 and 11/6", () => {
    const runway = game(3, (s) => -Math.max(0, ...s.map((i) => i + 1)));
    closeTo(shapleyValue(runway), [-1 / 3, -5 / 6, -11 / 6]);
    expect(blockingCoalitions(runway, shapleyValue(runway))).toEqual([]); // convex games have the value in the core
  });

  test("airport game of eight: the closed form", () => {
    const costs = [3, 4, 8, 9, 15, 16, 23, 42];
    const runway = game(8, (s) => -Math.max(0, ...s.map((i) => costs[i]!)));
    let share = 0;
    closeTo(
      shapleyValue(runway),
      costs.map((cost, i) => {
        share += (cost - (costs[i - 1] ?? 0)) / (8 - i);
        return -share;
      }),
    );
  });
});

const games = fc
  .integer({ min: 1, max: 8 })
  .chain((players) =>
    fc
      .array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 ** players - 1, maxLength: 2 ** players - 1 })
      .map((values) => ({ players, values: [0, ...values] })),
  );

describe("shapleyValue, its axioms", () => {
  test("efficiency: everything is given out", () => {
    fc.assert(
      fc.property(games, ({ values }) => {
        expect(sum(shapleyValue(values))).toBeCloseTo(values.at(-1)!, 6);
      }),
    );
  });

  test("symmetry: exchanging two players exchanges their shares", () => {
    fc.assert(
      fc.property(games, fc.nat(7), fc.nat(7), ({ players, values }, i, j) => {
        const [a, b] = [i % players, j % players];
        const swap = (k: number) => (k === a ? b : k === b ? a : k);
        const swapped = game(players, (s) => values[s.reduce((mask, k) => mask | (1 << swap(k)), 0)]!);
        const shares = shapleyValue(values);
        closeTo(
          shapleyValue(swapped),
          shares.map((_, k) => shares[swap(k)]!),
          6,
        );
      }),
    );
  });

  test("null player: who never adds anything gets nothing", () => {
    fc.assert(
      fc.property(games, fc.nat(7), ({ players, values }, i) => {
        const idle = i % players;
        const without = game(players, (s) => values[s.reduce((mask, k) => (k === idle ? mask : mask | (1 << k)), 0)]!);
        expect(shapleyValue(without)[idle]).toBeCloseTo(0, 9);
      }),
    );
  });

  test("additivity: the value of a sum is the sum of values", () => {
    fc.assert(
      fc.property(games, fc.infiniteStream(fc.integer({ min: -1000, max: 1000 })), ({ values }, others) => {
        const other = values.map((_, s) => (s === 0 ? 0 : others.next().value!));
        const shares = shapleyValue(values);
        const more = shapleyValue(other);
        closeTo(
          shapleyValue(values.map((v, s) => v + other[s]!)),
          shares.map((share, i) => share + more[i]!),
          6,
        );
      }),
    );
  });

  test("is the mean contribution over all orders", () => {
    fc.assert(
      fc.property(
        games.filter((g) => g.players <= 5),
        ({ players, values }) => {
          const all = orders(Array.from({ length: players }, (_, i) => i));
          const mean = new Array<number>(players).fill(0);
          for (const order of all) {
            let s = 0;
            for (const i of order) {
              mean[i]! += (values[s | (1 << i)]! - values[s]!) / all.length;
              s |= 1 << i;
            }
          }
          closeTo(shapleyValue(values), mean, 6);
        },
      ),
    );
  });
});

describe("bad games", () => {
  test("are refused", () => {
    expect(() => shapleyValue([0, 1, 2])).toThrow("got 3 coalitions");
    expect(() => shapleyValue(new Array(512).fill(0))).toThrow("1 to 8");
    expect(() => shapleyValue([1, 2])).toThrow("the empty coalition: got a worth of 1");
    expect(() => blockingCoalitions([0, 1], [1, 2])).toThrow("got 2 players, expected 1");
  });
});

function orders(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => orders(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}
