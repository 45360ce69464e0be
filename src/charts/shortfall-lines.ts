import type { Rehearsal } from "../simulation/result.ts";
import { countedUses } from "../simulation/touched.ts";
import { monthLabel, percent, usd } from "./format.ts";
import { startMarks } from "./marks.ts";
import type { Names } from "./names.ts";
import { type Panel, type PanelGrid, type PanelLine, roundTicks } from "./panel.ts";
import { findUse } from "./shortage-strips.ts";

const PANELS_PER_COUNTRY = 3;

/** The uses with the most value at risk in each viewpoint country: share of the need that is missing, by month. */
export function shortfallLines(rehearsal: Rehearsal, names: Names): PanelGrid {
  const chosen = rehearsal.viewpoint.flatMap((country) =>
    rehearsal.summary.filter((s) => s.country === country && worst(s) > 0.01).slice(0, PANELS_PER_COUNTRY),
  );
  const ticks = roundTicks(Math.min(1, Math.max(0.05, ...chosen.map(worst))), 4).filter((t) => t <= 1);
  const withAll = countedUses(rehearsal, rehearsal.untouched);
  const without = rehearsal.withoutMeasures && countedUses(rehearsal.withoutMeasures, rehearsal.untouched);
  return {
    months: rehearsal.months,
    scale: "linear",
    domain: [0, ticks.at(-1)!],
    ticks: ticks.map((at) => ({ at, label: percent(at) })),
    marks: startMarks(rehearsal),
    panels: chosen.map((s): Panel => {
      const absent = without && findUse(without, s.country, s.use);
      const present = findUse(withAll, s.country, s.use);
      const lines: PanelLine[] = [];
      if (absent) lines.push({ role: "without", faint: false, values: absent.productShortfallShare });
      if (present) lines.push({ role: "with", faint: false, values: present.productShortfallShare });
      const title = `${names.use(s.use)}, ${names.country(s.country)}`;
      const keys = [
        { role: "without" as const, label: "without", shortage: s.withoutMeasures, shown: absent !== null },
        { role: "with" as const, label: absent ? "with" : "not made", shortage: s.withMeasures, shown: true },
      ].filter((k) => k.shown);
      return {
        title,
        subtitle: `at worst −${percent(s.withoutMeasures.worstShortfallShare)}${at(s.withoutMeasures.worstMonth)}`,
        keys: keys.map(({ role, label, shortage }) => ({ role, label, value: usd(shortage.valueAtRiskUsd) })),
        lines,
        description: `${title}: share of the need that is missing by month. ${keys
          .map((k) => `${k.label}: at worst ${percent(k.shortage.worstShortfallShare)}${at(k.shortage.worstMonth)}`)
          .join("; ")}.`,
      };
    }),
  };
}

function worst(s: Rehearsal["summary"][number]): number {
  return Math.max(s.withoutMeasures.worstShortfallShare, s.withMeasures.worstShortfallShare);
}

function at(month: string | null): string {
  return month === null ? "" : ` in ${monthLabel(month)}`;
}
