import type { Draft, Read, Reading } from "../../reading/index.ts";
import { figureText } from "../../reading/row.ts";
import { paint, plain, type RenderOptions, shorten } from "./text.ts";
import { wrapWide } from "./wide.ts";

const MOST_UNPLACED = 20;

/** Drafts of an article for a person to choose from, then what found no place. */
export function renderReading(file: string, { article, drafts, unplaced }: Reading, options: RenderOptions): string {
  const width = options.width ?? 80;
  const colours = paint(options.colour);
  const lines: string[] = [];
  const say = (text: string, indent = "") =>
    lines.push(...wrapWide(plain(text), width - indent.length).map((l) => indent + l));
  const language = { de: "German", en: "English", ja: "Japanese" }[article.language];
  say(
    `${file}: ${language}, ${article.format === "html" ? "HTML" : "plain text"}, ${article.text.length} characters. ${dated(article)}`,
  );
  for (const note of article.notes) say(`Note: ${note}.`);
  if (drafts.length === 0) lines.push("", "Nothing was found that could be a row of the ledger.");
  for (const draft of drafts) {
    lines.push("");
    const head = `${draft.number}. ${draft.kind.value}${draft.topic ? ` (${draft.topic})` : ""}${draft.modality.value === "stated" ? "" : `, ${draft.modality.value}`}`;
    lines.push(`${colours.bold(head)}  ${percent(draft.confidence)}`);
    for (const [label, value] of fieldsOf(draft)) {
      const wrapped = wrapWide(plain(value), width - 15);
      for (const [i, line] of wrapped.entries())
        lines.push(`   ${colours.dim((i === 0 ? label : "").padEnd(11))} ${line}`);
    }
  }
  if (unplaced.length > 0) {
    lines.push("", `Not placed (${unplaced.length}):`);
    for (const { what, text, start, end, why } of unplaced.slice(0, MOST_UNPLACED))
      say(`${what} "${shorten(text.replace(/\s+/g, " "), 50)}" [${start}-${end}]: ${why}`, "  ");
    if (unplaced.length > MOST_UNPLACED)
      lines.push(`  … and ${unplaced.length - MOST_UNPLACED} more (--json lists all)`);
  }
  if (drafts.length > 0)
    lines.push("", "Take rows with --accept 1,3 (printed as CSV, or put into a ledger with --into FILE).");
  return `${lines.join("\n")}\n`;
}

function dated({ date, dateFrom, dateSpan }: Reading["article"]): string {
  if (date === null) return 'Its date is not known: give --date, or dates such as "on Thursday" stay open.';
  const how = { option: "given", page: "of the page", text: `found in it: "${dateSpan?.text}"`, unknown: "" }[dateFrom];
  return `Its date: ${date} (${how}).`;
}

const percent = (share: number): string => `${Math.round(share * 100)} % sure`;

function fieldsOf(draft: Draft): [string, string][] {
  const list = (reads: readonly Read<string>[]) =>
    reads.map((r) => `${r.value}${r.span ? ` "${r.span.text}"` : ""}`).join(", ");
  const fields: [string, string][] = [
    ["date", draft.date ? `${draft.date.value} "${draft.date.span?.text ?? ""}"` : ""],
    ["announced", draft.announced && draft.announced.value !== draft.date?.value ? draft.announced.value : ""],
    [
      "in force",
      draft.inForce && draft.inForce.value !== draft.date?.value
        ? `${draft.inForce.value} "${draft.inForce.span?.text ?? ""}"`
        : "",
    ],
    ["ends", draft.ends ? `${draft.ends.value} "${draft.ends.span?.text ?? ""}"` : ""],
    ["actors", list(draft.actors)],
    ["targets", list(draft.targets)],
    ["materials", list(draft.materials)],
    ["stages", list(draft.stages)],
    ["figures", draft.figures.map((f) => `${figureText(f)} "${f.text}"`).join(", ")],
    [
      "read from",
      draft.statements.map((s) => `[${s.start}-${s.end}] ${shorten(s.text.replace(/\s+/g, " "), 300)}`).join(" "),
    ],
    ["look at", draft.notes.join("; ")],
  ];
  return fields.filter(([, value]) => value !== "");
}
