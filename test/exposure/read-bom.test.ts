import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/dataset/index.ts";
import { exposureOf } from "../../src/exposure/exposure.ts";
import { readBom } from "../../src/exposure/read-bom.ts";
import { vocabulary } from "../policy/fixture.ts";
import { press, rehearsalOf, runOf, ship } from "./sample.ts";

const header =
  "product,units_per_month,margin_usd_per_unit,commodity,stage,kg_per_unit,supplier_shares,days_of_stock,country";
const rows = [
  "motor,3650,10,magnet,,1.6,AAA:0.8;CCC:0.2,20,BBB",
  "motor,,,oxide,separation,0.01,AAA:1,45,",
  'radar,12,"50000",oxide,,2,AAA:1,60,CCC',
];
const text = (...lines: string[]) => `${[header, ...lines].join("\n")}\n`;

/** What readBom reports, one problem a line. */
function problemsOf(source: string, country?: string): string[] {
  try {
    readBom("bom.csv", source, vocabulary, country === undefined ? {} : { country });
  } catch (error) {
    return (error as Error).message.split("\n");
  }
  return [];
}

describe("readBom", () => {
  test("reads products with their inputs; product columns may be blank after one row", () => {
    expect(readBom("bom.csv", text(...rows), vocabulary)).toEqual({
      file: "bom.csv",
      products: [
        {
          product: "motor",
          unitsPerMonth: 3650,
          marginUsdPerUnit: 10,
          givenCountry: "BBB",
          country: "BBB",
          inputs: [
            {
              line: 2,
              commodity: "magnet",
              kgPerUnit: 1.6,
              daysOfStock: 20,
              suppliers: [
                { given: "AAA", country: "AAA", share: 0.8 },
                { given: "CCC", country: "CCC", share: 0.2 },
              ],
            },
            {
              line: 3,
              commodity: "oxide",
              kgPerUnit: 0.01,
              daysOfStock: 45,
              suppliers: [{ given: "AAA", country: "AAA", share: 1 }],
            },
          ],
        },
        {
          product: "radar",
          unitsPerMonth: 12,
          marginUsdPerUnit: 50000,
          givenCountry: "CCC",
          country: "CCC",
          inputs: [expect.objectContaining({ line: 4, commodity: "oxide", kgPerUnit: 2, daysOfStock: 60 })],
        },
      ],
    });
  });

  test("takes a byte order mark, CRLF, spaces around cells and rows of commas", () => {
    const spread = `\uFEFF${text(...rows.map((r) => r.replaceAll(",", " , ").replace('"50000"', "50000")), ",,,,,,,,")}`;
    const plain = readBom("bom.csv", text(...rows), vocabulary);
    expect(readBom("bom.csv", spread.replaceAll("\n", "\r\n"), vocabulary)).toEqual(plain);
  });

  test("the country option stands in where no row names one, and only there", () => {
    const own = rows.map((r) => r.replace(/,BBB$/, ","));
    expect(problemsOf(text(...own))).toEqual([
      'bom.csv:2: nothing says where "motor" is built; fill a country column or give --country',
    ]);
    const bom = readBom("bom.csv", text(...own), vocabulary, { country: "AAA" });
    expect(bom.products.map((p) => p.country)).toEqual(["AAA", "CCC"]);
    expect(problemsOf(text(...own), "PAIR")[0]).toMatch(/^--country: "PAIR" is several countries; name one country/);
    expect(problemsOf(text(...own), "ZZZ")[0]).toMatch(/^--country: unknown country "ZZZ"/);
  });

  test("shares within half a per cent of 1 are scaled to it, others are a mistake", () => {
    const row = (shares: string) => text(`motor,1,1,magnet,,1,${shares},1,BBB`);
    const [product] = readBom("bom.csv", row("AAA:0.333;BBB:0.333;CCC:0.333"), vocabulary).products;
    for (const { share } of product!.inputs[0]!.suppliers) expect(share).toBeCloseTo(1 / 3, 12);
    expect(problemsOf(row("AAA:0.5;BBB:0.495"))).toEqual([]);
    expect(problemsOf(row("AAA:0.5;BBB:0.49"))).toEqual([
      "bom.csv:2:21: supplier_shares: the shares sum to 0.99; they must sum to 1 (0.5 % is allowed for rounding)",
    ]);
  });
});

