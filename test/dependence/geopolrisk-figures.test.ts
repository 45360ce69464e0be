import { expect, test } from "vitest";
import { parseStatistics, type Statistics } from "../../src/dataset/index.ts";
import { geoPolRiskFigures } from "../../src/dependence/geopolrisk-figures.ts";
import { governanceOf } from "../../src/dependence/governance.ts";
import { worldMakers } from "../../src/dependence/world-makers.ts";
import { FILES } from "./small.ts";

const HEADER = "hs6,material,stage,form,fit,containedShare,productionForm,scoring,source,locator,note";

/** The small statistics with a trade code of the test's own, and more production. */
function statistics(code: string, production = ""): Statistics {
  return parseStatistics(
    new Map(
      Object.entries({
        ...FILES,
        "statistics/governance.csv": `${FILES["statistics/governance.csv"]!}FRA,political-stability,2022,1.5,wgi,\n`,
        "statistics/production.csv": FILES["statistics/production.csv"]! + production,
        "statistics/trade_codes.csv": `${HEADER}\n811292,gallium,refining,unwrought metal,${code},hs,,\n`,
      }),
    ),
  );
}

function figureOf(country: string, from: Statistics, material = "gallium") {
  const governance = governanceOf(from);
  const viewpoint = { id: country, name: country, members: new Set([country]) };
  const figures = geoPolRiskFigures(from, material, viewpoint, worldMakers(from, material, governance), governance);
  expect(figures.length).toBeLessThanOrEqual(1);
  return figures[0];
}

test("by hand: imports count by what they contain", () => {
  // HHI (60² + 20²) ÷ 80² = 0.625; half of 30 t and 10 t is mineral; (15 × 0.6 + 5 × 0.2) ÷ (20 + own 20)
  const figure = figureOf("JPN", statistics("exact,0.5,primary,half is gallium"))!;
  expect(figure.value).toBeCloseTo((0.625 * (15 * 0.6 + 5 * 0.2)) / 40, 12);
  expect(figure.about).toBe("HS 811292, primary");
  expect(figure.qualifier).toBe(
    "HHI without the 20 % of production that no country is named for; HHI of the world without USA, withheld",
  );
});

test("no score where the contained share is unknown and there is own production, with the reason", () => {
  const figure = figureOf("JPN", statistics("dominant,,primary,its grade differs"))!;
  expect(figure.value).toBeNull();
  expect(figure.qualifier).toBe("none: imports in tonnes of goods and own production do not add up: its grade differs");
});

test("without own production the contained share cancels", () => {
  const unknown = figureOf("DEU", statistics("proxy,,primary,"))!;
  expect(unknown.value).toBeCloseTo(0.625 * 0.24, 12); // (1 t × 0.6 + 9 t × 0.2) ÷ 10 t
  expect(unknown.qualifier).toBe(
    "heading is proxy; imports by weight of goods; HHI without the 20 % of production that no country is named for; HHI of the world without USA, withheld",
  );
  expect(figureOf("DEU", statistics("proxy,0.25,primary,"))!.value).toBeCloseTo(unknown.value!, 15);
});

test("a heading shared with other minerals has no score, with or without own production", () => {
  const code = "shared,,primary,one of two,hs,,\n811292,germanium,refining,unwrought metal,shared,,,";
  for (const country of ["DEU", "JPN"])
    expect(figureOf(country, statistics(code))).toMatchObject({
      value: null,
      qualifier: "none: the heading holds 2 minerals, and how much of each differs by origin",
    });
});

test("a heading is scored with the form it names, not with the first of its stage", () => {
  const secondary = "gallium,refining,alloy,CHN,2026,900,reported,usgs,,\n";
  expect(figureOf("DEU", statistics("exact,1,primary,", secondary))!.value).toBeCloseTo(0.625 * 0.24, 12);
  const alloy = figureOf("DEU", statistics("exact,1,alloy,", secondary))!;
  expect(alloy.value).toBeCloseTo(0.24, 12);
  expect(alloy.cited.years).toBe("trade 2024, production 2026, governance 2022");
});

test("own production that is withheld is not zero, and a heading without a form says why", () => {
  const withheld = statistics("exact,1,primary,", "gallium,refining,primary,DEU,2025,,withheld,usgs,,\n");
  expect(figureOf("DEU", withheld)).toMatchObject({
    value: null,
    qualifier: "none: own production is withheld (DEU)",
  });
  expect(figureOf("DEU", statistics("exact,1,,only trioxide is counted"))).toMatchObject({
    value: null,
    qualifier: "none: only trioxide is counted",
    about: "HS 811292, unwrought metal",
  });
  const alone = { ...withheld, governance: withheld.governance.filter((g) => g.country !== "FRA") };
  expect(figureOf("DEU", alone)!.qualifier).toBe("none: under nine tenths of the imports have a governance estimate");
  expect(figureOf("DEU", statistics("exact,1,sponge,"))!.qualifier).toContain('no production by country of "sponge"');
});
