import type { AppliedIndicator, IndicatorResult } from "../../indicators/input/index.ts";
import { table } from "./table.ts";
import { paint, plain, type RenderOptions, wrap } from "./text.ts";

type About = Omit<AppliedIndicator, "compute">;

/** Every indicator with its formula, variant, source and what it reads. */
export function renderIndicatorList(list: readonly About[], options: RenderOptions): string {
  const colours = paint(options.colour);
  const entry = ({ id, title, formula, variant, source, input }: About) =>
    `${colours.bold(id)}  ${title}\n${[`formula  ${formula}`, `variant  ${variant}`, `source   ${source}`, `reads    ${input}`].map((line) => `  ${line}\n`).join("")}`;
  return `${list.map(entry).join("\n")}`;
}

/** One line a case; numbers to four digits. Notes stand below, with the materials they are about unless that is all of them. */
export function renderIndicatorResults(
  about: About,
  results: readonly IndicatorResult[],
  options: RenderOptions,
): string {
  const names = [...new Set(results.flatMap((r) => Object.keys(r)))];
  const shown = names.filter((name) => !name.endsWith("Note") && !about.onlyJson?.includes(name));
  const numeric = (name: string) => results.some((r) => typeof r[name] === "number");
  const columns = shown.map((name, i) => ({
    title: titleOf(name),
    align: numeric(name) && i > 0 ? ("right" as const) : ("left" as const),
    drop: about.steps?.includes(name) ? shown.length + i : i,
  }));
  const rows = results.map((r) => shown.map((name) => cell(r[name])));
  const body = table(columns, rows, options);
  return `${about.title}\n${about.variant}\n\n${body}\n${notesOf(results, names)
    .map((n) => `\n${wrap(plain(n), options.width ?? 80).join("\n")}\n`)
    .join("")}\nSource: ${about.source}\n`;
}

function notesOf(results: readonly IndicatorResult[], names: readonly string[]): string[] {
  const about = new Map<string, IndicatorResult[]>();
  for (const result of results)
    for (const name of names.filter((n) => n.endsWith("Note") && result[n])) {
      const note = `${titleOf(name.slice(0, -4))}: ${result[name]}`;
      about.set(note, [...(about.get(note) ?? []), result]);
    }
  return [...about].map(([note, of]) => {
    if (of.length === results.length) return note;
    const materials = [...new Set(of.map((r) => r.material))];
    const more = materials.length > MOST_NAMED ? ` and ${materials.length - MOST_NAMED} more` : "";
    return `${materials.slice(0, MOST_NAMED).join(", ")}${more}: ${note}`;
  });
}

const MOST_NAMED = 6;

function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "string" || Number.isInteger(value)) return String(value);
  return String(Number(value.toPrecision(4)));
}

/** `governanceWeightedHhi` → `governance weighted HHI` */
function titleOf(name: string): string {
  return name.replace(/([A-Z])/g, (c) => ` ${c.toLowerCase()}`).replace(/\bhhi\b/g, "HHI");
}