describe("mistakes", () => {
  const row = (change: Record<number, string>) =>
    text(
      rows[0]!
        .split(",")
        .map((cell, i) => change[i] ?? cell)
        .join(","),
    );

  test.each<[Record<number, string>, string]>([
    [{ 1: "0" }, "bom.csv:2:7: units_per_month: 0 is out of range; enter a number in units above 0 to 1000000000"],
    [{ 1: "" }, "bom.csv:2:7: units_per_month: the cell is blank"],
    [{ 2: "-3" }, "bom.csv:2:12: margin_usd_per_unit: -3 is out of range"],
    [{ 3: "magnt" }, 'bom.csv:2:15: commodity: unknown commodity "magnt"; did you mean "magnet"?'],
    [{ 3: "" }, "bom.csv:2:15: commodity: the cell is blank"],
    [{ 3: "chain" }, 'commodity: "chain" is 3 commodities; fill stage, or write magnet or ore or oxide'],
    [{ 3: "chain", 4: "recycling" }, 'stage: "chain" has no commodity of stage "recycling"; it is magnet or ore'],
    [{ 4: "magnett" }, 'bom.csv:2:22: stage: unknown stage "magnett"; did you mean "magnet"?'],
    [{ 4: "mining" }, 'stage: "magnet" has no commodity of stage "mining"; it is magnet'],
    [{ 5: "-1.6" }, "bom.csv:2:23: kg_per_unit: -1.6 is out of range; enter a number in kg above 0 to 1000000"],
    [{ 5: "1600 g" }, 'kg_per_unit: "1600 g" has a unit; convert it to kg and write the number alone'],
    [{ 5: "1e9" }, "kg_per_unit: 1e9 is out of range"],
    [{ 5: "heavy" }, 'kg_per_unit: "heavy" is not a number'],
    [{ 5: "NaN" }, 'kg_per_unit: "NaN" is not a number'],
    [{ 6: "AAA:0.8;CHX:0.2" }, 'supplier_shares: unknown country "CHX"'],
    [{ 6: "PAIR:1" }, 'supplier_shares: "PAIR" is 2 countries; name one country'],
    [{ 6: "AAA:80;CCC:20" }, 'supplier_shares: the share 20 of "CCC" is not from 0 to 1; write 0.8 for 80 %'],
    [{ 6: "AAA:80%" }, 'supplier_shares: "AAA:80%" has no share; write country:share pairs'],
    [{ 6: "AAA" }, 'supplier_shares: "AAA" is not a pair; write country:share pairs such as CHN:0.8;JPN:0.2'],
    [{ 6: "AAA:0.5;AAA:0.5" }, 'supplier_shares: "AAA" appears twice; add its shares up'],
    [{ 6: "" }, "supplier_shares: the cell is blank"],
    [{ 7: "1 month" }, 'days_of_stock: "1 month" has a unit; convert it to days'],
    [{ 7: "-1" }, "days_of_stock: -1 is out of range; enter a number in days from 0 to 3650"],
    [{ 8: "BBX" }, 'country: unknown country "BBX"; did you mean "BBB"?'],
    [{ 0: "" }, "bom.csv:2:1: product: the cell is blank; name the product in every row"],
  ])("%j", (change, expected) => {
    const problems = problemsOf(row(change));
    expect(problems).toHaveLength(change[6] === "AAA:80;CCC:20" ? 2 : 1); // both shares are at fault there
    expect(problems[0]).toContain(expected);
  });

  test("rows of a product that disagree name both", () => {
    expect(problemsOf(text(rows[0]!, "motor,3600,10.0,oxide,,1,AAA:1,9,CCC"))).toEqual([
      'bom.csv:3:7: units_per_month: "3600" here, "3650" in row 2 of "motor"; make both agree, or leave all but one blank',
      'bom.csv:3:34: country: "CCC" here, "BBB" in row 2 of "motor"; make both agree, or leave all but one blank',
    ]);
  });

  test("a repeated row names the first", () => {
    expect(problemsOf(text(...rows, rows[0]!))).toEqual([
      'bom.csv:5:15: commodity: "motor" needs magnet in row 2 already; put all its suppliers into one row',
    ]);
  });

  test("all problems of a file come in one report, in order of rows", () => {
    const broken = text(
      "motor,x,10,magnet,,1.6,AAA:0.8,20,BBB",
      "motor,,,oxid,,0.01,AAA:1,45,",
      "radar,12,5,oxide,,2,AAA:1",
      "radar,12,5,oxide,,-2,ZZZ:1,60,CCC",
    );
    expect(problemsOf(broken).map((p) => p.split(" ")[0])).toEqual([
      "bom.csv:2:7:",
      "bom.csv:2:24:",
      "bom.csv:3:9:",
      "bom.csv:4:",
      "bom.csv:5:19:",
      "bom.csv:5:22:",
    ]);
  });

  test.each([
    ["semicolons", text(...rows).replaceAll(",", ";"), /^bom\.csv:1:8: fields are separated by ";", expected commas/],
    ["tabs", text(...rows).replaceAll(",", "\t"), /^bom\.csv:1:8: fields are separated by tabs, expected commas/],
    [
      "quoted semicolons",
      text(...rows)
        .replace(header, header.replaceAll(/[a-z_]+/g, '"$&"'))
        .replaceAll(",", ";"),
      /^bom\.csv:1:10: fields are separated by ";", expected commas[^\n]*$/,
    ],
    ["UTF-16", `\uFFFD\uFFFD${[...text(...rows)].join("\u0000")}`, /^bom\.csv:1: the file is not UTF-8 text .*UTF-16/],
    ["nothing", "", /^bom\.csv:1: the file is empty; start it with the header product,/],
    ["only a header", text(), /^bom\.csv:1: no row follows the header/],
    ["an open quote", text(...rows, '"motor'), /^bom\.csv:5:1: a quoted field is never closed/],
    [
      "a misspelt column",
      text(...rows).replace("kg_per_unit", "kg_per_unt"),
      /unknown column "kg_per_unt"; did you mean "kg_per_unit"\?/,
    ],
    ["a column twice", text(...rows).replace("stage", "country"), /^bom\.csv:1:\d+: column "country" appears twice/],
    ["a column missing", text(...rows).replace("days_of_stock,", "stage,"), /column "days_of_stock" is missing/],
  ])("%s", (_, source, expected) => {
    expect(problemsOf(source).join("\n")).toMatch(expected);
  });

  test("a letter of Windows-1252 is reported with its row, and the rest is read on", () => {
    expect(problemsOf(text(rows[0]!.replace("motor", "m\uFFFDtor"), "radar,1,1,oxid,,1,AAA:1,1,AAA"))).toEqual([
      'bom.csv:2:2: a letter that is not UTF-8 (it looks like Windows-1252); save the file as "CSV UTF-8"',
      'bom.csv:3:11: commodity: unknown commodity "oxid"; did you mean "oxide"?',
    ]);
  });
});

