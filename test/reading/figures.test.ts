import { expect, test } from "vitest";
import { figuresOf } from "../../src/reading/figures.ts";
import { decimal, japaneseNumber } from "../../src/reading/numbers.ts";
import type { Language } from "../../src/reading/words.ts";

const figures = (language: Language, text: string) =>
  figuresOf(text, 0, language, []).map(({ value, high, unit, thing }) =>
    [high === null ? value : `${value}-${high}`, unit === "count" ? thing : unit].join(" "),
  );

test.each<[Language, string, string[]]>([
  ["en", "gave 250 cherry trees to 21 economies", ["250 cherry trees", "21 economies"]],
  ["en", "2 percent of GDP, two years early", ["2 %", "2 years"]],
  ["en", "US$400m, A$200 million and $8.5 billion", ["400000000 USD", "200000000 AUD", "8500000000 USD"]],
  ["en", "$110 per kilogram", ["110 USD/kg"]],
  ["en", "5,000 to 6,000 tonnes a year", ["5000-6000 t/year"]],
  ["en", "fell 74% to 1,238 tonnes", ["74 %", "1238 t"]],
  ["en", "within 45 working days", ["45 working days"]],
  ["en", "6,000 m deep", ["6000 m"]],
  ["en", "two people familiar with Announcement No. 18, Section 232, 61/2025", []],
  ["de", "250 Kirschbäume und 21 Volkswirtschaften", ["250 Kirschbäume", "21 Volkswirtschaften"]],
  ["de", "zwei Prozent für Verteidigung zwei Jahre früher", ["2 %", "2 years"]],
  ["de", "8,5 Milliarden Dollar, 216 Mio. Euro", ["8500000000 USD", "216000000 EUR"]],
  ["de", "1.238 Tonnen", ["1238 t"]],
  ["de", "400 bis 500 Tonnen", ["400-500 t"]],
  ["ja", "桜の木250本と21の国と地域", ["250 桜の木", "21 国と地域"]],
  ["ja", "1兆2000億円、85億ドル、3割", ["1200000000000 JPY", "8500000000 USD", "30 %"]],
  ["ja", "180日以内、1年間、6カ月", ["180 days", "1 years", "6 months"]],
  ["ja", "年間6000トン、第18号", ["6000 t"]],
])("%s: %s", (language, text, expected) => expect(figures(language, text)).toEqual(expected));

test("numbers as each language writes them", () => {
  expect(decimal("1.200,5", "de")).toBe(1200.5);
  expect(decimal("1,200.5", "en")).toBe(1200.5);
  expect(decimal("3.5", "de")).toBe(3.5);
  expect(decimal("1.200", "de")).toBe(1200);
  expect(decimal("1.2.3", "de")).toBeUndefined();
  expect(japaneseNumber("1兆2000億")).toBe(1.2e12);
  expect(japaneseNumber("二十五")).toBe(25);
  expect(japaneseNumber("百二十万")).toBe(1_200_000);
});
