import type { Model } from "../chain/model.ts";
import type { Vocabulary } from "../chain/vocabulary.ts";
import type { NamedPolicy } from "../policy/kinds/index.ts";
import { namedCommodities } from "./chains.ts";
import type { ApplicationSeries, Rehearsal, Run, UseSeries } from "./result.ts";
import { useOf } from "./series.ts";

/** An application that never lacks this much is as good as supplied. */
const NOTICED_SHARE = 0.01;

/** What policies name and all that is made of it; null when one of them is about everything. */
export function touchedCommodities(
  policies: readonly NamedPolicy[],
  model: Model,
  vocabulary: Vocabulary,
): ReadonlySet<string> | null {
  const named = namedCommodities(policies, vocabulary);
  if (named === null) return null;
  const touched = new Set(named);
  const makers = model.activities
    .filter((a) => a.kind !== "ship" && a.kind !== "leak" && a.kind !== "store")
    .map(({ entries }) =>
      entries.map((e) => ({ made: e.coefficient > 0, commodity: model.markets[e.market]!.commodity })),
    );
  let before = -1;
  while (touched.size > before) {
    before = touched.size;
    for (const entries of makers)
      if (entries.some((e) => !e.made && touched.has(e.commodity)))
        for (const { made, commodity } of entries) if (made) touched.add(commodity);
  }
  return touched;
}

/**
 * Applications of these countries that need no touched commodity and never lack 1 %. One that runs short all the same,
 * say of a joint product, is not among them.
 */
export function untouchedApplications(
  countries: readonly string[],
  touched: ReadonlySet<string> | null,
  ...runs: readonly Pick<Run, "uses">[]
): Rehearsal["untouched"] {
  if (touched === null) return [];
  const needs = ({ inputs, shortfallShare }: ApplicationSeries) =>
    inputs === undefined ||
    inputs.some((i) => touched.has(i.commodity)) ||
    shortfallShare.some((share) => share >= NOTICED_SHARE);
  const counted = new Set<string>();
  for (const run of runs)
    for (const u of run.uses)
      for (const a of u.applications) if (needs(a)) counted.add(key(u.country, u.use, a.application));
  return runs[0]!.uses
    .filter((u) => countries.includes(u.country))
    .flatMap(({ country, use, applications }) =>
      applications
        .filter((a) => !counted.has(key(country, use, a.application)))
        .map(({ application }) => ({ country, use, application })),
    );
}

/** The uses of a run without the applications that do not count; a use of which none counts is left out. */
export function countedUses(run: Pick<Run, "uses" | "months">, untouched: Rehearsal["untouched"]): UseSeries[] {
  const leftOut = new Set(untouched.map((u) => key(u.country, u.use, u.application)));
  return run.uses.flatMap((u) => {
    const applications = u.applications.filter((a) => !leftOut.has(key(u.country, u.use, a.application)));
    if (applications.length === 0) return [];
    return applications.length === u.applications.length ? [u] : [useOf(u.country, u.use, applications, run.months)];
  });
}

const key = (country: string, use: string, application: string) => `${country}/${use}/${application}`;
