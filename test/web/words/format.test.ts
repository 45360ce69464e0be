import { describe, expect, test } from "vitest";
import { type Format, formatOf } from "../../../src/web/words/format.ts";

const [en, de, ja] = [formatOf("en"), formatOf("de"), formatOf("ja")];

/** With the spaces that do not break shown as `_`. */
const said = (print: (f: Format) => string) => [en, de, ja].map((f) => print(f).replace(/[\u00a0\u202f]/g, "_"));

describe("a format", () => {
  test.each<[string, (f: Format) => string, string[]]>([
    ["thousands", (f) => f.number(1240), ["1,240", "1.240", "1,240"]],
    ["small numbers in three digits", (f) => f.number(0.12345), ["0.123", "0,123", "0.123"]],
    ["digits asked for", (f) => f.number(12.345, 4), ["12.35", "12,35", "12.35"]],
    ["below zero, with a minus", (f) => f.number(-3.5), ["−3.5", "−3,5", "−3.5"]],
    ["nothing below zero that rounds to zero", (f) => f.percent(-0.001), ["0%", "0_%", "0%"]],
    ["what is no number", (f) => f.number(Number.NaN), ["–", "–", "–"]],
    ["shares", (f) => f.percent(0.456), ["46%", "46_%", "46%"]],
    ["shares with decimals", (f) => f.percent(0.4561, 1), ["45.6%", "45,6_%", "45.6%"]],
    ["tonnes in three digits", (f) => f.tonnes(58_321), ["58,300_t", "58.300_t", "58,300トン"]],
    ["hundreds of thousands of tonnes", (f) => f.tonnes(138_400), ["138,000_t", "138.000_t", "13.8万トン"]],
    ["millions of tonnes", (f) => f.tonnes(2.5e6), ["2.5_Mt", "2,5_Mio._t", "250万トン"]],
    ["tonnes a month", (f) => f.tonnesPerMonth(12.34), ["12.3_t/month", "12,3_t/Monat", "12.3トン/月"]],
    ["tonnes a year", (f) => f.tonnesPerYear(1240), ["1,240_t/year", "1.240_t/Jahr", "1,240トン/年"]],
    ["dollars", (f) => f.usd(12_400), ["$12,400", "12.400_USD", "12,400ドル"]],
    ["millions of dollars", (f) => f.usd(310e6), ["$310m", "310_Mio._USD", "3.1億ドル"]],
    ["billions of dollars", (f) => f.usd(1.4e9), ["$1.4bn", "1,4_Mrd._USD", "14億ドル"]],
    ["trillions of dollars, below zero", (f) => f.usd(-3.2e12), ["−$3.2tn", "−3,2_Bio._USD", "−3.2兆ドル"]],
    ["what rounds up to the next word", (f) => f.usd(999.6e6), ["$1bn", "1_Mrd._USD", "10億ドル"]],
    ["dollars a tonne", (f) => f.usdPerTonne(310_400), ["$310,000/t", "310.000_USD/t", "310,000ドル/トン"]],
    [
      "a million dollars a tonne",
      (f) => f.usdPerTonne(1_250_000),
      ["$1,250,000/t", "1.250.000_USD/t", "125万ドル/トン"],
    ],
    ["one day", (f) => f.days(1.2), ["1_day", "1_Tag", "1日"]],
    ["days", (f) => f.days(45.4), ["45_days", "45_Tage", "45日"]],
    ["months", (f) => f.months(6), ["6_months", "6_Monate", "6か月"]],
    ["a month", (f) => f.month("2026-09"), ["September 2026", "September 2026", "2026年9月"]],
    ["a month in short", (f) => f.shortMonth("2026-09"), ["Sep 2026", "Sept. 2026", "2026年9月"]],
    ["a day", (f) => f.date("2026-12-03"), ["3 December 2026", "3. Dezember 2026", "2026年12月3日"]],
    ["a list", (f) => f.list(["A", "B", "C"]), ["A, B and C", "A, B und C", "A、B、C"]],
    ["a choice", (f) => f.or(["A", "B"]), ["A or B", "A oder B", "AまたはB"]],
    ["the form for one", (f) => f.plural(1, { one: "one", other: "other" }), ["one", "one", "other"]],
    ["the form for none", (f) => f.plural(0, { one: "one", other: "other" }), ["other", "other", "other"]],
  ])("writes %s", (_, print, expected) => {
    expect(said(print)).toEqual(expected);
  });

  test("is made once", () => expect(formatOf("ja")).toBe(ja));
});
