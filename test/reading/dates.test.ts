import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isoOf, plusDays, plusMonths, weekday, wholeWeek } from "../../src/reading/calendar.ts";
import { datesOf } from "../../src/reading/dates.ts";
import type { Language } from "../../src/reading/words.ts";

/** Tuesday */
const reference = "2025-10-28";

function iso(language: Language, text: string, on: string | null = reference): string {
  return datesOf(text, 0, language, on, null)
    .map((d) => `${d.stretch ? isoOf(d.stretch) : "?"}${d.role === "on" ? "" : ` ${d.role}`}`)
    .join(", ");
}

describe("dates in English", () => {
  test.each([
    ["They signed it on Tuesday", "2025-10-28"],
    ["They will meet on Thursday", "2025-10-30"],
    ["He said on Thursday", "2025-10-23"],
    ["China said late on Monday it would require licences", "2025-10-27"],
    ["last week", "2025-10-20"],
    ["last Friday", "2025-10-24"],
    ["next Friday", "2025-10-31"],
    ["in April", "2025-04"],
    ["since April 4", "2025-04-04 since"],
    ["October 9, 2025", "2025-10-09"],
    ["on 9 October", "2025-10-09"],
    ["effective from Dec. 1", "2025-12-01 from"],
    ["until Nov. 10, 2026", "2026-11-10 until"],
    ["two weeks ago", "2025-10-13"],
    ["next month", "2025-11"],
    ["early December", "2025-12"],
    ["the second quarter of 2026", "2026-04"],
    ["by the end of the year", "2025-12 before"],
    ["by 2030", "2030 before"],
    ["from 2026 to 2028", "2026 from, 2028 until"],
    ["OCTOBER 9, 2025", "2025-10-09"],
    ["10/28/2025 and 28/10/2025", "2025-10-28, 2025-10-28"],
    ["9/10/2025", ""],
    ["30 February 2025", ""],
    ["it may rain, they march on, 2,025 tonnes, 2025 tonnes, $2025", ""],
    ["Announcement No. 2025", ""],
  ])("%s: %s", (text, expected) => expect(iso("en", text)).toBe(expected));
});

describe("dates in German", () => {
  test.each([
    ["Xi trifft er am Donnerstag", "2025-10-30"],
    ["das sagte er am Donnerstag", "2025-10-23"],
    ["am Montagabend", "2025-10-27"],
    ["am kommenden Donnerstag", "2025-10-30"],
    ["in der vergangenen Woche", "2025-10-20"],
    ["im April", "2025-04"],
    ["seit dem 4. April", "2025-04-04 since"],
    ["ab dem 1. Dezember", "2025-12-01 from"],
    ["bis zum 10. November 2026", "2026-11-10 until"],
    ["Anfang Dezember", "2025-12"],
    ["Ende 2026", "2026-12"],
    ["vor zwei Wochen", "2025-10-13"],
    ["28.10.2025", "2025-10-28"],
    ["im zweiten Quartal 2026", "2026-04"],
    ["im vergangenen Jahr", "2024"],
    ["So wie Mo und Di, 2025 Tonnen, 1.2025", ""],
  ])("%s: %s", (text, expected) => expect(iso("de", text)).toBe(expected));
});

describe("dates in Japanese", () => {
  test.each([
    ["10月9日に発表した。", "2025-10-09"],
    ["先週", "2025-10-20"],
    ["今年4月", "2025-04"],
    ["昨年12月", "2024-12"],
    ["来年1月", "2026-01"],
    ["28日、署名した。", "2025-10-28"],
    ["30日に会談する予定だ。", "2025-10-30"],
    ["30日に決めた。", "2025-09-30"],
    ["令和7年10月28日", "2025-10-28"],
    ["2026年11月10日まで", "2026-11-10 until"],
    ["12月1日から施行する。", "2025-12-01 from"],
    ["来週の木曜日", "2025-11-06"],
    ["2030年までに", "2030 before"],
    ["2年前倒しする、1日350トン、6カ月以内、90日間", ""],
  ])("%s: %s", (text, expected) => expect(iso("ja", text)).toBe(expected));
});

test("what depends on the article's date is left open when that is not known", () => {
  expect(iso("en", "on Thursday", null)).toBe("?");
  expect(iso("de", "am Donnerstag und am 9. Oktober 2025", null)).toBe("?, 2025-10-09");
  expect(iso("ja", "先週", null)).toBe("?");
});

describe("the calendar", () => {
  const day = fc.integer({ min: 0, max: 73_000 }).map((n) => plusDays("1900-01-01", n));

  test("a week begins on a Monday and holds its day", () => {
    fc.assert(
      fc.property(day, (of) => {
        const { from, to } = wholeWeek(of);
        expect(weekday(from)).toBe(1);
        expect(from <= of && of <= to).toBe(true);
      }),
    );
  });

  test("months later is months earlier of it, but for the ends of months", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -500, max: 500 }), (of, months) => {
        const there = plusMonths(of, months);
        if (there.slice(8) === of.slice(8)) expect(plusMonths(there, -months)).toBe(of);
        else expect(Number(there.slice(8))).toBeLessThan(Number(of.slice(8)));
      }),
    );
  });

  test("does not know the machine's time zone", () => {
    const before = process.env.TZ;
    const inZone = (zone: string) => {
      process.env.TZ = zone;
      return [
        iso("en", "on Thursday, yesterday, last month, 31 March 2024"),
        iso("ja", "先週の金曜日"),
        weekday("2025-03-30"),
      ];
    };
    try {
      expect(inZone("Pacific/Kiritimati")).toEqual(inZone("America/Los_Angeles"));
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});
