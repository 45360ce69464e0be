import { calibrate } from "../../chain/calibrate.ts";
import { parameterReader } from "../../chain/figures.ts";
import { modelNetwork } from "../../chain/network.ts";
import { reconcile } from "../../chain/reconcile.ts";
import { scopeDataset } from "../../chain/scope.ts";
import { buildSkeleton } from "../../chain/skeleton.ts";
import { vocabularyOf } from "../../chain/vocabulary-of.ts";
import { type Dataset, InputError } from "../../dataset/index.ts";
import type { NamedPolicy } from "../../policy/kinds/index.ts";
import { scenarioChains } from "../chains.ts";
import { type ComputedRun, named, runPolicies, viewpointOf, type Workbench } from "../rehearse.ts";
import { monthClearer } from "../run.ts";
import type { Scenario } from "../scenario.ts";
import { designProblem } from "./design.ts";
import { drawFigures, figureInputs } from "./figure-inputs.ts";
import { drawScenario, inputValue, scenarioInputs } from "./scenario-inputs.ts";
import type { ColumnInfo, SweepPlan } from "./sweep.ts";
import { type UncertainProblem, uncertainProblems } from "./uncertain-problems.ts";
import { chooseWatched, type Watched } from "./watch.ts";

/** Everything the draws of a sweep share, and one draw as a function of its percentiles. */
export interface DrawBench {
  readonly inputs: readonly ColumnInfo[];
  readonly watched: Watched;
  readonly months: readonly string[];
  /** inputs as they were used, and the run; errors name the draw */
  draw(percentiles: readonly number[], draw: number): { readonly values: readonly number[]; readonly run: ComputedRun };
}

/** Balances the figures (once: draws keep the balanced baseline) and looks at the central run. */
export function openBench(whole: Dataset, plan: SweepPlan): DrawBench {
  checkPlan(plan, uncertainProblems(plan.scenario));
  const vocabulary = vocabularyOf(whole);
  const dataset = scopeDataset(whole, scenarioChains(plan.scenario, vocabulary));
  const skeleton = buildSkeleton(dataset);
  const { level } = reconcile(skeleton);
  const stages = new Map(dataset.commodities.map((c) => [c.id, c.stage]));
  const workbenchOf = (figures: Dataset): Workbench => {
    const parameter = parameterReader(figures);
    return {
      model: calibrate(figures, skeleton, level),
      vocabulary,
      contractingRatePerMonth: (commodity) => parameter("contractingRatePerMonth", stages.get(commodity)),
      assumptions: [],
    };
  };
  const figures = figureInputs(dataset);
  const fields = scenarioInputs(plan.scenario);
  const unfit = designProblem(plan, figures.length + fields.length);
  if (unfit) checkPlan(plan, [{ path: ["draws"], ...unfit }]);
  const central = workbenchOf(dataset);
  const { events, measures } = plan.scenario;
  const centralRun = (policies: readonly NamedPolicy[]) =>
    runPolicies(central, plan.scenario, policies, undefined, { record: "light" });
  const alone = centralRun(named(events));
  const all = Object.keys(measures).length === 0 ? alone : centralRun([...named(events), ...named(measures)]);
  const clearer = monthClearer(modelNetwork((plan.withoutMeasures ? alone : all).model));
  return {
    inputs: [
      ...figures.map(({ id, title }) => ({ id: `data/${id}`, title, unit: "percentile" })),
      ...fields.map(({ id, title, unit }) => ({ id: `scenario/${id}`, title, unit })),
    ],
    watched: chooseWatched(alone, all, plan.scenario, vocabulary, viewpointOf(central, plan.scenario)),
    months: alone.months,
    draw(percentiles, draw) {
      const ofFigures = percentiles.slice(0, figures.length);
      const ofFields = fields.map((field, i) => inputValue(field, percentiles[figures.length + i]!));
      try {
        const scenario = drawScenario(plan.scenario, fields, ofFields);
        const run = runPolicies(
          workbenchOf(drawFigures(dataset, figures, ofFigures)),
          scenario,
          policiesOf(scenario, plan.withoutMeasures),
          undefined,
          { record: "light", clearer },
        );
        return { values: [...ofFigures, ...ofFields], run };
      } catch (error) {
        if (error instanceof Error) error.message = `draw ${draw} (seed ${plan.seed}): ${error.message}`;
        throw error;
      }
    },
  };
}

/**
 * Why a plan's design and number of draws do not go with the uncertain inputs it will have, those of its own chains and
 * of its scenario, told before anything is balanced; undefined if they do.
 */
export function planProblem(whole: Dataset, plan: Pick<SweepPlan, "scenario" | "design" | "draws">) {
  const dataset = scopeDataset(whole, scenarioChains(plan.scenario, vocabularyOf(whole)));
  return designProblem(plan, figureInputs(dataset).length + scenarioInputs(plan.scenario).length);
}

function policiesOf({ events, measures }: Scenario, withoutMeasures: boolean) {
  return withoutMeasures ? named(events) : [...named(events), ...named(measures)];
}

const MOST_SEED = 2 ** 32 - 1;
const MOST_DRAWS = 2 ** 31 - 1;

function checkPlan({ scenarioId, seed, draws }: SweepPlan, found: readonly UncertainProblem[]): void {
  const whole = (name: string, value: number, least: number, most: number): UncertainProblem[] =>
    Number.isInteger(value) && value >= least && value <= most
      ? []
      : [
          {
            path: [name],
            message: `got ${value}, expected a whole number from ${least} to ${most}`,
            remedy: "correct it",
          },
        ];
  const problems = [...whole("seed", seed, 0, MOST_SEED), ...whole("draws", draws, 1, MOST_DRAWS), ...found];
  if (problems.length === 0) return;
  throw new InputError(
    problems.map(({ path, message, remedy }) => ({
      file: scenarioId,
      line: 1,
      message: `${path.join(".")}: ${message}`,
      remedy,
    })),
  );
}
