import type { Unplaced } from "./draft.ts";
import type { Scan } from "./scan.ts";

/** What a statement without a draft holds that a reader of the ledger may want to look at. */
export function leftOver(scan: Scan): Unplaced[] {
  const hasCue = scan.cues.some((c) => !c.cue.startsWith("m-"));
  const parts = [
    ...scan.materials.map((m) => ({ ...m, what: "material" as const })),
    ...scan.dates.filter((d) => d.stretch !== null).map((d) => ({ ...d, what: "date" as const })),
    ...scan.figures.map((f) => ({ ...f, what: "figure" as const })),
    ...(scan.materials.length > 0 || hasCue ? scan.countries.map((c) => ({ ...c, what: "country" as const })) : []),
  ];
  return parts.map(({ start, end, text, what }) => ({
    start,
    end,
    text,
    what,
    why: "the statement does not tell what kind of event it is",
  }));
}
