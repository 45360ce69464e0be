import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { monazite } from "./in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "monazite-indicators-"));
afterAll(() => rmSync(folder, { recursive: true }));

const HEADER = "material,stage,IR_pct,EoL_RIR_pct,supply_data,SI_EI,SI_SR,HHI_WGI_t_GS,HHI_WGI_t_EU";
const published = join(import.meta.dirname, "../indicators/published");

async function compute(indicator: string, content: string | Uint8Array, name = "input.csv") {
  const path = join(folder, name);
  writeFileSync(path, content);
  const { code, stdout, stderr } = await monazite("indicators", indicator, "--input", path, "--json");
  return { code, stderr: stderr.replaceAll(`${path}:`, ""), json: code === 0 ? JSON.parse(stdout) : null };
}

describe("indicators eu-supply-risk", () => {
  test("the published table itself: a result a row, nothing taken from its results", async () => {
    const text = readFileSync(join(published, "eu-2017.csv"), "utf8");
    const { json } = await compute("eu-supply-risk", text);
    expect(json.results).toHaveLength(26);
    expect(json.results[7]).toMatchObject({ material: "Gallium", stage: "Processing", economicImportance: null });
    expect(json.results[7].supplyRisk).toBeCloseTo(1.508, 12);
    const blind = text.replace(/^([^,]+,[^,]+),[\d.]+,[\d.]+/gm, "$1,9,9");
    expect((await compute("eu-supply-risk", blind)).json.results).toEqual(json.results);
  });

  test("columns in any order; one row is also `result`; economic importance where its input is there", async () => {
    const header = `${HEADER},EI_before_substitution`.split(",").reverse().join(",");
    const { json } = await compute(
      "eu-supply-risk",
      `\uFEFF${header}\r\n5,,2,1,0.9,GS only,50,,Processing,Unobtainium\r\n`,
    );
    expect(json.result).toMatchObject({ material: "Unobtainium", supplyRisk: 1, economicImportance: 4.5 });
  });

  test("variant 2023: the stage with the higher supply risk stands for the material", async () => {
    const rows = [
      "W,Extraction,,0,GS only,1,1,1.2,",
      "W,Processing,,0,GS only,1,1,3.9,",
      "Ga,Processing,,0,GS only,1,1,2,",
    ];
    const { json } = await compute("eu-supply-risk-2023", `${HEADER}\n${rows.join("\n")}\n`);
    expect(json.results.map((r: Record<string, unknown>) => [r.material, r.stage, r.supplyRisk])).toEqual([
      ["W", "Processing", 3.9],
      ["Ga", "Processing", 2],
    ]);
    expect(json.variant).toContain("2023");
  });

  test("every problem in one report, with its place", async () => {
    const rows = [
      "A,Extraction,110,0,GS + EUS,1,1,2,2",
      'B,Extraction,"45,5",0,GS + EUS,1,1,2,2',
      "C,Extraction,,5%,GS + EUS,1,1,2,2",
      "D,Extraction,50,0,GS+EUS,1,1,2,2",
      "E,Extraction,50,0,GS only,1,1.2,-2,",
      "F,Extraction,,0,GS + EUS,1,1,2,2",
      "F,Extraction,50,0,GS + EUS,1,1,2,2",
    ];
    const { code, stderr } = await compute("eu-supply-risk", `${HEADER}\n${rows.join("\n")}\n`);
    expect(code).toBe(2);
    expect(stderr.trim().split("\n")).toEqual([
      "2:14: IR_pct: got 110, expected a number from 0 to 100; import reliance in per cent; needed with GS + EUS",
      '3:14: IR_pct: got "45,5", expected a number from 0 to 100; write the decimal with a point',
      '4:15: EoL_RIR_pct: got "5%", expected a number from 0 to 100; leave out the %',
      '5:19: supply_data: got "GS+EUS", expected one of "GS + EUS", "GS only", "EUS only"; did you mean "GS + EUS"?',
      "6:29: SI_SR: got 1.2, expected a number from 0 to 1; substitution index of supply risk",
      "6:33: HHI_WGI_t_GS: got -2, expected a number from 0 to 20; weighted HHI of global supply, 0 to 20; needed unless EUS only",
      '7:14: IR_pct: blank, but supply_data is "GS + EUS"; enter it, or correct supply_data',
      "8:1: material: F, Extraction was given before, in line 7; keep one row",
    ]);
  });

  test("what its kind of supply data needs, and rows given twice", async () => {
    const { code, stderr } = await compute(
      "eu-supply-risk",
      `${HEADER}\nA,Extraction,,0,GS + EUS,1,1,2,2\nA,Extraction,,0,EUS only,1,1,2,\n`,
    );
    expect(code).toBe(2);
    expect(stderr.trim().split("\n")).toEqual([
      '2:14: IR_pct: blank, but supply_data is "GS + EUS"; enter it, or correct supply_data',
      "3:1: material: A, Extraction was given before, in line 2; keep one row",
      '3:32: HHI_WGI_t_EU: blank, but supply_data is "EUS only"; enter it, or correct supply_data',
    ]);
  });

  test.each([
    ["another delimiter", HEADER.replaceAll(",", ";"), 'separated by ";"; separate them by commas'],
    ["a misspelt column", HEADER.replace("SI_SR", "SI_RS"), 'unknown column "SI_RS"; did you mean "SI_SR"?'],
    ["nothing", "", "the table is empty"],
    ["a header alone", HEADER, "no rows follow the header"],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x6d, 0]), "the file is UTF-16; save it as UTF-8"],
    ["gzip", new Uint8Array([0x1f, 0x8b, 8]), "compressed (gzip)"],
    ["a binary", new Uint8Array([0x50, 0x4b, 0, 3]), "the file is binary"],
  ])("%s", async (_, content, message) => {
    const { code, stderr } = await compute("eu-supply-risk", content);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test("windows-1252 is named with its line", async () => {
    const bytes = Buffer.from(
      `${HEADER}\nA,Extraction,,0,GS only,1,1,2,\nNi\xe9bium,Extraction,,0,GS only,1,1,2,\n`,
      "latin1",
    );
    const { code, stderr } = await compute("eu-supply-risk", bytes);
    expect(code).toBe(2);
    expect(stderr).toContain("3: the file is not UTF-8");
  });
});

