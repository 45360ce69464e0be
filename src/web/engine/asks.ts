import type { Dependence } from "../../dependence/index.ts";
import type { Inventory } from "./asks/catalogue.ts";
import type { ExposureAnswer, ExposureRequest } from "./asks/exposure.ts";
import type { FanAnswer, FanRequest } from "./asks/fan.ts";
import type { FigureAnswer, FiguresAnswer, FiguresRequest, SourcesAnswer } from "./asks/figures.ts";
import type { FlowsAnswer, FlowsRequest } from "./asks/flows.ts";
import type { JudgeAnswer, JudgeRequest, PlanAnswer, PlanRequest, SolveAnswer, SolveRequest } from "./asks/plan.ts";
import type { ScenarioAnswer, ScenarioYamlAnswer, ValidateAnswer, ValidateRequest } from "./asks/scenario.ts";
import type { RunQuestion, SimulateAnswer } from "./asks/simulate.ts";

/** A request that says nothing. */
type Nothing = Readonly<Record<never, never>>;

/** Everything the engine answers: request → answer, and what is told on the way. */
export interface Asks {
  /** data → what there is to choose from */
  open: { request: Nothing; partial: never; answer: Inventory };
  /** one scenario as the editor and the timeline show it: events, measures, which sliders mean something */
  scenario: { request: RunQuestion; partial: never; answer: ScenarioAnswer };
  /** months of a scenario; partial: the events alone, before the measures are run */
  simulate: { request: RunQuestion; partial: SimulateAnswer; answer: SimulateAnswer };
  /** percentiles over draws; partial: after 8, 16, 32, 64 … */
  fan: { request: FanRequest; partial: FanAnswer; answer: FanAnswer };
  /** Sankey and map of a material in a run */
  flows: { request: FlowsRequest; partial: never; answer: FlowsAnswer };
  /** every mineral from a viewpoint, or everything of some minerals */
  dependence: {
    request: { readonly country: string; readonly materials?: readonly string[]; readonly top?: number };
    partial: never;
    answer: Dependence;
  };
  /** search over all figures; "" = all */
  figures: { request: FiguresRequest; partial: never; answer: FiguresAnswer };
  /** one figure with its source and range */
  figure: { request: { readonly figure: string }; partial: never; answer: FigureAnswer };
  /** sources with licences, disagreements between figures */
  sources: { request: Nothing; partial: never; answer: SourcesAnswer };
  exposure: { request: ExposureRequest; partial: never; answer: ExposureAnswer };
  /** a plan's candidates */
  plan: { request: PlanRequest; partial: never; answer: PlanAnswer };
  /** what the month simulation says of a chosen set; partial: after each part of the futures' draws */
  judge: { request: JudgeRequest; partial: JudgeAnswer; answer: JudgeAnswer };
  /** the best portfolios for each budget and all that is known of them */
  solve: { request: SolveRequest; partial: never; answer: SolveAnswer };
  validate: { request: ValidateRequest; partial: never; answer: ValidateAnswer };
  /** the edited scenario as a file that `monazite simulate` accepts and that gives the same numbers */
  scenarioYaml: { request: RunQuestion; partial: never; answer: ScenarioYamlAnswer };
}
