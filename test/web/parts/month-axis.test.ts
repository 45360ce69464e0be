import { expect, test } from "vitest";
import { monthAxis } from "../../../src/web/parts/month-axis.ts";

const months = Array.from(
  { length: 36 },
  (_, i) => `${2025 + Math.floor((i + 3) / 12)}-${String(((i + 3) % 12) + 1).padStart(2, "0")}`,
);
const labels = (width: number, lang: "en" | "de" | "ja") => {
  const { ticks, tickFormat } = monthAxis(months, width, lang);
  return ticks.map(tickFormat);
};

test("months are labelled as far as there is room, Januaries by their year", () => {
  expect(months[0]).toBe("2025-04");
  expect(labels(390, "en")).toEqual(["Jul", "2026", "Jul", "2027", "Jul", "2028"]);
  expect(labels(120, "de")).toEqual(["2026", "2028"]);
  expect(labels(700, "de").slice(0, 5)).toEqual(["Apr", "Jul", "Okt", "2026", "Apr"]);
  expect(labels(390, "ja").slice(0, 2)).toEqual(["7月", "2026年"]);
});