describe("indicators geopolrisk", () => {
  const text = readFileSync(join(published, "geopolrisk.json"), "utf8");
  const [nickel] = JSON.parse(text);

  test("a list of one and a case alone say the same", async () => {
    const list = (await compute("geopolrisk", text, "case.json")).json;
    const alone = (await compute("geopolrisk", JSON.stringify(nickel), "case.json")).json;
    expect(list.result).toEqual(list.results[0]);
    expect(alone.result).toEqual(list.result);
    for (const [mine, theirs] of [
      [list.result.hhi, nickel.expected.HHI],
      [list.result.score, nickel.expected.score],
      [list.result.cf, nickel.expected.CF],
    ])
      expect(Math.abs(mine / theirs - 1)).toBeLessThan(1e-12);
  });

  test("every problem with its line", async () => {
    const bad = {
      ...nickel,
      domestic: -5,
      production: { CHN: "many" },
      trade: [
        { partner: 156, value_kusd: 1, qty_t: 1, wgi: 55 },
        { partner: 156, value_kusd: 1, qty: 1, wgi: 0.5 },
      ],
    };
    const { code, stderr } = await compute("geopolrisk", JSON.stringify(bad, null, 1), "case.json");
    expect(code).toBe(2);
    for (const message of [
      /\d+:\d+: cases\.0\.domestic: got -5/,
      /\d+:\d+: cases\.0\.production\.CHN: got "many", expected a number/,
      /\d+:\d+: cases\.0\.trade\.0\.wgi: got 55/,
      /\d+:\d+: cases\.0\.trade\.1: unknown key "qty"; use one of partner/,
    ])
      expect(stderr).toMatch(message);
  });

  test("shipments of one partner are added up, however its code is written, and so is a producer", async () => {
    const [brazil] = nickel.trade;
    const whole = { ...nickel, trade: [{ ...brazil, qty_t: 30, value_kusd: 60 }, nickel.trade[1]] };
    const parts = [10, 12, 8].map((qty_t) => ({ ...brazil, qty_t, value_kusd: 2 * qty_t }));
    const split = {
      ...nickel,
      trade: [parts[0], nickel.trade[1], { ...parts[1], partner: "076" }, { ...parts[2], partner: "BRA" }],
      production: { ...nickel.production, CHN: nickel.production.CHN - 1, 156: 1 },
    };
    const { results } = (await compute("geopolrisk", JSON.stringify([whole, split]), "case.json")).json;
    const { addedUpNote, ...rest } = results[1];
    expect(addedUpNote).toBe("partners 76 and 076 and BRA, producers 156 and CHN");
    for (const [name, value] of Object.entries(results[0]))
      if (typeof value === "number") expect(rest[name]).toBeCloseTo(value, 12);
      else expect(rest[name]).toBe(value);
  });

  test("a code that nobody defines is taken as written and noted; groups are known", async () => {
    const [brazil] = nickel.trade;
    const trade = [brazil, { ...brazil, partner: "EU" }, { ...brazil, partner: "BRX" }, { ...brazil, partner: 843 }];
    const odd = { ...nickel, importer: "USA", trade, production: { CHN: 5, R20: 3, OTH: 1, XYZ: 1 } };
    const { result } = (await compute("geopolrisk", JSON.stringify(odd), "case.json")).json;
    expect(result.codesNote).toMatch(/^XYZ, BRX, 843: no country .* and no group known here; taken as written$/);
    expect(result.groupsNote).toMatch(/^R20, OTH, EU: several countries, counted as one/);
    const { results } = (await compute("geopolrisk", text, "case.json")).json;
    expect(results[0]).not.toHaveProperty("codesNote");
    expect(results[0].groupsNote).toMatch(/^R20: /);
    const path = join(folder, "odd.json");
    writeFileSync(path, JSON.stringify([nickel, { ...odd, material: "Ga" }]));
    const shown = (await monazite("indicators", "geopolrisk", "--input", path)).stdout;
    expect(shown).toContain("\nGa: codes: XYZ, BRX, 843: no country");
    for (const line of shown.split("\n").slice(2, -2)) expect([...line].length).toBeLessThanOrEqual(80);
  });

  test("the world is no producer beside countries, and an importer that is its own partner is told", async () => {
    const world = { ...nickel, production: { CHN: 50, OTH: 20, WLD: 70 } };
    const { code, stderr } = await compute("geopolrisk", JSON.stringify(world), "case.json");
    expect(code).toBe(2);
    expect(stderr).toContain("WLD is the world, not a producer; leave it out");
    const self = { ...nickel, importer: "BRA" };
    const { result } = (await compute("geopolrisk", JSON.stringify(self), "case.json")).json;
    expect(result.importerNote).toContain("BRA is among its own partners");
  });

  test("many cases are read, and too many refused with a word on it", async () => {
    const cases = Array.from({ length: 2500 }, () => nickel);
    const long = JSON.stringify(cases, null, 1);
    expect(long.length).toBeGreaterThan(3_000_000);
    expect((await compute("geopolrisk", long, "case.json")).json.results).toHaveLength(2500);
    const { code, stderr } = await compute("geopolrisk", " ".repeat(20_000_001), "case.json");
    expect(code).toBe(2);
    expect(stderr).toContain("at most 20000000 are read");
  });

  test("a partner with two instabilities, and nothing to go by", async () => {
    const twice = { ...nickel, trade: [nickel.trade[0], { ...nickel.trade[0], partner: "BRA", wgi: 0.25 }] };
    const idle = { ...nickel, trade: [], domestic: 0, production: { CHN: 0 } };
    const { code, stderr } = await compute("geopolrisk", JSON.stringify([twice, idle], null, 1), "case.json");
    expect(code).toBe(2);
    expect(stderr).toContain(`partner BRA has wgi 0.25, and ${nickel.trade[0].wgi} in trade.0; give a partner one`);
    expect(stderr).toContain("nobody produces anything");
    expect(stderr).toContain("neither imports nor domestic production");
  });

  test("places in a file of one line, and of a key that comes twice", async () => {
    const line = JSON.stringify({ ...nickel, domestic: -5 });
    const column = line.indexOf("-5") + 1;
    expect((await compute("geopolrisk", line, "case.json")).stderr).toContain(`1:${column}: cases.0.domestic: got -5`);
    expect((await compute("geopolrisk", `[${line}]`, "case.json")).stderr).toContain(`1:${column + 1}: `);
    const twice = JSON.stringify(nickel, null, 1).replace('"ALB"', '"CHN": 1,\n"ALB"');
    const { code, stderr } = await compute("geopolrisk", twice, "case.json");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^\d+:1: key "CHN" comes twice|^\d+:\d+: key "CHN" comes twice/);
  });

  test.each([
    ["", "1: the file is empty; write one case"],
    ["[]", "1:1: cases: got an empty list"],
    ['{"material": ', ": not valid JSON"],
    [JSON.stringify({ material: "Ni" }, null, 1).slice(0, -4), "2:16: not valid JSON"],
  ])("what is no case: %s", async (content, message) => {
    const { code, stderr } = await compute("geopolrisk", content, "case.json");
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("YAML");
  });
});

