import { type Day, isoOf, plusDays, plusMonths, type Stretch } from "./calendar.ts";
import type { DateMention } from "./dates.ts";
import type { ReadDate } from "./draft.ts";
import type { Figure } from "./figures.ts";
import type { KindFound } from "./kind.ts";
import type { Scan } from "./scan.ts";
import { distance } from "./span.ts";
import { isUsersStop } from "./users-stop.ts";

export interface When {
  readonly date: ReadDate | null;
  readonly announced: ReadDate | null;
  readonly inForce: ReadDate | null;
  readonly ends: ReadDate | null;
  readonly notes: readonly string[];
}

const LASTS = new Set([
  "outage",
  "route-closure",
  "suspension",
  "licence",
  "export-ban",
  "export-tax",
  "import-tariff",
  "quota",
]);

/** When it happens, takes effect and ends. @param reference the article's date, if known */
export function whenOf(scan: Scan, kind: KindFound, reference: Day | null): When {
  const known = scan.dates.filter((d) => d.stretch !== null);
  const own = known.filter((d) => !isOfAnEarlierEvent(scan, d));
  const placed = own.length > 0 || kind.kind === "suspension" ? own : known;
  const nearest = (roles: readonly DateMention["role"][]) =>
    placed
      .filter((d) => roles.includes(d.role))
      .sort(
        (a, b) =>
          isAttribute(scan, a) - isAttribute(scan, b) || nearness(a, kind) - nearness(b, kind) || a.start - b.start,
      )[0];
  const on = nearest(["on"]);
  const from = nearest(["from", "since"]);
  const until = nearest(["until"]);
  const by = nearest(["before"]);
  const notes: string[] = [];
  const isLasting = LASTS.has(kind.kind) || isUsersStop(kind);
  const effect = from ?? (kind.kind === "facility" || kind.kind === "recycling" ? by : undefined);
  const main = on ?? effect;
  const date = main ? read(main) : by ? read(by) : null;
  const begins = effect ?? (on && isAhead(on.stretch!, reference) ? on : undefined);
  const announced =
    on && on !== begins
      ? read(on)
      : begins && !isAhead(begins.stretch!, reference)
        ? read(begins)
        : ofArticle(reference);
  if (announced && announced.span === null) notes.push("no day of announcement is named: the article's date is taken");
  if (until && !isLasting) notes.push(`until ${isoOf(until.stretch!)}`);
  if (by && by !== effect) notes.push(`to be done by ${isoOf(by.stretch!)}`);
  const within = scan.figures.find((f) => /^(?:days|weeks|months|working days)$/.test(f.unit) && isDeadline(scan, f));
  if (within) notes.push(`deadline: ${within.text}`);
  const inForce = begins ? read(begins) : null;
  const first = inForce ?? date;
  // a works that stopped stopped about when it was told
  const counted = first === null && (kind.kind === "outage" || isUsersStop(kind)) ? announced : first;
  const lasted = isLasting ? afterDuration(scan, counted) : null;
  const ends = until && isLasting ? read(until) : lasted;
  if (ends !== null && ends === lasted && counted?.span === null) notes.push(COUNTED);
  return { date, announced, inForce, ends, notes };
}

/** "quotas for 2026", 2026年の枠: what it is for, not when it is said; 1 comes after 0. */
function isAttribute(scan: Scan, { start, end }: DateMention): 0 | 1 {
  const before = scan.text.slice(Math.max(0, start - scan.start - 16), start - scan.start);
  const after = scan.text.slice(end - scan.start, end - scan.start + 2);
  const isFor = scan.language === "ja" ? /^の/.test(after) : /(?:\bfor|für|für das Jahr|of)\s+(?:the )?$/.test(before);
  return isFor ? 1 : 0;
}

