import { type Fan, FanTally } from "../../../simulation/draws/fan.ts";
import { OutcomeTally } from "../../../simulation/draws/outcome-summary.ts";
import { shortagesOf } from "../../../simulation/draws/summary.ts";
import { openSweep, type Sweep, type SweepChunk } from "../../../simulation/draws/sweep.ts";
import type { FanAnswer, FanLine, FanRequest } from "../asks/fan.ts";
import { drawable } from "../drawable.ts";
import { readQuestion } from "../read-question.ts";
import type { EngineState } from "../state.ts";
import type { Talk } from "../talk.ts";

const FIRST_PARTIAL = 8;

/**
 * Percentiles over draws of a scenario: the draws, and after all of them the numbers, that `monazite simulate --draws`
 * has for the same seed. Told after 8, 16, 32 … draws.
 */
export async function fan(state: EngineState, request: FanRequest, talk: Talk<"fan">): Promise<FanAnswer> {
  const { question, draws, seed, withoutMeasures } = request;
  const read = readQuestion(state, question);
  talk.progress({ doing: "balancing" });
  await talk.pause();
  const plan = {
    scenarioId: read.id,
    scenario: drawable(read.edited),
    withoutMeasures,
    seed,
    draws,
    design: "random",
  } as const;
  const sweep = read.locate(() => openSweep(state.dataset, plan));
  const tally = tallyOf(sweep);
  for (let draw = 0; draw < draws; draw++) {
    talk.progress({ doing: "drawing", done: draw, total: draws });
    await talk.pause();
    tally.add(sweep.runChunk(draw, 1));
    const done = draw + 1;
    if (done >= FIRST_PARTIAL && done < draws && Math.log2(done) % 1 === 0) talk.partial(tally.answer(done));
  }
  return tally.answer(draws);
}

function tallyOf({ plan, columns }: Sweep): { add(chunk: SweepChunk): void; answer(draws: number): FanAnswer } {
  const fans = columns.series.map((info) => new FanTally(info, columns.months.length));
  const outcomes = columns.outcomes.map((info) => new OutcomeTally(info));
  return {
    add(chunk) {
      fans.forEach((tally, s) => {
        tally.add(chunk.series[s]!);
      });
      outcomes.forEach((tally, o) => {
        tally.add(chunk.outcomes[o]![0]!);
      });
    },
    answer: (draws) => ({
      draws,
      of: plan.draws,
      seed: plan.seed,
      months: columns.months,
      fans: fans.map((tally) => lineOf(tally.finish())),
      shortages: shortagesOf(outcomes.map((tally) => tally.finish())),
      inputs: columns.inputs.length,
    }),
  };
}

/** `valueAtRisk/total`, `shortfallShare/JPN/electric-vehicles`, `price/dysprosium-oxide/JPN`, `coverDays/…`: what of where. */
function lineOf({ id, title, unit, p05, p25, p50, p75, p95 }: Fan): FanLine {
  const [kind = "", first = "", second = ""] = id.split("/");
  const [country, of] = second === "" || kind === "shortfallShare" ? [first, second] : [second, first];
  const array = (values: readonly number[]) => Float64Array.from(values);
  const quantiles = { p05: array(p05), p25: array(p25), p50: array(p50), p75: array(p75), p95: array(p95) };
  return { id, title, unit, kind, country: country === "total" ? "" : country, of, ...quantiles };
}