describe("the other indicators over tables", () => {
  test("suppliers: 70, 20 and 10", async () => {
    const { json } = await compute(
      "suppliers",
      "material,country,tonnes,governance\nGa,CHN,70,-0.5\nGa,JPN,20,1.5\nGa,DEU,10,1.5\n",
    );
    // 0.49 + 0.04 + 0.01; weights 6, 2, 2: 2.94 + 0.08 + 0.02; −0.35 + 0.45
    expect(json.result.hhi).toBeCloseTo(0.54, 12);
    expect(json.result.governanceWeightedHhi).toBeCloseTo(3.04, 12);
    expect(json.result.weightedCountryRisk).toBeCloseTo(0.1, 12);
    expect(json.result).toMatchObject({ largestSupplier: "CHN", largestShare: 0.7, suppliers: 3, deraRiskGroup: 3 });
    expect(json.result.nMinusOneCoverage).toBeCloseTo(0.3, 12);
  });

  test.each([
    ["hhi", ["material", "hhi", "governanceWeightedHhi", "hhiPoints"]],
    ["n-1", ["material", "largestSupplier", "largestShare", "nMinusOneCoverage"]],
    ["dera", ["material", "hhiPoints", "weightedCountryRisk", "deraRiskGroup"]],
  ])("%s is a part of suppliers", async (id, fields) => {
    const table = "material,country,tonnes,governance\nGa,CHN,70,-0.5\nGa,JPN,30,1.5\n";
    const whole = (await compute("suppliers", table)).json.result;
    const { result } = (await compute(id, table)).json;
    expect(result).toEqual(Object.fromEntries(fields.map((name) => [name, whole[name]])));
  });

  test("net import reliance and economic importance", async () => {
    const reliance = await compute("net-import-reliance", "material,production,imports,exports\nGa,20,90,10\n");
    expect(reliance.json.result.netImportReliance).toBeCloseTo(0.8, 12);
    const header = "material,share_pct,value_added_million_eur,largest_sector_million_eur,SI_EI";
    const importance = await compute(
      "eu-economic-importance",
      `${header}\nGa,60,100000,200000,0.9\nGa,40,50000,200000,0.9\n`,
    );
    expect(importance.json.result.economicImportance).toBeCloseTo(3.6, 12);
  });

  test("economic importance says how much of the use its shares are", async () => {
    const header = "material,share_pct,value_added_million_eur,largest_sector_million_eur,SI_EI";
    const rows = ["Ga,40,100000,200000,1", "Ga,22,50000,200000,1", "Ge,99,100000,200000,1"];
    const content = `${header}\n${rows.join("\n")}\n`;
    const { json } = await compute("eu-economic-importance", content);
    expect(json.results[0].usesNote).toBe("sum to 62 %: the rest counts as worth nothing");
    expect(json.results[1]).not.toHaveProperty("usesNote");
    const shown = await monazite("indicators", "eu-economic-importance", "--input", join(folder, "input.csv"));
    expect(shown.stdout).toContain("\nGa: uses: sum to 62 %: the rest counts as worth nothing\n");
    const over = await compute("eu-economic-importance", `${header}\nW,60,1,2,1\nW,43,1,2,1\n`);
    expect(over.json.result.usesNote).toBe("sum to 103 %: more than all of it, as rounding may do");
    const far = await compute("eu-economic-importance", `${header}\nW,60,1,2,1\nW,46,1,2,1\n`);
    expect(far.code).toBe(2);
    expect(far.stderr).toContain("W: sum of the shares of use: got 1.06");
  });

  test("Nassar 2020", async () => {
    const { json } = await compute(
      "nassar",
      JSON.stringify({
        material: "Ga",
        producers: [{ country: "CHN", tonnes: 1, inability: 0.5, unwillingness: 0.4 }],
        production: 20,
        imports: 90,
        exports: 10,
        gdp: 1000,
        industries: [{ industry: "chips", value_added: 100, operating_profit: 10, expenditure: 5 }],
      }),
      "case.json",
    );
    // 0.2 × 0.8 × 0.05
    expect(json.result.supplyRisk).toBeCloseTo(0.2, 12);
  });
});

