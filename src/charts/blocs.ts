import type { Rehearsal, Run, UseSeries } from "../simulation/result.ts";
import { useOf } from "../simulation/series.ts";
import { summarise } from "../simulation/summary.ts";
import { countedUses } from "../simulation/touched.ts";

/** The rehearsal as each bloc of its viewpoint sees it: one country by the bloc's name, its members' uses added up. */
export function blocsOf(rehearsal: Rehearsal): Rehearsal[] {
  return rehearsal.blocs.map(({ bloc, members }) => {
    const added = <R extends Run>(run: R): R => ({ ...run, uses: addedUp(run, rehearsal, bloc, members) });
    const withAll = added<Rehearsal>(rehearsal);
    const withoutMeasures = rehearsal.withoutMeasures && added<Run>(rehearsal.withoutMeasures);
    const summary = summarise([bloc], withoutMeasures ?? withAll, withAll, []);
    return { ...withAll, viewpoint: [bloc], blocs: [], untouched: [], withoutMeasures, summary };
  });
}

function addedUp(run: Run, { untouched }: Rehearsal, bloc: string, members: readonly string[]): UseSeries[] {
  const ofMembers = countedUses(run, untouched).filter((u) => members.includes(u.country));
  return [...new Set(ofMembers.map((u) => u.use))].map((use) => {
    const applications = ofMembers.filter((u) => u.use === use).flatMap((u) => u.applications);
    return useOf(bloc, use, applications, run.months);
  });
}
