import { InputError } from "../../../dataset/index.ts";
import { wordsFor } from "../../../planning/conflicts.ts";
import type { JudgedPortfolio } from "../../../planning/judged.ts";
import { summariseJudged, usesWithAndWithout } from "../../../planning/judged-summary.ts";
import { costByPayerUsd, costUsd } from "../../../planning/money.ts";
import type { Plan } from "../../../planning/plan.ts";
import { rulesOf } from "../../../planning/rules.ts";
import { splitBenefit } from "../../../planning/split.ts";
import type { JudgeAnswer, JudgeRequest } from "../asks/plan.ts";
import { type Judging, judgingOf, rounds, weighed } from "../judging.ts";
import { readPlan } from "../read-plan.ts";
import type { EngineState } from "../state.ts";
import type { Talk } from "../talk.ts";

/**
 * What the month simulation says of a choice of measures, in every draw of every future; told after each round of draws.
 * Errors: InputError for scales that are none.
 */
export async function judge(state: EngineState, request: JudgeRequest, talk: Talk<"judge">): Promise<JudgeAnswer> {
  const read = readPlan(state, request);
  const { plan } = read;
  const x = scalesOf(plan, request.scales);
  const nothing = plan.candidates.map(() => 0);
  talk.progress({ doing: "balancing" });
  await talk.pause();
  const judging = judgingOf(state, read);
  const ofFuture = new Map(plan.futures.map((f) => [f.id, f.probability]));
  const broken = brokenRules(plan, x);
  const done: number[] = [];
  const answer = (): JudgeAnswer => {
    const some = done.toSorted((a, b) => a - b);
    const atoms = weighed(judging.atoms, some, ofFuture);
    const portfolio = (scales: readonly number[]): JudgedPortfolio => ({
      x: scales,
      atoms: some.map((atom) => judging.judged(atom, scales)),
    });
    const [without, withIt] = [portfolio(nothing), portfolio(x)];
    return {
      atoms: some.length,
      of: judging.atoms.length,
      nothing: summariseJudged(plan, atoms, without),
      judged: summariseJudged(plan, atoms, withIt),
      byUse: usesWithAndWithout(plan, atoms, without, withIt),
      costUsd: costUsd(plan, x),
      costByPartnerUsd: plan.partners.map(({ id }, i) => ({ partner: id, usd: costByPayerUsd(plan, x)[i]! })),
      broken: broken.map(({ kind, index }) => wordsFor(plan, kind, index)),
      brokenRules: broken,
      split: null,
    };
  };
  for (const round of rounds(judging.atoms)) {
    for (const atom of round) {
      await simulateOne(judging, atom, [nothing, x], talk);
      done.push(atom);
      talk.progress({ doing: "judging", done: done.length, total: judging.atoms.length });
    }
    if (done.length < judging.atoms.length) talk.partial(answer());
  }
  const judged = answer();
  if (!request.split || plan.partners.length < 2) return judged;
  talk.partial(judged);
  let asked = 0;
  const split = await splitBenefit(plan, judging.atoms, x, async (scales) => {
    talk.progress({ doing: "splitting", done: asked++, total: 2 ** plan.partners.length + plan.agreements.length });
    for (const atom of judging.atoms.keys()) await simulateOne(judging, atom, [scales], talk);
    return { x: [...scales], atoms: judging.atoms.map((_, atom) => judging.judged(atom, scales)) };
  });
  return { ...judged, split };
}

async function simulateOne(
  judging: Judging,
  atom: number,
  portfolios: readonly (readonly number[])[],
  talk: Talk<"judge">,
): Promise<void> {
  for (const x of portfolios) {
    if (judging.knows(atom, x)) continue;
    await talk.pause();
    judging.judged(atom, x);
  }
}

/** By candidate in the order of the plan. */
function scalesOf(plan: Plan, scales: JudgeRequest["scales"]): number[] {
  const problems = Object.entries(scales).flatMap(([id, scale]) => {
    const candidate = plan.candidates.find((c) => c.id === id);
    const at = { file: "scales", line: 1 };
    if (!candidate) return [{ ...at, message: `the plan has no candidate "${id}"`, remedy: "leave it out" }];
    const fits =
      scale >= 0 && scale <= candidate.most && (candidate.sizing === "scalable" || scale === 0 || scale === 1);
    const wanted = candidate.sizing === "on-off" ? "0 or 1" : `0 to ${candidate.most}`;
    return fits ? [] : [{ ...at, message: `${id}: got ${scale}, expected ${wanted}`, remedy: "correct it" }];
  });
  if (problems.length > 0) throw new InputError(problems);
  return plan.candidates.map(({ id }) => scales[id] ?? 0);
}

const ROUNDING = 1e-9;

/** Rules that a choice does not keep. */
function brokenRules(plan: Plan, x: readonly number[]): JudgeAnswer["brokenRules"] {
  const { rules, hidden } = rulesOf(plan);
  const columns = [...x, ...hidden.map((k) => (x[k]! > 0 ? 1 : 0))];
  return rules
    .filter(({ rows }) =>
      rows.some(({ terms, lower, upper }) => {
        const sum = terms.reduce((s, [column, coefficient]) => s + coefficient * columns[column]!, 0);
        const room = ROUNDING * Math.max(1, Math.abs(sum));
        return sum < lower - room || sum > upper + room;
      }),
    )
    .map(({ kind, index }) => ({ kind, index }));
}