test("the list names formula, variant and source of each; an unknown one is named with its neighbours", async () => {
  const { stdout } = await monazite("indicators", "--json");
  for (const about of JSON.parse(stdout))
    for (const field of ["id", "title", "formula", "variant", "source", "input"]) expect(about[field]).not.toBe("");
  const { code, stderr } = await monazite("indicators", "eu-suply-risk", "--input", "x.csv");
  expect(code).toBe(2);
  expect(stderr).toContain('did you mean "eu-supply-risk"');
  expect((await monazite("indicators", "geopolrisk")).stderr).toContain("needs --input");
  expect((await monazite("indicators", "list", "--json")).stdout).toBe(stdout);
});

test("the text of GeoPolRisk has what its title promises, and not the numerator", async () => {
  const path = join(published, "geopolrisk.json");
  const { stdout } = await monazite("indicators", "geopolrisk", "--input", path);
  const lines = stdout.split("\n");
  expect(lines[3]).toMatch(/^material +year +importer +.*score +price +value +cf$/);
  expect(lines[4]).toMatch(/ 0.000323 +4.807 +0.001553 +0.003793$/);
  expect(stdout).not.toContain("numerator");
  const { json } = await compute("geopolrisk", readFileSync(path, "utf8"), "case.json");
  expect(json.result.numerator).toBeGreaterThan(0);
  expect(Object.keys(json)).not.toContain("onlyJson");
});

