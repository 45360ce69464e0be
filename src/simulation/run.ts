import type { Model } from "../chain/model.ts";
import { modelNetwork } from "../chain/network.ts";
import { certify, rents } from "../market/certify.ts";
import { type Clearer, createClearer } from "../market/clear.ts";
import type { Network, Terms } from "../market/problem.ts";
import type { Lever, MonthTerms, MonthView } from "../policy/lever.ts";
import { carryHabits, openingHabits, setHabitTerms } from "./habits.ts";
import { setRampTerms } from "./ramps.ts";
import { carryStocks, openingStocks, setStoreTerms } from "./stocks.ts";
import type { HeldStock, Trajectory } from "./trajectory.ts";

export interface RunOptions {
  /** share of the gap to last month's flow that a shipment's habit closes each month, by commodity */
  readonly contractingRatePerMonth: (commodity: string) => number;
  /** sees each month's problem just before it is cleared; the arrays are reused */
  readonly onProblem?: (month: number, network: Network, terms: Terms) => void;
  /**
   * `light` leaves rents, certificates and imbalances out of the trajectory (their lists stay empty), which a draw does
   * not need; a month that does not clear is an error all the same. Default `all`.
   */
  readonly record?: "all" | "light";
  /** of a model built alike, which it leaves for this one: saves making another, and changes nothing else */
  readonly clearer?: Clearer | undefined;
  /** who gives the solver of a network, instead of `clearer` */
  readonly clearerFor?: ((network: Network) => Clearer) | undefined;
}

/**
 * Runs a model month by month: policies edit the terms, markets clear, stocks and habits carry over.
 * Errors: a {@link ClearingError} naming the month when no prices clear the markets.
 */
export function run(model: Model, levers: readonly Lever[], months: number, options: RunOptions): Trajectory {
  const network = modelNetwork(model);
  const clearer = options.clearerFor?.(network) ?? monthClearer(network, options.clearer);
  const stocks = openingStocks(model);
  const habits = openingHabits(model, options.contractingRatePerMonth);
  const terms = copyTerms(model);
  const price = model.basePriceUsdPerTonne.slice();
  const level = model.baseLevel.slice();
  const lastPriceUsdPerTonne = price.slice();
  const lastLevel = level.slice();
  const record = startRecord(levers);

  for (let month = 0; month < months; month++) {
    lastPriceUsdPerTonne.set(price);
    lastLevel.set(level);
    const view: MonthView = { month, lastPriceUsdPerTonne, lastLevel };
    resetTerms(model, terms);
    setHabitTerms(habits, terms.referenceLevel);
    setStoreTerms(model, stocks, terms);
    setRampTerms(model, view.lastLevel, terms);
    for (const lever of levers) lever.adjust(view, terms);
    options.onProblem?.(month, network, terms);
    const newtonSteps = inMonth(month, () => clearer.clearInto(terms, price, level));
    carryStocks(model, level, stocks);
    carryHabits(habits, level);
    for (const lever of levers) lever.carryOver?.(view, level, price, terms);
    recordMonth(record, { model, terms, price, level, stocks, levers, newtonSteps });
    if (options.record !== "light") recordProof(record, network, terms);
  }
  return record;
}

/** `known` if the network is built like the one it was made for, else a new one; months start warm, so without sweeps. */
export function monthClearer(network: Network, known?: Clearer): Clearer {
  return known?.take(network) ? known : createClearer(network, { sweeps: 0 });
}

function copyTerms(model: Model): MonthTerms {
  return {
    referenceLevel: model.terms.referenceLevel.slice(),
    lowerBound: model.terms.lowerBound.slice(),
    upperBound: model.terms.upperBound.slice(),
    marginalCost: model.terms.marginalCost.slice(),
    slope: model.terms.slope.slice(),
  };
}

function resetTerms(model: Model, terms: MonthTerms): void {
  terms.referenceLevel.set(model.terms.referenceLevel);
  terms.lowerBound.set(model.terms.lowerBound);
  terms.upperBound.set(model.terms.upperBound);
  terms.marginalCost.set(model.terms.marginalCost);
  terms.slope.set(model.terms.slope);
}

function inMonth(month: number, clear: () => number): number {
  try {
    return clear();
  } catch (error) {
    if (error instanceof Error) error.message = `month ${month + 1} of the run: ${error.message}`;
    throw error;
  }
}

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

function startRecord(levers: readonly Lever[]): Growing<Trajectory> {
  return {
    priceUsdPerTonne: [],
    level: [],
    rentUsdPerTonne: [],
    demandTonnes: [],
    stockTonnes: [],
    heldTonnes: [],
    openingHeldTonnes: held(levers),
    paidUsd: [],
    certificates: [],
    newtonSteps: [],
    balanceResidualTonnes: [],
  };
}

function held(levers: readonly Lever[]): HeldStock[] {
  return levers.flatMap((l) => (l.heldTonnes?.() ?? []).map((h) => ({ id: l.id, ...h })));
}

interface ClearedMonth {
  readonly model: Model;
  readonly terms: MonthTerms;
  readonly price: Float64Array;
  readonly level: Float64Array;
  readonly stocks: Float64Array;
  readonly levers: readonly Lever[];
  readonly newtonSteps: number;
}

function recordMonth(record: Growing<Trajectory>, cleared: ClearedMonth): void {
  const { model, terms, levers } = cleared;
  record.priceUsdPerTonne.push(cleared.price.slice());
  record.level.push(cleared.level.slice());
  record.demandTonnes.push(
    Float64Array.from(model.applications, (d) => d.activities.reduce((sum, a) => sum + terms.upperBound[a]!, 0)),
  );
  record.stockTonnes.push(cleared.stocks.slice());
  record.heldTonnes.push(held(levers));
  record.paidUsd.push(levers.flatMap((l) => (l.paidUsd ? [{ id: l.id, usd: l.paidUsd() }] : [])));
  record.newtonSteps.push(cleared.newtonSteps);
}

/** What the month just recorded is worth at its bounds, and the proof that it is cleared. */
function recordProof(record: Growing<Trajectory>, network: Network, terms: Terms): void {
  const clearing = {
    priceUsdPerTonne: record.priceUsdPerTonne.at(-1)!,
    level: record.level.at(-1)!,
    newtonSteps: record.newtonSteps.at(-1)!,
  };
  record.rentUsdPerTonne.push(rents(network, terms, clearing));
  record.certificates.push(certify(network, terms, clearing));
  record.balanceResidualTonnes.push(largestImbalance(network, clearing.level));
}

function largestImbalance(network: Network, level: Float64Array): number {
  const balance = new Float64Array(network.marketNames.length);
  for (let a = 0; a < level.length; a++)
    for (let e = network.columnStart[a]!; e < network.columnStart[a + 1]!; e++)
      balance[network.columnMarket[e]!]! += network.coefficient[e]! * level[a]!;
  return balance.reduce((worst, b) => Math.max(worst, Math.abs(b)), 0);
}
