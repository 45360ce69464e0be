import { isoOf } from "./calendar.ts";
import type { DateMention } from "./dates.ts";
import { AFTER_MEETING, type Draft, type Unplaced } from "./draft.ts";
import type { Scan } from "./scan.ts";
import { overlaps, type Span } from "./span.ts";

/**
 * Every date, country, material and figure that was recognised and is in no draft, in the order of the text: what a
 * reader of the ledger may want to look at. What a draft says in other words (a country named twice) is in it.
 * @param article the place of the article's own date, which needs no other
 */
export function leftOver(scans: readonly Scan[], drafts: readonly Draft[], article: Span | null): Unplaced[] {
  const statements = drafts
    .flatMap((draft) => draft.statements.map(({ start, end }) => ({ start, end, draft })))
    .sort((a, b) => a.start - b.start);
  // who acts may stand in the sentence before
  const used = new Set(
    drafts.flatMap((d) => [...d.actors, ...d.targets, ...d.materials].flatMap((r) => r.span?.start ?? [])),
  );
  const out: Unplaced[] = [];
  let next = 0;
  for (const scan of scans) {
    while (next < statements.length && statements[next]!.end <= scan.start) next += 1;
    const near: typeof statements = [];
    for (let i = next; i < statements.length && statements[i]!.start < scan.end; i++) near.push(statements[i]!);
    const list = (what: Unplaced["what"], { start, end, text }: Span, isIn: (draft: Draft) => boolean) => {
      const own = near.filter((s) => s.start <= start && end <= s.end).map((s) => s.draft);
      if (!own.some(isIn) && !(used.has(start) && what !== "figure"))
        out.push({ start, end, text, what, why: own.length > 0 ? whyNot(own[0]!) : NO_KIND });
    };
    for (const date of scan.dates) {
      if (article !== null && overlaps(date, article)) continue;
      if (date.stretch === null) out.push({ ...plain(date), what: "date", why: UNKNOWN });
      else list("date", date, (draft) => holdsDate(draft, date));
    }
    for (const mention of scan.countries)
      list("country", mention, ({ actors, targets, notes }) =>
        mention.countries.every(
          (c) =>
            [...actors, ...targets].some((p) => p.value === c) ||
            notes.some((n) => n.startsWith(AFTER_MEETING) && n.slice(0, n.indexOf(":")).includes(c)),
        ),
      );
    for (const mention of scan.materials)
      list("material", mention, ({ materials }) => materials.some((m) => m.value === mention.material));
    for (const figure of scan.figures)
      list("figure", figure, ({ figures }) =>
        figures.some((f) => f.value === figure.value && f.high === figure.high && f.unit === figure.unit),
      );
  }
  return out;
}

const NO_KIND = "the statement does not tell what kind of event it is";
const UNKNOWN = "it depends on the article's date, which is not known";
const whyNot = (draft: Draft): string =>
  `the statement is part of draft ${draft.number}, which has no place for it: see whether it matters`;
const plain = ({ start, end, text }: Span): Span => ({ start, end, text });

/** As it is, or in a note ("to be done by 2026"), or told more precisely. */
function holdsDate(draft: Draft, { stretch, start, end }: DateMention): boolean {
  const { from, to } = stretch!;
  const dates = [draft.date, draft.announced, draft.inForce, draft.ends].filter((d) => d !== null);
  const value = isoOf(stretch!);
  return (
    dates.some((d) => d.span !== null && overlaps(d.span, { start, end })) ||
    dates.some((d) => d.span !== null && `${d.value}-01-01`.slice(0, 10) >= from && d.to <= to) ||
    draft.notes.some((n) => n.endsWith(` ${value}`))
  );
}
