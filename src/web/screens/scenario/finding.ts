import type { SimulateAnswer } from "../../engine/asks/simulate.ts";
import type { ScenarioWords } from "../../words/en/scenario.ts";
import type { Names } from "../../words/names.ts";

/** The sentence on top: what stops first, and what is lost. */
export function findingOf(
  answer: SimulateAnswer,
  w: ScenarioWords["finding"],
  names: Names,
  viewpoint: string,
): string {
  const run = answer.with ?? answer.without;
  const until = answer.months.at(-1)!;
  const first = run.firstStop;
  const country = answer.viewpoint.length > 1 && first ? names.name("country", first.country).text : viewpoint;
  const stop =
    first === null
      ? w.nothing({ country: viewpoint, until })
      : w.short({ country, use: names.name("use", first.use).text, month: first.month });
  return first === null && run.valueAtRiskUsd < LITTLE_USD ? stop : `${stop} ${lossOf(answer, w, until)}`;
}

const LITTLE_USD = 1e6;

function lossOf({ with: withAll, without }: SimulateAnswer, w: ScenarioWords["finding"], until: string): string {
  if (withAll === null) return w.loss({ usd: without.valueAtRiskUsd, until });
  const saved = without.valueAtRiskUsd - withAll.valueAtRiskUsd;
  const usd = withAll.valueAtRiskUsd;
  if (Math.abs(saved) < LITTLE_USD) return w.loss({ usd, until });
  return saved > 0 ? w.lossWith({ usd, saved, until }) : w.lossMore({ usd, more: -saved, until });
}