test("whatever a file holds, it is read or its problems are told", () => {
  const piece = fc.constantFrom(
    ",",
    ";",
    ":",
    '"',
    "\n",
    "\r\n",
    "-",
    "1e99",
    "AAA",
    "PAIR:1",
    "\u0000",
    "\uFFFD",
    "=",
    "€",
    "",
  );
  const whole = text(...rows);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(whole.length), fc.nat(6), piece), { minLength: 1, maxLength: 4 }),
      (changes) => {
        const damaged = changes.reduce((t, [at, length, put]) => t.slice(0, at) + put + t.slice(at + length), whole);
        try {
          const { products } = readBom("bom.csv", damaged, vocabulary);
          for (const { inputs } of products) expect(inputs.length).toBeGreaterThan(0);
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          expect(error.problems.length).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test("the order of rows changes nothing but the row numbers", () => {
  const months = ["2027-01", "2027-02", "2027-03"];
  const run = runOf(months, [
    press("AAA", 900, [900, 900, 900]),
    press("AAA", 900, [900, 900, 900], "oxide"),
    ship("AAA", "BBB", 10, [10, 3, 0]),
    ship("CCC", "BBB", 10, [10, 10, 9]),
    ship("AAA", "BBB", 10, [10, 0, 8], "oxide"),
    ship("AAA", "CCC", 10, [10, 9, 0], "oxide"),
  ]);
  const answer = (lines: readonly string[]) =>
    JSON.stringify(exposureOf(rehearsalOf(run), readBom("bom.csv", text(...lines), vocabulary))).replace(
      /"line":\d+/g,
      "",
    );
  const expected = answer(rows);
  expect(expected).toContain('"slowsOn":"2027-03-06"');
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      expect(answer(shuffled)).toBe(expected);
    }),
  );
});
