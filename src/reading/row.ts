import type { Draft, Read } from "./draft.ts";
import type { Figure } from "./figures.ts";
import type { Modality } from "./modality.ts";

/** Columns of the ledger data/events.csv, in its order. */
export const ledgerColumns = [
  "id",
  "announced",
  "in_force",
  "ends",
  "actors",
  "targets",
  "materials",
  "unmodelled",
  "stages",
  "kind",
  "because",
  "title",
  "description",
  "figures",
  "related",
  "confidence",
  "status",
  "source",
  "locator",
  "note",
] as const;
export type LedgerRow = Readonly<Record<(typeof ledgerColumns)[number], string>>;

export interface RowOptions {
  /** id of data/sources.csv; blank when not given, to be filled in */
  readonly source: string;
  /** what the article is called in `locator` */
  readonly locator: string;
  /** materials the model has; the others go to `unmodelled` */
  readonly isModelled: (material: string) => boolean;
  /** what an id calls a country or bloc: `cn` */
  readonly codeOf: (country: string) => string;
  /** ids that are taken */
  readonly taken: ReadonlySet<string>;
}

/** Statements of what is not, or not yet, are context: the model must not act on them. */
const NOT_IN_FORCE: readonly Modality[] = ["considered", "threatened", "demanded", "denied"];
const BECAUSE = {
  price: "outcome",
  shortage: "outcome",
  trade: "outcome",
  investment: "company",
  "end-use": "baseline",
  dependence: "baseline",
  agreement: "no-figures",
  easing: "other-event",
  "defence-equipment": "outside-model",
} as const;

/** A draft as a row of the ledger. Dates are as precise as they were said. */
export function ledgerRow(draft: Draft, options: RowOptions): LedgerRow {
  const open = NOT_IN_FORCE.includes(draft.modality.value);
  const isContext = draft.kind.value === "context" || open;
  const values = (list: readonly Read<string>[]) => list.map((r) => r.value);
  const announced = (draft.announced ?? draft.inForce ?? draft.date)?.value ?? "";
  const inForce = (draft.inForce ?? (isContext ? null : (draft.date ?? draft.announced)))?.value ?? "";
  const materials = values(draft.materials);
  const stages = values(draft.stages);
  const wouldNarrow =
    stages.length === 1 && stages[0] === "magnet" && materials.some((m) => !/magnet|ndfeb|samarium-cobalt/.test(m));
  const because = open
    ? "not-in-force"
    : isContext
      ? ((BECAUSE as Readonly<Record<string, string>>)[draft.topic ?? ""] ?? "politics")
      : "";
  const notes = [
    `Read from the article by monazite read, which is ${Math.round(100 * draft.confidence)} % sure of it; checked by nobody yet`,
    ...(open && draft.kind.value !== "context" ? [`would be ${draft.kind.value}`] : []),
    ...(draft.topic ? [`about: ${draft.topic}`] : []),
    ...draft.notes,
  ];
  return {
    id: freeId(draft, announced, options),
    announced,
    in_force: inForce,
    ends: inForce === "" ? "" : (draft.ends?.value ?? ""),
    actors: values(draft.actors).join(" "),
    targets: values(draft.targets).join(" "),
    materials: materials.filter(options.isModelled).join(" "),
    unmodelled: materials.filter((m) => !options.isModelled(m)).join(" "),
    stages: wouldNarrow ? "" : stages.join(" "),
    kind: isContext ? "context" : draft.kind.value,
    because,
    title: draft.title,
    description: shortened(draft.statements.map((st) => st.text.replace(/\s+/g, " ").trim()).join(" ")),
    figures: draft.figures.map(figureText).join("; "),
    related: "",
    confidence: isDayNamed(draft) ? "medium" : "low",
    status: draft.modality.value === "stated" || draft.modality.value === "planned" ? "reported" : "estimated",
    source: options.source,
    locator: `${options.locator}, characters ${spansRead(draft)}`,
    note: notes.join(". "),
  };
}

/**
 * Whether the day is known: said in the article, and not guessed from its date. One article read by a machine is of
 * medium confidence at most; how sure the reading is stands in the note.
 */
function isDayNamed({ announced, date, inForce, ends }: Draft): boolean {
  const first = date ?? inForce ?? announced;
  const isNamed = first !== null && first.span !== null && first.precision === "day";
  // an end counted from the article's own date is a guess, too
  return isNamed && (ends === null || ends.precision === "day");
}

/** The stretches of all that the row holds, in the order of the text; what overlaps or only blanks part is one. */
function spansRead(draft: Draft): string {
  const reads = [draft.kind, draft.modality, draft.date, draft.announced, draft.inForce, draft.ends];
  const parts = [...reads, ...draft.actors, ...draft.targets, ...draft.materials, ...draft.stages];
  const spans = [...draft.statements, ...draft.figures, ...parts.flatMap((read) => read?.span ?? [])];
  const stretches: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = stretches.at(-1);
    if (last !== undefined && start <= last.end + 1) last.end = Math.max(last.end, end);
    else stretches.push({ start, end });
  }
  return stretches.map(({ start, end }) => `${start}-${end}`).join(", ");
}

const LONGEST_DESCRIPTION = 500;
const shortened = (text: string): string =>
  text.length <= LONGEST_DESCRIPTION ? text : `${text.slice(0, LONGEST_DESCRIPTION - 1)}…`;

/** `1238 t`, `250 cherry trees`, `5000-6000 t` */
export function figureText({ value, high, unit, thing }: Figure): string {
  const number = high === null ? String(value) : `${value}-${high}`;
  return `${number}${unit === "%" ? "" : " "}${unit === "count" ? thing : unit}`;
}

const MOST_IN_ID = 3;

/** who-when-what, as the ledger names its rows (`us-jp-2025-10-agreement`), with a number where that is taken. */
function freeId(draft: Draft, announced: string, { codeOf, taken }: RowOptions): string {
  const who = draft.actors.slice(0, MOST_IN_ID).map((a) => codeOf(a.value));
  const when = announced === "" ? "undated" : announced.slice(0, 7);
  const base = [...(who.length > 0 ? who : ["xx"]), when, draft.topic ?? draft.kind.value].join("-");
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(id)) return id;
  }
}

/** Rows as CSV lines (RFC 4180), without a header. */
export function rowsCsv(rows: readonly LedgerRow[]): string {
  return rows.map((row) => `${ledgerColumns.map((c) => cell(row[c])).join(",")}\n`).join("");
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""').replace(/[\r\n]+/g, " ")}"` : text;
}

/**
 * A ledger with the rows put in where their dates belong (the ledger is kept oldest first).
 * Everything that was there stays as it is.
 */
export function insertRows(
  ledger: string,
  records: readonly { readonly line: number; readonly announced: string }[],
  rows: readonly LedgerRow[],
): string {
  const lines = ledger.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const sorted = [...rows].sort((a, b) => (a.announced < b.announced ? -1 : a.announced > b.announced ? 1 : 0));
  const additions = new Map<number, string[]>();
  for (const row of sorted) {
    const next = records.find((r) => r.announced > row.announced);
    const at = next ? next.line - 1 : lines.length;
    additions.set(at, [...(additions.get(at) ?? []), rowsCsv([row]).slice(0, -1)]);
  }
  const out: string[] = [];
  for (let i = 0; i <= lines.length; i++) {
    out.push(...(additions.get(i) ?? []));
    if (i < lines.length) out.push(lines[i]!);
  }
  return `${out.join("\n")}\n`;
}