test("an estimate of the WGI where instability is expected is told, a larger number is not", async () => {
  const [nickel] = JSON.parse(readFileSync(join(published, "geopolrisk.json"), "utf8"));
  const trade = [-0.44, 55].map((wgi, partner) => ({ partner: partner + 1, value_kusd: 1, qty_t: 1, wgi }));
  const { stderr } = await compute("geopolrisk", JSON.stringify({ ...nickel, trade }), "case.json");
  expect(stderr).toContain("got -0.44, expected a number from -0.2 to 1.2; this looks like the WGI estimate");
  expect(stderr).toContain("instability is (2.5 − estimate) ÷ 5, here 0.588");
  expect(stderr).toMatch(/got 55, expected a number from -0.2 to 1.2; correct it/);
});

test("a raw material is critical at SR 1 and EI 2.8 and above, and where EI is unknown it hangs on it", async () => {
  const rows = [
    ["A", 1, 2.8],
    ["B", 1, 2.79],
    ["C", 0.99, 9],
    ["D", 1, ""],
  ];
  const text = rows.map(([m, sr, ei]) => `${m},Extraction,,0,GS only,1,1,${sr},,${ei}`).join("\n");
  const { json } = await compute("eu-supply-risk", `${HEADER},EI_before_substitution\n${text}\n`);
  const marks = json.results.map((r: Record<string, unknown>) => r.critical);
  expect(marks).toEqual(["yes", "no", "no", "if EI ≥ 2.8"]);
});

test("JSON for a table is one problem, an unknown column names all, an unknown indicator lists them once", async () => {
  const json = await compute("suppliers", '\n {"material": "Ga",\n "x": "y"}', "gp.json");
  expect(json.stderr).toBe(
    "1: this is JSON, the indicator takes CSV; its columns are material, country, tonnes, governance (may be left out)\n",
  );
  const column = await compute("suppliers", "material,country,tons,blah\nGa,CHN,1,2\n");
  expect(column.stderr).toContain('unknown column "tons"; did you mean "tonnes"?');
  expect(column.stderr).toContain(
    'unknown column "blah"; remove it; known are material, country, tonnes, governance (may be left out)',
  );
  const { stderr } = await monazite("indicators", "geopol", "--input", "x.json");
  expect(stderr).toContain('unknown indicator "geopol"; did you mean "geopolrisk"? there are eu-supply-risk,');
  expect(stderr.match(/net-import-reliance/g)).toHaveLength(1);
});

test("results fit 80 columns", async () => {
  const { stdout } = await monazite("indicators", "geopolrisk", "--input", join(published, "geopolrisk.json"));
  for (const line of stdout.split("\n").slice(2, -2)) expect([...line].length).toBeLessThanOrEqual(80);
  expect(stdout).toContain("0.2675");
});
