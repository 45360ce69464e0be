import type { AppliedIndicator, IndicatorResult } from "../../indicators/input/index.ts";
import { table } from "./table.ts";
import { paint, type RenderOptions } from "./text.ts";

type About = Omit<AppliedIndicator, "compute">;

/** Every indicator with its formula, variant, source and what it reads. */
export function renderIndicatorList(list: readonly About[], options: RenderOptions): string {
  const colours = paint(options.colour);
  const entry = ({ id, title, formula, variant, source, input }: About) =>
    `${colours.bold(id)}  ${title}\n${[`formula  ${formula}`, `variant  ${variant}`, `source   ${source}`, `reads    ${input}`].map((line) => `  ${line}\n`).join("")}`;
  return `${list.map(entry).join("\n")}`;
}

/** One line a case; numbers to four digits. Notes, which end a null, stand below. */
export function renderIndicatorResults(
  about: About,
  results: readonly IndicatorResult[],
  options: RenderOptions,
): string {
  const names = [...new Set(results.flatMap((r) => Object.keys(r)))];
  const shown = names.filter((name) => !name.endsWith("Note"));
  const notes = new Set(
    results.flatMap((r) => names.filter((n) => n.endsWith("Note") && r[n]).map((n) => `${n.slice(0, -4)}: ${r[n]}`)),
  );
  const numeric = (name: string) => results.some((r) => typeof r[name] === "number");
  const columns = shown.map((name, i) => ({
    title: titleOf(name),
    align: numeric(name) && i > 0 ? ("right" as const) : ("left" as const),
    drop: i,
  }));
  const rows = results.map((r) => shown.map((name) => cell(r[name])));
  const body = table(columns, rows, options);
  return `${about.title}\n${about.variant}\n\n${body}\n${[...notes].map((n) => `\n${n}\n`).join("")}\nSource: ${about.source}\n`;
}

function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "string" || Number.isInteger(value)) return String(value);
  return String(Number(value.toPrecision(4)));
}

/** `governanceWeightedHhi` → `governance weighted HHI` */
function titleOf(name: string): string {
  return name
    .replace(/([A-Z])/g, (c) => ` ${c.toLowerCase()}`)
    .replace(/\bhhi\b/g, "HHI")
    .replace(/^cf$/, "cf, kg Cu eq/kg");
}
