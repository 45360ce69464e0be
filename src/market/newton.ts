import { arrange, arrangedNeeds, giveLevels, takeNetwork, takeTerms } from "./arranged.ts";
import { byMarket } from "./by-market.ts";
import { createCurvature } from "./curvature.ts";
import { createFactor, factorNeeds } from "./factor.ts";
import { createLineSearch, flatEnoughShare } from "./line-search.ts";
import type { Network, Terms } from "./problem.ts";
import { createRelaxation } from "./relax.ts";
import { createResponse } from "./response.ts";
import type { Structure } from "./structure.ts";
import { roomFor } from "./wasm.ts";

/** How a run of Newton steps ended. */
export interface NewtonOutcome {
  readonly newtonSteps: number;
  /** largest imbalance over its market's turnover, at the prices and levels handed back */
  readonly imbalanceShare: number;
  readonly worstMarket: number;
  /** prices can move for ever and the dual still rises: no levels within bounds balance */
  readonly unbounded: boolean;
}

/** Newton steps on the networks of one structure; see {@link createNewton}. */
export interface Newton {
  /** Takes over a network of that structure; nothing of an earlier one is left. */
  take(network: Network): void;
  /** Reads the start prices from `prices` and leaves the prices and levels found in its arguments. */
  run(terms: Terms, prices: Float64Array, level: Float64Array): NewtonOutcome;
  /** Gives its memory back; it is of no use after that. */
  release(): void;
}

/** Aimed at; what a month is called balanced with is {@link acceptedImbalanceShare}. */
const aimedImbalanceShare = 1e-12;
export const acceptedImbalanceShare = 1e-10;

/** A first try moves no price by more than this many times itself plus its typical size. */
const longestMove = 10;
/** What a vanished pivot becomes (see {@link Factor}) at first, and at least where such prices have far to go. */
const usualRaisedShare = 1e-6;
const leastRaisedShare = 1e-13;
/** Steps that stall at less than this are tried with `polish`. */
const worthPolishingShare = 1e-3;
/**
 * A start that is off by this much, or a step that the line search ends this short, is followed by a sweep; see `tidy`.
 * (A first try this short that will do as it is, is not.)
 */
const coldImbalanceShare = 0.1;
const shortStep = 0.5;
/** Where markets hang together tightly sweeps undo what steps achieve, so there are few. */
export const usualSweeps = 5;
const polishRounds = 8;

/**
 * Semismooth Newton on the dual −min_x { Σ c x + ½ q (x − x̂)² − λᵀA x : l ≤ x ≤ u }, whose gradient is −A x(λ) and
 * whose generalised Hessian is −A D Aᵀ with D = 1/q for levels strictly between their bounds.
 * For networks of one structure, one at a time: nothing is allocated after this.
 */
