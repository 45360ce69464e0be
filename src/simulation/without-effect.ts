import type { NamedPolicy } from "../policy/kinds/index.ts";
import type { WithoutEffect } from "./result.ts";
import type { Scenario } from "./scenario.ts";

/**
 * Events and measures of a scenario that lie wholly outside its months, in order of id: nothing comes of them. A rush
 * counts from its announcement. Those whose dates a sweep varies are left out.
 */
export function withoutEffect(
  { start, months, uncertain = {} }: Pick<Scenario, "start" | "months" | "uncertain">,
  policies: readonly NamedPolicy[],
): WithoutEffect[] {
  const [year, month] = start.split("-").map(Number) as [number, number];
  const lastIndex = year * 12 + month - 1 + months - 1;
  const last = `${String(Math.floor(lastIndex / 12)).padStart(4, "0")}-${String((lastIndex % 12) + 1).padStart(2, "0")}`;
  const varied = new Set(
    Object.values(uncertain).flatMap((u) =>
      u.targets.flatMap((t) => (["from", "to", "announced"].includes(t.field) ? [t.event ?? t.measure] : [])),
    ),
  );
  return policies
    .filter(({ id }) => !varied.has(id))
    .flatMap((policy): WithoutEffect[] => {
      const { id, title, from, to } = policy;
      const begins = "rush" in policy && policy.rush ? (policy.announced ?? from) : from;
      if (to !== null && to.slice(0, 7) < start) return [{ id, title, because: "ends before", date: to, month: start }];
      if (begins.slice(0, 7) > last) return [{ id, title, because: "begins after", date: from, month: last }];
      return [];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
