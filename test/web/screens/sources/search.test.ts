import { describe, expect, test } from "vitest";
import type { FigureRow } from "../../../../src/web/engine/asks/figures.ts";
import { matcher, searchText } from "../../../../src/web/screens/sources/search.ts";
import { withSources } from "../../../../src/web/screens/sources/with-sources.ts";

const row: FigureRow = {
  figure: "prices/dysprosium-oxide@WLD",
  table: "prices",
  value: 257000,
  low: null,
  high: null,
  unit: "USD/t",
  year: 2024,
  status: "reported",
  source: "usgs-mcs-2026",
  locator: "RARE EARTHS, salient statistics, price 2024",
  note: "free on board China, Argus",
};
const usgs = { publisher: "US Geological Survey", title: "Mineral Commodity Summaries 2026" };

describe("the search for figures", () => {
  const text = searchText(row, "酸化ジスプロシウム、世界", "価格", usgs);

  test.each([
    ["", true],
    ["dysprosium", true],
    ["GEOLOGICAL argus", true],
    ["酸化ジスプロシウム　価格", true],
    ["ＵＳＧＳ　２０２４", true],
    ["salient 257", false],
    ["terbium", false],
    ["dysprosium terbium", false],
  ])("%s: %s", (query, found) => {
    expect(matcher(query)(text)).toBe(found);
  });
});

test("a text is split at the sources it names, and nothing of it is lost", () => {
  const text = "94 % of sintered magnets (OECD/IEA, oecd-2025); re-exports, lynas-fy25-q3";
  const parts = withSources(text, [{ id: "oecd-2025" }, { id: "lynas-fy25" }]);
  expect(parts.map((part) => part.text).join("")).toBe(text);
  expect(parts.filter((part) => part.source).map((part) => part.text)).toEqual(["oecd-2025"]);
});
