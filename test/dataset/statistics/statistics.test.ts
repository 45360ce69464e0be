import { expect, test } from "vitest";
import { checkStatistics, formatProblem, InputError, parseStatistics } from "../../../src/dataset/index.ts";

const MATERIALS = `id,name,symbol,usgs2025,eu2023,modelMaterials,note
gallium,Gallium,Ga,yes,strategic,gallium,
`;
const FLOWS = `year,exporter,importer,valueThousandUsd,tonnes,source
2024,CHN,NAM,12.5,0.4,cepii
2024,CHN,JPN,900,,cepii
`;
const dataset = {
  commodities: [{ material: "gallium" }],
  countries: ["CHN", "JPN", "NAM"].map((id) => ({ id })),
  sources: [{ id: "cepii" }],
} as never;

const read = (changes: Record<string, string> = {}) =>
  parseStatistics(
    new Map(
      Object.entries({ "statistics/materials.csv": MATERIALS, "statistics/trade/811292.csv": FLOWS, ...changes }),
    ),
  );

test("tables are read by name; a heading is the name of its file; a blank weight is unknown, not zero", () => {
  const statistics = read();
  expect(statistics.tradeFlows.map((f) => [f.hs6, f.importer, f.valueThousandUsd, f.tonnes])).toEqual([
    ["811292", "NAM", 12.5, 0.4],
    ["811292", "JPN", 900, null],
  ]);
  expect(statistics.governance).toEqual([]);
  expect(checkStatistics(statistics, dataset)).toEqual([]);
});

test("every name nobody defines and every row given twice is a problem with its line", () => {
  const problems = checkStatistics(
    read({
      "statistics/governance.csv": `country,indicator,year,estimate,source,locator
JPM,rule-of-law,2022,1.5,cepii,
JPN,rule-of-law,2022,1.5,cepi,
`,
      "statistics/trade/811292.csv": `${FLOWS}2024,CHN,JPN,800,3,cepii\n`,
      "statistics/trade_codes.csv": `hs6,material,stage,form,fit,containedShare,productionForm,scoring,source,locator,note
811292,galium,refining,unwrought,shared,1,,none fits,cepii,,
`,
    }),
    dataset,
  );
  expect(problems.map(formatProblem).sort()).toEqual([
    'statistics/governance.csv:2: country: unknown name "JPM"; did you mean "JPN"? (see countries.csv)',
    'statistics/governance.csv:3: source: unknown name "cepi"; did you mean "cepii"? (see sources.csv)',
    "statistics/trade/811292.csv:4: statistics/trade/811292:CHN>JPN:2024:cepii was given before, at statistics/trade/811292.csv:3; keep one row",
    'statistics/trade_codes.csv:2: material: unknown name "galium"; did you mean "gallium"? (see statistics/materials.csv)',
  ]);
});

test("cells that cannot be read are reported together", () => {
  const bad = {
    "statistics/trade/811292.csv": "year,exporter,importer,valueThousandUsd,tonnes,source\n2024,CHN,JPN,-1,x,c\n",
  };
  expect(() => read(bad)).toThrow(InputError);
  expect(() => read(bad)).toThrow(
    /811292.csv:2:14: valueThousandUsd: -1 is outside[\s\S]*811292.csv:2:17: tonnes: "x"/,
  );
});

test("a heading is scored with a form that production has, or says why with none", () => {
  const codes = (rows: string) =>
    checkStatistics(
      read({
        "statistics/production.csv": `material,stage,form,country,year,tonnes,status,source,locator,note
gallium,refining,"primary, gallium content",CHN,2025,60,reported,cepii,,
`,
        "statistics/trade_codes.csv": `hs6,material,stage,form,fit,containedShare,productionForm,scoring,source,locator,note
${rows}`,
      }),
      dataset,
    ).map(formatProblem);
  expect(codes('811292,gallium,refining,unwrought,shared,,"primary, gallium content",,cepii,,\n')).toEqual([]);
  expect(codes('811292,gallium,refining,unwrought,shared,,"primary gallium content",,cepii,,\n')).toEqual([
    'statistics/trade_codes.csv:2: productionForm: "primary gallium content" is no form of gallium, refining; did you mean "primary, gallium content"? (see statistics/production.csv, form)',
  ]);
  expect(codes("811292,gallium,refining,unwrought,shared,,,,cepii,,\n")).toEqual([
    "statistics/trade_codes.csv:2: productionForm is blank without a reason; name a form, or say under scoring why none fits",
  ]);
});
