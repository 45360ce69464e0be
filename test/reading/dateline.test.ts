import { expect, test } from "vitest";
import { read } from "./words.ts";

test.each([
  "TOKIO, 28. Oktober 2025. China hat die Ausfuhr von Gallium am Montag verboten.",
  "TOKIO, 28. Oktober 2025 China hat die Ausfuhr von Gallium am Montag verboten.",
  "TOKIO, 28. Oktober 2025 (dpa) – China hat die Ausfuhr von Gallium am Montag verboten.",
  "China verbietet die Ausfuhr von Gallium\nTOKIO, 28. Oktober 2025\nChina hat die Ausfuhr von Gallium am Montag verboten.",
  "BEIJING, Oct 28, 2025 (Agency) - China banned exports of gallium on Monday.",
  "Jakarta (Agency), 28 October 2025 - China banned exports of gallium on Monday.",
  "【東京=2025年10月28日】中国は月曜日にガリウムの輸出を禁止した。",
])("%s: the dateline dates the article and is not listed", (text) => {
  const { article, drafts, unplaced } = read(text);
  expect([article.date, article.dateFrom]).toEqual(["2025-10-28", "text"]);
  expect(drafts.map((d) => d.date?.value)).toEqual(["2025-10-27"]);
  expect(unplaced).toEqual([]);
});

test("a dateline without a year dates nothing, which is said, and is not listed either", () => {
  const { article, unplaced } = read("JAKARTA, Feb 3 (Agency) - Indonesia banned exports of nickel ore on Monday.");
  expect(article.date).toBeNull();
  expect(article.notes.join()).toContain('"Feb 3" names no year');
  expect(unplaced.map((u) => u.text)).toEqual(["Monday"]);
});

test("with --date the dateline is passed over", () => {
  const { article, drafts, unplaced } = read(
    "JAKARTA, Feb 3 (Agency) - Indonesia banned exports of nickel ore on Monday.",
    "2026-02-03",
  );
  expect(article.date).toBe("2026-02-03");
  expect(drafts.map((d) => d.date?.value)).toEqual(["2026-02-02"]);
  expect(unplaced).toEqual([]);
});

test("a place and a day within a sentence are no dateline", () => {
  const { article } = read("Die Regierung sprach darüber in Tokio, 28. Oktober 2025 und danach wieder.");
  expect(article.dateline).toBeNull();
});
