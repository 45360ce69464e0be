import type { Vocabulary } from "../chain/vocabulary.ts";
import {
  type Dataset,
  InputError,
  type MapTree,
  type Problem,
  positionOf,
  quote,
  sortProblems,
  validateTree,
} from "../dataset/index.ts";
import type { Scenario } from "../simulation/scenario.ts";
import { lessDecided, resolveDecided } from "./decided.ts";
import { partlyRight } from "./partly-right.ts";
import type { Future, Plan } from "./plan.ts";
import { resolvePartners } from "./plan-partners.ts";
import { MOST_CANDIDATES, type PlanFile, planFileSchema } from "./plan-schema.ts";
import { type CandidateContext, resolveCandidates } from "./resolve-candidates.ts";
import { resolveAgreements, resolveBudgets, resolveExcludes, resolveRequires } from "./resolve-rules.ts";
import { resolveTargets } from "./targets.ts";

/** What a plan is resolved with. */
export interface PlanWorld {
  readonly dataset: Dataset;
  readonly vocabulary: Vocabulary;
  /** the scenario at a path as the plan writes it, with the plan's events added; undefined: no such file; InputError with its problems */
  readonly scenario: (path: string) => Scenario | undefined;
}

export interface ResolvedPlan {
  readonly plan: Plan;
  /** what was left out of the scenarios, and what no budget covers */
  readonly notes: readonly string[];
}

/**
 * A plan file, its lists turned into maps, as a plan that can be solved.
 * @throws InputError with every problem at file:line:column
 */
export function resolvePlan(tree: MapTree, world: PlanWorld): ResolvedPlan {
  const problems: Problem[] = [];
  const file = fileOf(tree, problems);
  const fits = problems.length === 0;
  const say: CandidateContext["say"] = (path, message, remedy) => {
    problems.push({ ...positionOf(tree, path), message: `${path.join(".")}: ${message}`, remedy });
  };
  const notes: string[] = [];
  const { dataset, vocabulary } = world;
  const partners = resolvePartners(file, vocabulary, say);
  const context: CandidateContext = { file, tree, dataset, vocabulary, partners, say, problems };
  const futures = resolveFutures(context, world, notes);
  if (!fits) {
    // needs, alternatives and targets speak of candidates that may have been taken out
    resolveCandidates(context);
    resolveCandidates(context, "decided");
    resolveBudgets(context);
    throw new InputError(sortProblems(problems));
  }
  const count = Object.keys(file.candidates).length;
  if (count === 0) say(["candidates"], "there is nothing to choose from", "add a measure of data/measures.csv");
  if (count > MOST_CANDIDATES) say(["candidates"], `got ${count}, at most ${MOST_CANDIDATES}`, "leave some out");
  const resolved = resolveCandidates(context);
  const decided = resolveDecided(context, futures, notes);
  const budgets = lessDecided(resolveBudgets(context), decided, context);
  const requires = resolveRequires(context, resolved);
  const excludes = resolveExcludes(context, resolved);
  const agreements = resolveAgreements(context, resolved);
  const targets = resolveTargets(context, resolved, { futures, decided }, notes);
  twice(file, say);
  if (problems.length > 0) throw new InputError(sortProblems(problems));
  const candidates = resolved.map((r) => r.candidate);
  for (const { payer, year } of candidates.flatMap((c) => c.costs)) {
    const covered = budgets.some((b) => b.payer === payer && b.fromYear <= year && year <= b.toYear);
    const note = `${payer} may spend in ${year} as much as it likes: no budget covers that year`;
    if (!covered && !notes.includes(note)) notes.push(note);
  }
  const { title, description, start, months, objective, budgetMultiples, seed, gapShare } = file;
  return {
    plan: {
      title,
      description,
      start,
      months,
      partners,
      futures,
      candidates,
      ...(decided.length === 0 ? {} : { decided }),
      agreements,
      budgets,
      requires,
      excludes,
      targets,
      objective,
      budgetMultiples,
      seed,
      gapShare,
    },
    notes: notes.sort(),
  };
}

