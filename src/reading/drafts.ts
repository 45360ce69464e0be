import type { Day } from "./calendar.ts";
import { whoOnlyMet } from "./coordination.ts";
import { AFTER_MEETING, type Draft, type Read } from "./draft.ts";
import type { KindFound } from "./kind.ts";
import { kindOf } from "./kinds.ts";
import type { MaterialMention } from "./materials.ts";
import { modalityOf } from "./modality.ts";
import { askedOf, partiesOf } from "./parties.ts";
import type { Scan } from "./scan.ts";
import type { Span } from "./span.ts";
import { stagesOf } from "./stages.ts";
import { isUsersStop } from "./users-stop.ts";
import { ofArticle, whenOf } from "./when.ts";

const LONGEST_TITLE = 140;
const NEEDS_PARTIES = new Set(["agreement", "summit", "dispute", "defence-equipment", "military"]);
const MEANS_EVERYONE = new Set(["export-ban", "licence", "quota", "export-tax", "import-tariff"]);

/** The draft of one statement, or null when nothing tells what kind of event it is. */
export function draftOf(scan: Scan, reference: Day | null): Draft | null {
  const kind = kindOf(scan);
  if (kind === null) return null;
  const modality = modalityOf(scan, kind);
  const when = whenOf(scan, kind, reference);
  if (isOfNoConcern(scan, kind)) return null;
  if (
    NEEDS_PARTIES.has(kind.topic ?? "") &&
    partiesOf(scan, kind).actors.length === 0 &&
    !scan.cues.some((c) => c.cue === "both")
  )
    return null;
  const { actors, targets } = modality.modality === "demanded" ? askedOf(scan, kind) : partiesOf(scan, kind);
  const notes = [...when.notes];
  const everyone = targets.length === 0 && MEANS_EVERYONE.has(kind.kind);
  if (everyone) notes.push("no target is named: everyone is taken");
  if (modality.modality !== "stated")
    notes.push(`${modality.modality}, not a plain statement: "${modality.span!.text}"`);
  if (kind.kind === "licence" && !scan.cues.some((c) => c.cue === "licence"))
    notes.push("controls whose form is not named: read as licences");
  notes.push(...notesOn(scan, kind, actors));
  const unknown = scan.dates.filter((d) => d.stretch === null);
  if (unknown.length > 0) notes.push(`depends on the article's date, which is not known: "${unknown[0]!.text}"`);
  const draft: Omit<Draft, "confidence"> = {
    number: 0,
    kind: { value: kind.kind, confidence: kind.confidence, span: spanOfTriggers(scan, kind) },
    topic: kind.topic,
    modality: {
      value: modality.modality,
      confidence: modality.modality === "stated" ? 0.9 : 0.75,
      span: modality.span,
    },
    date: when.date,
    announced: when.announced,
    inForce: when.inForce,
    ends: when.ends,
    actors,
    targets: everyone ? [{ value: "WLD", confidence: 0.5, span: null }] : targets,
    materials: materialsRead(scan.materials),
    stages: stagesOf(scan.stages, scan.materials),
    figures: scan.figures,
    title: titleOf(scan.text),
    statements: [{ start: scan.start, end: scan.end, text: scan.text }],
    notes,
  };
  return { ...draft, confidence: confidenceOf(draft, modality.factor) };
}

/** What a person should know of how the kind was told. */
function notesOn(scan: Scan, kind: KindFound, actors: readonly Read<string>[]): string[] {
  const notes: string[] = [];
  if (kind.topic === "easing")
    notes.push("looks like a relaxation of a control, not a new one: name that one in related");
  if (isUsersStop(kind)) notes.push("a user stops, not a supplier: an outcome; name in related what caused it");
  const mentions = scan.countries.filter((c) => actors.some((a) => a.span?.start === c.start));
  if (kind.kind === "export-ban" && mentions.length > 0 && mentions.every((c) => c.form === "organisation"))
    notes.push("a company stops exporting, not its state");
  const met = kind.kind === "context" ? [] : whoOnlyMet(scan);
  if (met.length > 0)
    notes.push(
      `${AFTER_MEETING} ${[...new Set(met.flatMap((c) => c.countries))].join(", ")}: see whether that is an event of its own`,
    );
  return notes;
}

/** A twin town's treaty: an event, but not of this ledger. */
function isOfNoConcern(scan: Scan, { topic }: KindFound): boolean {
  const named = new Set(scan.countries.flatMap((c) => c.countries));
  const isBloc = [...named].some((name) => !/^[A-Z]{3}$/.test(name));
  const together = topic === "agreement" || topic === "summit" || topic === "dispute";
  if (together && named.size < 2 && !isBloc && scan.materials.length === 0)
    return !scan.cues.some((c) => c.cue === "both");
  return false;
}

/** How sure the whole is: its kind, lessened by what is missing and by how certain the text itself is. */
export function confidenceOf(draft: Omit<Draft, "confidence">, modalityFactor: number): number {
  const actor = draft.actors.length > 0 ? 0.8 + 0.2 * draft.actors[0]!.confidence : 0.75;
  const date = draft.date ? 0.85 + 0.15 * draft.date.confidence : 0.8;
  return Number((draft.kind.confidence * modalityFactor * actor * date).toFixed(2));
}

function materialsRead(mentions: readonly MaterialMention[]): Read<string>[] {
  const found = new Map<string, Read<string>>();
  for (const { material, confidence, start, end, text } of mentions)
    if (!found.has(material)) found.set(material, { value: material, confidence, span: { start, end, text } });
  return [...found.values()];
}

function spanOfTriggers(scan: Scan, { triggers }: KindFound): Span {
  const start = Math.min(...triggers.map((t) => t.start));
  const end = Math.max(...triggers.map((t) => t.end));
  return { start, end, text: scan.text.slice(start - scan.start, end - scan.start) };
}

export function titleOf(statement: string): string {
  const line = statement.replace(/\s+/g, " ").trim();
  if (line.length <= LONGEST_TITLE) return line;
  const cut = line.slice(0, LONGEST_TITLE - 1);
  const blank = cut.lastIndexOf(" ");
  return `${blank > LONGEST_TITLE / 2 ? cut.slice(0, blank) : cut}…`;
}

export { ofArticle };
