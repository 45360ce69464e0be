import { ClearingError } from "./errors.ts";
import { createNewton, type NewtonOutcome, usualSweeps } from "./newton.ts";
import type { Network, Terms } from "./problem.ts";
import { structureOf } from "./structure.ts";

/** Imbalances below this share of turnover are the leavings of the small weight on levels, not a shortage. */
const shortageShare = 1e-6;
/** Weight of staying near reference levels against balancing; only there to make levels unique. */
const levelWeight = 1e-8;
const listed = 5;

/**
 * Says why a month did not clear. It asks for the levels within bounds that come nearest to balance,
 * min Σ_m ½ (s_m / turnover_m)² with A x = s: the same problem with one boundless activity more in each market. What is
 * left of s is missing (−) or in surplus (+), and its prices prove it (Farkas). Nothing left: the solver gave up.
 */
export function explainImbalance(network: Network, terms: Terms, outcome: NewtonOutcome): ClearingError {
  const { marketNames, activityNames, turnoverTonnes } = network;
  const markets = marketNames.length;
  const elastic = withGaps(network);
  const elasticTerms = gapTerms(network, terms);
  const prices = new Float64Array(markets);
  const level = new Float64Array(elastic.activityNames.length);
  const newton = createNewton(structureOf(elastic), 500, usualSweeps);
  try {
    newton.take(elastic);
    newton.run(elasticTerms, prices, level);
  } finally {
    newton.release();
  }

  const gapTonnes = level.subarray(activityNames.length);
  const atFault = marketNames
    .map((name, m) => ({ name, tonnes: gapTonnes[m]!, share: Math.abs(gapTonnes[m]!) / turnoverTonnes[m]! }))
    .filter(({ share }) => share > shortageShare)
    .sort((p, r) => r.share - p.share);
  if (atFault.length === 0) return gaveUp(network, outcome);

  const blocking = atBounds(network, terms, prices, level);
  const gaps = atFault.slice(0, listed).map(({ name, tonnes }) => {
    const size = `${Number(Math.abs(tonnes).toPrecision(4))} t a month`;
    return tonnes < 0 ? `"${name}" lacks ${size}` : `"${name}" has ${size} that nothing can take`;
  });
  const held = blocking.slice(0, listed).map(({ name, bound, side }) => `"${name}" at its ${side} bound of ${bound}`);
  const message = [
    `the month cannot balance: ${sentence(gaps, atFault.length)} at the levels nearest to balance.`,
    held.length > 0 ? ` Held back: ${sentence(held, blocking.length)}.` : "",
    " Loosen one of these bounds, or give the market an activity that can yield (a use that can fall, a store, disposal).",
  ].join("");
  return new ClearingError(
    "infeasible",
    message,
    atFault.map(({ name }) => name),
    blocking.map(({ name }) => name),
  );
}

function gaveUp(network: Network, outcome: NewtonOutcome): ClearingError {
  const worst = network.marketNames[outcome.worstMarket]!;
  const message = `not converged: after ${outcome.newtonSteps} Newton steps market "${worst}" is off balance by ${outcome.imbalanceShare.toExponential(1)} of its turnover though the month can balance; look there for slopes or coefficients many orders of magnitude from the rest, or start from other prices`;
  return new ClearingError("not converged", message, [worst]);
}

/** Activities that would close a gap but for a bound, those with the strongest pull first. */
function atBounds(network: Network, terms: Terms, prices: Float64Array, level: Float64Array) {
  const { columnStart, columnMarket, coefficient, activityNames } = network;
  const pulls = activityNames.map((_, a) => {
    let pull = 0;
    for (let k = columnStart[a]!; k < columnStart[a + 1]!; k++) pull += coefficient[k]! * prices[columnMarket[k]!]!;
    return pull;
  });
  const noticeable = shortageShare * pulls.reduce((most, pull) => Math.max(most, Math.abs(pull)), 0);
  return activityNames
    .map((name, a) => {
      const side = pulls[a]! > 0 ? ("upper" as const) : ("lower" as const);
      const bound = (side === "upper" ? terms.upperBound : terms.lowerBound)[a]!;
      return { name, side, bound, pull: Math.abs(pulls[a]!), held: level[a] === bound };
    })
    .filter(({ held, pull }) => held && pull > noticeable)
    .sort((p, r) => r.pull - p.pull);
}

function withGaps(network: Network): Network {
  const markets = network.marketNames.length;
  const entries = network.columnMarket.length;
  const gapStart = Int32Array.from({ length: markets }, (_, m) => entries + m + 1);
  return {
    ...network,
    activityNames: [...network.activityNames, ...network.marketNames.map((name) => `gap in ${name}`)],
    columnStart: concat(Int32Array, network.columnStart, gapStart),
    columnMarket: concat(
      Int32Array,
      network.columnMarket,
      Int32Array.from({ length: markets }, (_, m) => m),
    ),
    coefficient: concat(Float64Array, network.coefficient, new Float64Array(markets).fill(-1)),
    typicalPriceUsdPerTonne: network.turnoverTonnes.map((tonnes) => 1 / tonnes),
  };
}

function gapTerms(network: Network, terms: Terms): Terms {
  const { columnStart, columnMarket, coefficient, turnoverTonnes } = network;
  const activities = network.activityNames.length;
  const markets = turnoverTonnes.length;
  const slope = Float64Array.from({ length: activities }, (_, a) => {
    let size = Infinity;
    for (let k = columnStart[a]!; k < columnStart[a + 1]!; k++) {
      if (coefficient[k] === 0) continue;
      size = Math.min(size, turnoverTonnes[columnMarket[k]!]! / Math.abs(coefficient[k]!));
    }
    return size < Infinity ? levelWeight / size ** 2 : 1;
  });
  const within = (x: number, a: number) => Math.min(terms.upperBound[a]!, Math.max(terms.lowerBound[a]!, x));
  const zeros = new Float64Array(markets);
  return {
    referenceLevel: concat(Float64Array, terms.referenceLevel.map(within), zeros),
    lowerBound: concat(
      Float64Array,
      terms.lowerBound,
      zeros.map(() => -Infinity),
    ),
    upperBound: concat(
      Float64Array,
      terms.upperBound,
      zeros.map(() => Infinity),
    ),
    marginalCost: new Float64Array(activities + markets),
    slope: concat(
      Float64Array,
      slope,
      turnoverTonnes.map((tonnes) => 1 / tonnes ** 2),
    ),
  };
}

function concat<T extends Int32Array | Float64Array>(make: new (length: number) => T, first: T, second: T): T {
  const joined = new make(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

function sentence(parts: readonly string[], total: number): string {
  return total > parts.length ? `${parts.join("; ")}; and ${total - parts.length} more` : parts.join("; ");
}