export function createNewton(structure: Structure, stepLimit: number, mostSweeps: number): Newton {
  const { columns, symbolic } = structure;
  const needs = { arranged: arrangedNeeds(columns), factor: factorNeeds(symbolic) };
  const room = roomFor({
    float64: { ...needs.arranged.float64, ...needs.factor.float64 },
    int32: { ...needs.arranged.int32, ...needs.factor.int32 },
  });
  const arranged = arrange(columns, room);
  const { markets, activities, singles, pairs, typicalPriceUsdPerTonne, kernels, ray } = arranged;
  const response = createResponse(arranged);
  const rows = byMarket(arranged);
  const curvature = createCurvature(arranged, symbolic, rows, response, createFactor(symbolic, room));
  const sweep = createRelaxation(arranged, rows, response);
  const { prices } = response;
  const { direction } = ray;
  const searchLine = createLineSearch(arranged);
  const basePrices = new Float64Array(markets);
  const bestPrices = new Float64Array(markets);
  const currentPrices = new Float64Array(markets);
  let sweepsLeft = 0;

  /**
   * The step length to try first: the whole Newton step, unless it carries a price to many times its size. Where nothing
   * pins a price down the dual may be flat for ever, and its near end is wanted, not some point astronomically far.
   */
  function firstTry(): number {
    let stretch = 1;
    for (let m = 0; m < markets; m++) {
      const room = longestMove * (Math.abs(prices[m]!) + typicalPriceUsdPerTonne[m]!);
      const move = Math.abs(direction[m]!);
      if (move > stretch * room) stretch = move / room;
    }
    return 1 / stretch;
  }

  function movePrices(t: number): void {
    for (let m = 0; m < markets; m++) prices[m]! += t * direction[m]!;
  }

  /** the dual's slope along the direction at the prices responded to last */
  function slopeHere(): number {
    let slope = 0;
    for (let m = 0; m < markets; m++) slope -= direction[m]! * response.balance[m]!;
    return slope;
  }

  /**
   * Moves prices along the direction and responds to them; returns the step's length, Infinity (prices unmoved) where the
   * dual rises for ever. Most whole steps will do, and the look at one is already the response that the next step needs.
   */
  function step(slope: number): number {
    const whole = firstTry();
    basePrices.set(prices);
    ray.startLevel.set(response.level);
    ray.startWanted.set(response.wanted);
    movePrices(whole);
    response.respond();
    if (Math.abs(slopeHere()) <= flatEnoughShare * slope) return whole;
    prices.set(basePrices);
    kernels.project(singles, pairs, activities);
    const t = searchLine(slope, whole);
    if (t === Infinity) return t;
    movePrices(t);
    if (t < shortStep) tidy();
    response.respond();
    return t;
  }

  /** settles the few markets whose kinks hold all others up */
  function tidy(): void {
    if (sweepsLeft === 0) return;
    sweepsLeft--;
    response.respond();
    sweep();
  }

  /**
   * The same Newton steps with levels kept as unknowns of their own. Where a slope is tiny, prices rounded to 16 digits
   * do not fix a level to 12, so x(λ) cannot balance. Here x moves by (gain + Aᵀμ) / q with H μ = −A x, which can.
   * True if that balances with every activity content.
   */
  function polish(): boolean {
    const { lowerBound, upperBound } = arranged.terms;
    const { wanted, level, free } = response;
    response.respond();
    for (let round = 0; round <= polishRounds; round++) {
      const content = response.adjust();
      const goal = round < polishRounds ? aimedImbalanceShare : acceptedImbalanceShare;
      if (response.weigh() <= goal && content) return true;
      curvature.factorise(false, usualRaisedShare);
      curvature.aim();
      kernels.project(singles, pairs, activities);
      const count = response.freeCount();
      for (let i = 0; i < count; i++) {
        const a = free[i]!;
        level[a] = Math.min(upperBound[a]!, Math.max(lowerBound[a]!, wanted[a]! + ray.pace[a]!));
      }
      movePrices(1);
    }
    return false;
  }

  function solve(): NewtonOutcome {
    response.prepare();
    let share = response.respond();
    sweepsLeft = mostSweeps;
    if (mostSweeps > 0 && share > coldImbalanceShare) {
      tidy();
      share = response.respond();
    }
    let best = share;
    bestPrices.set(prices);
    let stepsSinceBetter = 0;
    let raisedShare = usualRaisedShare;
    let newtonSteps = 0;
    while (share > aimedImbalanceShare && newtonSteps < stepLimit) {
      const raised = curvature.factorise(newtonSteps === 0, raisedShare);
      const slope = curvature.aim();
      const t = step(slope);
      if (t === Infinity) {
        share = response.respond();
        return { newtonSteps, imbalanceShare: share, worstMarket: response.worstMarket(), unbounded: true };
      }
      if (raised && t > 1.2) raisedShare = Math.max(leastRaisedShare, 1e-3 * raisedShare);
      share = response.offShare();
      newtonSteps++;
      stepsSinceBetter = share < 0.5 * best ? 0 : stepsSinceBetter + 1;
      if (share < best) {
        best = share;
        bestPrices.set(prices);
      }
      if (stepsSinceBetter < 2 || best > worthPolishingShare) continue;

      currentPrices.set(prices);
      prices.set(bestPrices);
      if (polish()) break;
      prices.set(best <= acceptedImbalanceShare ? bestPrices : currentPrices);
      share = response.respond();
      if (share <= acceptedImbalanceShare) break;
    }
    const imbalanceShare = response.weigh();
    return { newtonSteps, imbalanceShare, worstMarket: response.worstMarket(), unbounded: false };
  }

  return {
    take(network) {
      takeNetwork(arranged, network);
      rows.prepare();
      curvature.prepare();
    },

    run(terms, prices, level) {
      takeTerms(arranged, terms);
      response.prices.set(prices);
      const outcome = solve();
      prices.set(response.prices);
      giveLevels(arranged, response.level, level);
      return outcome;
    },

    release: room.release,
  };
}
