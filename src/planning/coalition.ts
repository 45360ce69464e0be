import type { Candidate, Plan } from "./plan.ts";

/** Candidates a group of partners can do by itself: every party and everyone who pays is in it. */
export function within(members: ReadonlySet<string>): (candidate: Candidate) => boolean {
  return ({ parties, costs }) =>
    parties.every((id) => members.has(id)) && costs.every(({ payer, usd }) => usd === 0 || members.has(payer));
}

/**
 * What is left of a portfolio when only some candidates are done: the others are 0, and so is what needs them, or as much
 * of it as the plan's requirements no longer allow. Nothing is planned anew.
 */
export function keepOnly(plan: Plan, x: ArrayLike<number>, done: (candidate: Candidate) => boolean): number[] {
  const place = new Map(plan.candidates.map(({ id }, k) => [id, k]));
  const left = plan.candidates.map((candidate, k) => (done(candidate) ? x[k]! : 0));
  const reduced = plan.candidates.map((_, k) => left[k] !== x[k]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const { candidate, needs, any } of plan.requires) {
      const j = place.get(candidate)!;
      if (!needs.some((id) => reduced[place.get(id)!])) continue; // what holds in the whole portfolio is not judged again
      const allowed = needs.map((id) =>
        allowedBy(plan.candidates[j]!, plan.candidates[place.get(id)!]!, left[place.get(id)!]!),
      );
      const most = any ? allowed.reduce((sum, a) => sum + a, 0) : Math.min(...allowed);
      const scale = plan.candidates[j]!.sizing === "on-off" && most < left[j]! ? 0 : Math.min(left[j]!, most);
      if (scale === left[j]) continue;
      left[j] = scale;
      reduced[j] = true;
      changed = true;
    }
  }
  return left;
}

/** How far a candidate may go given the scale of one it needs: of an on/off need all, of a scalable one as much. */
function allowedBy(candidate: Candidate, need: Candidate, scale: number): number {
  return need.sizing === "on-off" ? candidate.most * scale : scale;
}