const EARLIER_BEFORE: Readonly<Record<string, RegExp>> = {
  en: /(?:that|which)\s+(?:\p{L}+\s+){0,2}(?:announced|imposed|introduced|unveiled|adopted|published)\s+(?:on|in|late|last)?\s*$|(?:controls|restrictions|curbs|rules|measures|ban|tariffs?|licensing|regime|earths)\s+(?:\p{L}+\s+)?(?:announced|imposed|introduced|unveiled|adopted)\s+(?:on|in|since|last)?\s*$/u,
  de: /^(?!)/,
  ja: /^(?!)/,
};
const EARLIER_AFTER: Readonly<Record<string, RegExp>> = {
  en: /^(?!)/,
  de: /^\s+(?:\p{L}+\s+)?(?:angekündigte|verhängte|eingeführte|erlassene|beschlossene|verkündete)[nrs]?\s+\p{Lu}/u,
  ja: /^(?:に|から)?(?:発表|導入|発動|公表|実施|施行|打ち出)した(?!。|と|こと)|^に(?:始めた|起きた|決めた)(?!。|と)/u,
};

/** "the controls announced on 9 October": the date belongs to what is spoken of, not to what is said of it. */
function isOfAnEarlierEvent(scan: Scan, { start, end }: DateMention): boolean {
  const before = scan.text.slice(Math.max(0, start - scan.start - 60), start - scan.start);
  const after = scan.text.slice(end - scan.start, end - scan.start + 60);
  return EARLIER_BEFORE[scan.language]!.test(before) || EARLIER_AFTER[scan.language]!.test(after);
}

const nearness = (mention: DateMention, kind: KindFound): number =>
  Math.min(...kind.triggers.map((t) => distance(t, mention)));

const isAhead = (stretch: Stretch, reference: Day | null): boolean => reference !== null && stretch.from > reference;

function read(mention: DateMention): ReadDate {
  const stretch = mention.stretch!;
  const { start, end, text } = mention;
  return {
    value: isoOf(stretch),
    to: stretch.to,
    precision: stretch.precision,
    confidence: mention.confidence,
    span: { start, end, text },
  };
}

/** The article's own date, where a statement names none. */
export function ofArticle(reference: Day | null): ReadDate | null {
  return reference === null ? null : { value: reference, to: reference, precision: "day", confidence: 0.4, span: null };
}

function isDeadline(scan: Scan, figure: Figure): boolean {
  const before = scan.text.slice(Math.max(0, figure.start - scan.start - 24), figure.start - scan.start);
  return (
    /(?:within|in the next|innerhalb von|binnen|innerhalb)\s+(?:the next\s+)?$/i.test(before) ||
    /以内/.test(figure.text)
  );
}

export const COUNTED = "the end is counted from the article's date: no day is named";

/** "for a year": the last day, counted from the first. */
export function afterDuration(scan: Scan, from: ReadDate | null): ReadDate | null {
  if (from === null || from.precision !== "day") return null;
  const length = scan.figures.find((f) => /^(?:days|weeks|months|years)$/.test(f.unit) && lasts(scan, f));
  if (!length) return null;
  const months = length.unit === "years" ? 12 * length.value : length.unit === "months" ? length.value : null;
  const next =
    months === null
      ? plusDays(from.value, length.value * (length.unit === "weeks" ? 7 : 1))
      : plusMonths(from.value, months);
  const last = plusDays(next, -1);
  const { start, end, text } = length;
  const confidence = from.span === null ? 0.4 : 0.7;
  return { value: last, to: last, precision: "day", confidence, span: { start, end, text } };
}

function lasts(scan: Scan, figure: Figure): boolean {
  const before = scan.text.slice(Math.max(0, figure.start - scan.start - 20), figure.start - scan.start);
  if (/(?:\blasts?|\blasted|\bdauert|\bdauerte)\s+(?:about |at least |some |etwa |rund |mindestens )?$/i.test(before))
    return true;
  if (scan.language === "ja")
    return /間$/.test(figure.text) || /^間/.test(scan.text.slice(figure.end - scan.start, figure.end - scan.start + 1));
  return (
    /(?:\bfor|\bfür|\bum)\s+(?:a further |another |at least |about |weitere |zunächst |vorerst )?$/i.test(before) ||
    /^(?:\s|-)(?:long|suspension|pause|truce|period|outage|shutdown|halt|stoppage|lang|dauern)/.test(
      scan.text.slice(figure.end - scan.start, figure.end - scan.start + 12),
    )
  );
}
