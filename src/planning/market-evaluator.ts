import type { Dataset } from "../dataset/index.ts";
import type { Clearer } from "../market/clear.ts";
import type { Network } from "../market/problem.ts";
import { monthClearer } from "../simulation/run.ts";
import { type AtomProblem, atomProblem } from "./atom-problem.ts";
import { type AtomValue, createAtomEvaluator } from "./atom-value.ts";
import { type Atoms, openAtoms } from "./atoms.ts";
import type { Evaluation, Evaluator } from "./evaluator.ts";
import { jointModel } from "./joint-model.ts";
import { lossWeights } from "./money.ts";
import { yearsOf } from "./months.ts";
import { isDirect, routeOwners } from "./owners.ts";
import type { Plan } from "./plan.ts";

/** What one more unit of each candidate would be worth to first order, by the year in which it is worth it. */
export interface MarginalValues {
  readonly years: readonly number[];
  /** by candidate, then by year: loss avoided as the objective weighs the futures (mean and tail), discounted, USD */
  readonly worthUsd: readonly (readonly number[])[];
}

export interface MarketEvaluator extends Evaluator {
  marginalUsd(x: Float64Array): Promise<MarginalValues>;
}

export interface EvaluatorOptions {
  /** keep to these atoms (places among all of the plan's); all when absent */
  readonly atoms?: readonly number[];
  /** told after each atom's reference runs */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A plan's planning problem in one thread: answers at once. */
export interface OpenPlanning {
  readonly problems: readonly AtomProblem[];
  values(x: Float64Array): AtomValue[];
}

/** A plan's planning problem in one thread, made ready atom by atom as they are asked for, and kept. */
export interface LazyPlanning {
  /** runs the references of an atom (its place among all) and makes its months ready */
  open(atom: number): AtomProblem;
  value(atom: number, x: Float64Array): AtomValue;
}

/** Nothing is run yet. Errors: those of the dataset, the futures and the candidates, as atoms are opened. */
export function lazyPlanning({ atoms, world }: Atoms, plan: Plan): LazyPlanning {
  const clearers: Clearer[] = [];
  const clearerOf = (network: Network) => {
    const known = clearers.find((clearer) => clearer.take(network));
    if (known) return known;
    clearers.push(monthClearer(network));
    return clearers.at(-1)!;
  };
  const first = world(0);
  const owners = routeOwners(first.workbench, plan, first.policies);
  const evaluateAtom = createAtomEvaluator(plan, clearerOf);
  const problems = new Map<number, AtomProblem>();
  const open = (atom: number) => {
    const known = problems.get(atom);
    if (known) return known;
    const problem = atomProblem(world(atom), plan, owners, clearerOf);
    problems.set(atom, problem);
    return problem;
  };
  return {
    open,
    value(atom, x) {
      checkPortfolio(plan, x);
      const problem = open(atom);
      try {
        return evaluateAtom(problem, x);
      } catch (error) {
        if (error instanceof Error)
          error.message = `atom ${atoms[atom]!.id}, ${portfolioText(plan, x)}: ${error.message}`;
        throw error;
      }
    },
  };
}

/** Runs the references of every atom and makes its months ready. Errors: those of the dataset, the futures and the candidates. */
export function openPlanning(opened: Atoms, plan: Plan, options: EvaluatorOptions = {}): OpenPlanning {
  const kept = options.atoms ?? opened.atoms.map((_, i) => i);
  const planning = lazyPlanning(opened, plan);
  const problems = kept.map((atom, i) => {
    const problem = planning.open(atom);
    options.onProgress?.(i + 1, kept.length);
    return problem;
  });
  return { problems, values: (x) => kept.map((atom) => planning.value(atom, x)) };
}

/** The evaluator of a plan in one thread; a pure function of plan and dataset. Errors: see {@link openPlanning}. */
export function openMarketEvaluator(dataset: Dataset, plan: Plan, options: EvaluatorOptions = {}): MarketEvaluator {
  const opened = openAtoms(dataset, plan);
  const planning = openPlanning(opened, plan, options);
  const atoms = options.atoms?.map((i) => opened.atoms[i]!) ?? opened.atoms;
  return evaluatorOf(
    plan,
    atoms,
    async (x) => planning.values(x),
    async () => {},
  );
}

/** Compiles the candidates with the events of every future. Errors: PolicyProblem of names that match nothing, and clashes of names. */
export function checkCandidates({ atoms, world }: Atoms): void {
  atoms.forEach(({ future }, i) => {
    if (i === 0 || atoms[i - 1]!.future !== future) jointModel(world(i), new Map());
  });
}

/** An evaluator from what computes the values of all its atoms, here or elsewhere. */
export function evaluatorOf(
  plan: Plan,
  atoms: Evaluator["atoms"],
  valuesOf: (x: Float64Array) => Promise<AtomValue[]>,
  close: () => Promise<void>,
): MarketEvaluator {
  const { years } = yearsOf(plan);
  const candidates = plan.candidates.length;
  const ofYear = (value: AtomValue, k: number, y: number) => value.slopeUsdByYear[k * years.length + y]!;
  return {
    atoms,
    async evaluate(given): Promise<Evaluation> {
      const x = Float64Array.from(given);
      const values = await valuesOf(x);
      return {
        x,
        lossUsd: Float64Array.from(values, (v) => v.lossUsd),
        lossUsdByYear: values.map((v) => v.lossUsdByYear),
        slopeUsd: values.map((value) =>
          Float64Array.from({ length: candidates }, (_, k) =>
            years.reduce((sum, _year, y) => sum + ofYear(value, k, y), 0),
          ),
        ),
        clearings: values.reduce((sum, v) => sum + v.clearings, 0),
      };
    },
    async marginalUsd(x) {
      const values = await valuesOf(Float64Array.from(x));
      const weights = lossWeights(
        plan.objective,
        values.map((v) => v.lossUsd),
        atoms.map((a) => a.probability),
      );
      const avoided = (k: number, y: number) =>
        values.reduce((sum, value, i) => sum - weights[i]! * ofYear(value, k, y), 0);
      return {
        years,
        worthUsd: Array.from({ length: candidates }, (_, k) => years.map((_year, y) => avoided(k, y) + 0)),
      };
    },
    close,
  };
}

/** Candidates that the planning loss does not see: they act on costs, dates or demand, and count by what they make possible. */
export function indirectCandidates(plan: Plan): string[] {
  return plan.candidates.filter(({ policy }) => !isDirect(policy.kind)).map(({ id }) => id);
}

function checkPortfolio({ candidates }: Plan, x: Float64Array): void {
  if (x.length !== candidates.length)
    throw new RangeError(`portfolio: got ${x.length} scales, expected ${candidates.length}, one per candidate`);
  candidates.forEach(({ id, most }, k) => {
    if (!(x[k]! >= -1e-6 && x[k]! <= most + 1e-6))
      throw new RangeError(`scale of "${id}": got ${x[k]}, expected 0 to ${most}`);
  });
}

function portfolioText({ candidates }: Plan, x: Float64Array): string {
  const chosen = candidates.flatMap(({ id }, k) => (x[k]! > 0 ? [`${id} ${x[k]}`] : []));
  return chosen.length === 0 ? "nothing chosen" : `portfolio ${chosen.join(", ")}`;
}