/** The plan as its schema has it; where it does not fit, what is wrong is noted and the rest goes on, as far as there is one. */
function fileOf(tree: MapTree, problems: Problem[]): PlanFile {
  try {
    return validateTree(tree, planFileSchema).value;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const rest = partlyRight(tree);
    if (rest === undefined) throw error;
    problems.push(...error.problems);
    return rest;
  }
}

const PROBABILITY_TOLERANCE = 1e-6;

function resolveFutures(context: CandidateContext, world: PlanWorld, notes: string[]): Future[] {
  const { file, say, problems } = context;
  const total = file.scenarios.reduce((sum, { probability }) => sum + probability, 0);
  if (Math.abs(total - 1) > PROBABILITY_TOLERANCE) {
    const shown = file.scenarios.map(({ probability }) => probability).join(" + ");
    say(
      ["scenarios"],
      `the probabilities sum to ${Number(total.toPrecision(6))} (${shown}), expected 1`,
      "correct one of them",
    );
  }
  return file.scenarios.flatMap(({ scenario: path, id, probability, draws }, i): Future[] => {
    try {
      const scenario = world.scenario(path);
      if (scenario === undefined) {
        say(
          ["scenarios", i, "scenario"],
          `no such file: ${path}`,
          "name it from the plan's folder, as ../scenarios/full-stop-japan.yaml",
        );
        return [];
      }
      const name = id ?? path.replace(/^.*\//, "").replace(/\.ya?ml$/, "");
      checkCalendar(scenario, i, context);
      return [
        { id: name, title: scenario.title, scenario: asFuture(scenario, name, context, notes), probability, draws },
      ];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
}

function checkCalendar(scenario: Scenario, i: number, { file, say }: CandidateContext): void {
  if (file.calendar === "plan") return;
  if (scenario.start === file.start && scenario.months === file.months) return;
  const theirs = `${scenario.months} months from ${scenario.start}`;
  const message = `it runs over ${theirs}, the plan over ${file.months} months from ${file.start}`;
  say(
    ["scenarios", i, "scenario"],
    message,
    "make them agree, or write calendar: plan to run all over the plan's months (events keep their dates)",
  );
}

/** A scenario over the plan's months, without measures of its own and what is uncertain about them. */
function asFuture(scenario: Scenario, name: string, { file, partners }: CandidateContext, notes: string[]): Scenario {
  const left = Object.keys(scenario.measures);
  if (left.length > 0)
    notes.push(
      `${name}: its own measures are left out (${left.join(", ")}); what a plan may choose are its candidates`,
    );
  const inputs = Object.entries(scenario.uncertain ?? {}).flatMap(([id, input]) => {
    const targets = input.targets.filter((target) => target.event !== undefined);
    return targets.length === 0 ? [] : [[id, { ...input, targets }] as const];
  });
  const { uncertain: _, ...rest } = scenario;
  return {
    ...rest,
    start: file.start,
    months: file.months,
    viewpoint: partners.flatMap(({ countries }) => countries),
    ...(file.chains === undefined ? {} : { chains: file.chains }),
    measures: {},
    ...(inputs.length === 0 ? {} : { uncertain: Object.fromEntries(inputs) }),
  };
}

/** Ids of futures and targets that come twice. */
function twice(file: PlanFile, say: CandidateContext["say"]): void {
  const named = [
    ["scenarios", file.scenarios.map(({ id, scenario }) => id ?? scenario)],
    ["targets", file.targets.map(({ id }) => id)],
  ] as const;
  for (const [section, ids] of named)
    ids.forEach((id, i) => {
      if (ids.indexOf(id) < i) say([section, i], `${quote(id)} comes twice`, "give it an id of its own");
    });
}
