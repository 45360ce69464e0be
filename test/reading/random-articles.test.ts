import fc from "fast-check";
import { expect, test } from "vitest";
import { InputError } from "../../src/dataset/index.ts";
import { isoOf } from "../../src/reading/calendar.ts";
import { htmlText } from "../../src/reading/html-text.ts";
import { type Draft, readArticle } from "../../src/reading/index.ts";
import { scan } from "../../src/reading/scan.ts";
import { sentencesOf } from "../../src/reading/sentences.ts";
import { overlaps } from "../../src/reading/span.ts";
import { lexicon, read } from "./words.ts";

const pieces = fc.constantFrom(
  ..."China|Beijing's|Japan und|die USA|中国は|日本への|米国の|banned|exports of|Exportkontrollen für|輸出規制を|停止した|gallium|Seltene Erden|レアアース|Dy/Tb|on 9 October|am Donnerstag|先週|until 2026|5,000 tonnes|8,5 Mrd. Euro|1兆円|within 180 days|not|könnte|検討|. |。|\n\n|\n- |; | while |, |(|「|»|\u00ad|Ｃ|😀|é|\u0301|1.|U.S.|".split(
    "|",
  ),
);
const articles = fc.array(pieces, { minLength: 1, maxLength: 80 }).map((words) => words.join(" "));

test("whatever the article, every span quotes it, every confidence is a share and numbers go from 1", () => {
  fc.assert(
    fc.property(articles, fc.constantFrom("2025-10-28", "2024-02-29", undefined), (text, date) => {
      let reading: ReturnType<typeof read>;
      try {
        reading = read(`The rules of the article and die Regeln der Artikel: ${text}`, date);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        return;
      }
      const { article, drafts, unplaced } = reading;
      expect(drafts.map((d) => d.number)).toEqual(drafts.map((_, i) => i + 1));
      for (const draft of drafts) {
        const reads = [
          draft.kind,
          draft.modality,
          draft.date,
          draft.announced,
          draft.inForce,
          draft.ends,
          ...draft.actors,
          ...draft.targets,
          ...draft.materials,
          ...draft.stages,
        ].filter((r) => r !== null);
        for (const { confidence, span } of reads) {
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          if (span) expect(article.text.slice(span.start, span.end)).toBe(span.text);
        }
        for (const span of [...draft.statements, ...draft.figures])
          expect(article.text.slice(span.start, span.end)).toBe(span.text);
        for (const d of [draft.date, draft.announced, draft.inForce, draft.ends])
          if (d) expect(d.value).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
        expect(new Set(draft.actors.map((a) => a.value)).size).toBe(draft.actors.length);
      }
      for (const { start, end, text: quoted } of unplaced)
        if (!quoted.endsWith("…")) expect(article.text.slice(start, end)).toBe(quoted);
      expect(read(`The rules of the article and die Regeln der Artikel: ${text}`, date)).toEqual(reading);
    }),
    { numRuns: 200 },
  );
});

test("sentences cover everything but white space, in order, without overlap", () => {
  fc.assert(
    fc.property(fc.oneof(articles, fc.string({ unit: "grapheme", maxLength: 200 })), (text) => {
      let at = 0;
      for (const { start, end } of sentencesOf(text)) {
        expect(text.slice(at, start).trim()).toBe("");
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(text.slice(at).trim()).toBe("");
    }),
  );
});

test("no page breaks the reading of HTML", () => {
  const tags = fc.constantFrom(
    "<p>",
    "</p>",
    "<div",
    ">",
    "<article>",
    "</article>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "&amp;",
    "&#x110000;",
    "<br/>",
    "<nav>",
    "</nav>",
    "<input hidden>",
    '<meta name="date" content="',
    '">',
    "<time datetime=2025-10-28>",
    "text ",
    "\u0000",
  );
  fc.assert(
    fc.property(fc.array(tags, { maxLength: 60 }), (parts) => {
      const page = htmlText(parts.join(""), () => {
        throw new Error("too deep");
      });
      expect(typeof page.text).toBe("string");
      expect(page.leftOutCharacters).toBeGreaterThanOrEqual(0);
    }),
  );
});

/** What the gazetteers recognise, found again without the reader. */
function recognised(text: string, date: string | undefined) {
  return sentencesOf(text).flatMap((sentence) => {
    const found = scan(text, sentence, "en", lexicon, date ?? null, null);
    return [...found.dates, ...found.countries, ...found.materials, ...found.figures];
  });
}

/** Whether a draft holds what was recognised, read from another place: a country named twice, "in October" beside its day. */
function says(draft: Draft, item: ReturnType<typeof recognised>[number]): boolean {
  if ("countries" in item)
    return item.countries.every((c) => [...draft.actors, ...draft.targets].some((p) => p.value === c));
  if ("material" in item) return draft.materials.some((m) => m.value === item.material);
  if ("unit" in item) return draft.figures.some((f) => f.value === item.value && f.unit === item.unit);
  const { stretch } = item;
  if (stretch === null) return false;
  const days = [draft.date, draft.announced, draft.inForce, draft.ends].filter((d) => d !== null);
  const isFiner = days.some((d) => `${d.value}-01-01`.slice(0, 10) >= stretch.from && d.to <= stretch.to);
  return isFiner || draft.notes.some((n) => n.endsWith(` ${isoOf(stretch)}`));
}

test("every date, country, material and figure that is recognised is in a draft or listed as not placed", () => {
  fc.assert(
    fc.property(articles, fc.constantFrom("2025-10-28", undefined), (words, date) => {
      const text = `The rules of the article: ${words}`;
      let reading: ReturnType<typeof readArticle>;
      try {
        reading = readArticle("article", text, lexicon, { language: "en", ...(date === undefined ? {} : { date }) });
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        return;
      }
      const { article, drafts, unplaced } = reading;
      // a country or a figure named twice is in a draft by its first place: whatever it is called, the draft holds it
      const held = drafts.flatMap((d) =>
        [d.date, d.announced, d.inForce, d.ends, ...d.actors, ...d.targets, ...d.materials].filter((r) => r !== null),
      );
      const spans = [...held.flatMap((r) => r.span ?? []), ...drafts.flatMap((d) => d.figures), ...unplaced];
      for (const item of recognised(article.text, article.date ?? undefined)) {
        const isArticles = article.dateSpan !== null && overlaps(item, article.dateSpan);
        const isHere = spans.some((s) => overlaps(s, item)) || isArticles;
        const inAStatement = drafts.filter((d) => d.statements.some((st) => overlaps(st, item)));
        const isSaidAgain = !isHere && inAStatement.some((d) => says(d, item));
        expect(isHere || isSaidAgain, `${item.text} at ${item.start} of ${article.text}`).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
