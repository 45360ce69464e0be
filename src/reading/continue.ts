import type { Stretch } from "./calendar.ts";
import { isoOf } from "./calendar.ts";
import type { DateMention } from "./dates.ts";
import type { Draft, Read, ReadDate } from "./draft.ts";
import { joined } from "./merge.ts";
import type { Scan } from "./scan.ts";
import { stagesOf } from "./stages.ts";
import { isOfTheMeasure } from "./the-measure.ts";
import { afterDuration, COUNTED } from "./when.ts";
import type { Language } from "./words.ts";

const CONTROLS = new Set(["export-ban", "licence", "quota", "export-tax", "import-tariff", "suspension"]);
export const isControl = (draft: Draft): boolean => CONTROLS.has(draft.kind.value);
export const SPEAKS_ON: Readonly<Record<Language, RegExp>> = {
  en: /^(?:The|These|Those|This|It|They|Its|Affected|Among|Both|Under it|Under the|In addition|Also|That|With this|Under)\b/,
  de: /^(?:Die|Diese|Dieser|Dieses|Das|Der|Sie|Es|Betroffen|Dazu|Darunter|Ihre|Seine|Beide|Auch|Zudem|Außerdem|Damit|Dadurch|Dies|Dabei|Davon|Zugleich|Seitdem|Darin)(?!\p{L})/u,
  ja: /^(?:対象|規制|措置|これ|同|この|その|両国|合意|協定|枠組み|施行|あわせて|また)/,
};
/** Begins with an agreement that was told before. */
export const THE_AGREEMENT =
  /^(?:(?:Cooperation|The cooperation)\b|The (?:agreement|deal|framework|accord|pact|memorandum)|Das (?:\p{L}*[Aa]bkommen|Rahmenwerk|Memorandum)|Die (?:\p{L}*[Vv]ereinbarung|Absichtserklärung)|(?:この|今回の)?「?(?:協定|合意|枠組み))/u;
const ITEM = /^\s*(?:\(?\d{1,2}[.)）]|[-*•・–])\s*/;

/** Whether a sentence speaks on about what was said before it: "They …", an item of a list, no subject in Japanese. */
export function goesOn(scan: Scan, before: Draft): boolean {
  const text = scan.text.replace(ITEM, "");
  const known = scan.countries.every((c) =>
    [...before.actors, ...before.targets].some((p) => c.countries.includes(p.value)),
  );
  if (!known) return false;
  if (SPEAKS_ON[scan.language].test(text)) return true;
  return scan.countries.length === 0 && (ITEM.test(scan.text) || scan.language === "ja");
}

/** A sentence without an event of its own that goes on about the one before it: "They take effect on 1 December." */
export function continuation(scan: Scan, before: Draft): Draft | null {
  const has = (cue: string) => scan.cues.some((c) => c.cue === cue);
  const placed = scan.dates.filter((d) => d.stretch !== null);
  const isOfIt = isControl(before) && isOfTheMeasure(scan);
  const begins = placed.find((d) => d.role === "from" || d.role === "on" || (isOfIt && d.role === "since"));
  const until = placed.find((d) => d.role === "until");
  const controls = isControl(before);
  const isList = controls && has("affected") && scan.materials.length > 0 && !has("export");
  const isEffect = (has("effect") || isOfIt) && (begins !== undefined || until !== undefined);
  // "The ministry said so on Friday": when it was announced
  const isAgreed = has("agree") && scan.countries.length === 0;
  const isSaid =
    (has("say") || isAgreed) && begins !== undefined && scan.materials.length === 0 && scan.text.length < 160;
  const counted = before.inForce ?? before.date ?? (before.kind.value === "outage" ? before.announced : null);
  const lasting = controls || before.kind.value === "outage" ? afterDuration(scan, counted) : null;
  const says = scan.figures.length > 0 || scan.stages.length > 0 || until !== undefined || begins?.role === "from";
  const isAmount = controls && scan.countries.length === 0 && scan.figures.length > 0 && has("export");
  const isMore = (isAmount || goesOn(scan, before)) && (says || (controls && scan.materials.length > 0));
  if (!isList && !isEffect && !isMore && !isSaid) return null;

  const starts = begins?.role === "from" || (isEffect && !isSaid) ? begins : undefined;
  const inForce = before.inForce ?? (starts ? read(starts) : null);
  const said = isSaid && begins?.role === "on" ? read(begins) : null;
  const date =
    said && (before.date === null || before.date.value === before.inForce?.value) ? said : (before.date ?? inForce);
  const takesMaterials = isList || controls || before.topic === "agreement";
  return {
    ...before,
    date,
    announced: said && before.announced?.span === null ? said : before.announced,
    inForce,
    ends: before.ends ?? (until ? read(until) : lasting),
    materials: takesMaterials
      ? fresh(
          before.materials,
          scan.materials.map((m) => ({
            value: m.material,
            confidence: m.confidence,
            span: { start: m.start, end: m.end, text: m.text },
          })),
        )
      : before.materials,
    stages: fresh(before.stages, stagesOf(scan.stages, scan.materials)),
    figures: [...before.figures, ...scan.figures],
    statements: [...before.statements, { start: scan.start, end: scan.end, text: scan.text }],
    notes: [
      ...(said ? before.notes.filter((n) => !n.startsWith("no day of announcement")) : before.notes),
      ...(before.ends === null && !until && lasting && counted?.span === null ? [COUNTED] : []),
    ],
  };
}

/** A draft that only says more of the one before it: "The factory will make 2,000 tonnes a year." */
export function saysMore(scan: Scan, draft: Draft, before: Draft): Draft | null {
  const same =
    draft.kind.value === before.kind.value &&
    draft.topic === before.topic &&
    (draft.modality.value === before.modality.value || draft.kind.value === "facility");
  if (!same || draft.topic === "end-use" || draft.topic === "trade" || draft.topic === "price") return null;
  // "The agreement aims at less dependence on China": of the agreement, not one with China
  if (draft.topic === "agreement" && THE_AGREEMENT.test(scan.text))
    return {
      ...joined(before, { ...draft, actors: [], targets: [] }),
      statements: [...before.statements, ...draft.statements],
    };
  const known = scan.countries.every((c) => before.actors.some((a) => c.countries.includes(a.value)));
  const isAnnounced =
    known &&
    isControl(before) &&
    scan.cues.some((c) => c.cue === "say") &&
    before.date?.value === before.inForce?.value;
  const isMore = goesOn(scan, before) && scan.countries.length === 0 && (draft.date === null || before.date === null);
  if (!isAnnounced && !isMore) return null;
  const date = isAnnounced && draft.date ? { date: draft.date, announced: draft.date } : {};
  return { ...joined(before, draft), ...date, statements: [...before.statements, ...draft.statements] };
}

const WEAKER = 0.9;

function read(mention: DateMention & { readonly stretch: Stretch | null }): ReadDate {
  const { start, end, text } = mention;
  const stretch = mention.stretch!;
  const confidence = Number((mention.confidence * WEAKER).toFixed(2));
  return {
    value: isoOf(stretch),
    to: stretch.to,
    precision: stretch.precision,
    confidence,
    span: { start, end, text },
  };
}

/** The old ones and those that are new, a little less sure. */
function fresh(old: readonly Read<string>[], more: readonly Read<string>[]): Read<string>[] {
  const found = [...old];
  for (const item of more)
    if (!found.some((o) => o.value === item.value))
      found.push({ ...item, confidence: Number((item.confidence * WEAKER).toFixed(2)) });
  return found;
}
