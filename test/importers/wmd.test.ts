import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { wmd } from "../../src/importers/wmd.ts";
import { faultsOf, shippedContext, temporaryFolder } from "./context.ts";

const folder = temporaryFolder();
const context = shippedContext();
const header = "commodity,Country,Country_Code,Country_ISO,unit,data_source,year,quantity";

function file(name: string, lines: readonly string[]): string {
  writeFileSync(join(folder, name), `${[header, ...lines].join("\n")}\n`);
  return join(folder, name);
}

test("tonnes whatever the unit, the content as the publisher names it", async () => {
  const { rows, problems, rejects, leftOut, notes } = await wmd.read(
    [
      file("wmd.csv", [
        "Gallium,China,156,CHN,metr. t,r,2022,606.0",
        "Rare Earths (REO),China,156,CHN,metr. t,r,2022,210000.0",
        "Platinum,South Africa,710,ZAF,kg,r,2022,134750.0",
        "Lithium (Li2O),Chile,152,CHL,metr. t,r,2022,110350.0",
        "Tellurium,Japan,392,JPN,metr. t,e,2022,68.0",
        "Manganese,Angola,24,AGO,metr. t,r,2018,",
        "Natural Gas,Qatar,634,QAT,Mio m3,r,2022,169754.0",
        "Zinc,Kosovo,697,R20,metr. t,p,2022,5000",
      ]),
    ],
    context,
  );
  expect([...problems, ...rejects]).toEqual([]);
  const short = rows.worldProduction!.map((r) =>
    [r.material, r.stage, r.form, r.country, r.year, r.tonnes, r.status, r.note].join(" | "),
  );
  expect(short).toEqual([
    "gallium | refining | Gallium, content as printed | CHN | 2022 | 606 | reported | ",
    "rare-earths | mining | Rare Earths (REO), content as printed | CHN | 2022 | 210000 | reported | ",
    "platinum | mining | Platinum, content as printed | ZAF | 2022 | 134.75 | reported | ",
    "lithium | mining | Lithium (Li2O), content as printed | CHL | 2022 | 110350 | reported | ",
    "tellurium | refining | Tellurium, content as printed | JPN | 2022 | 68 | estimated | ",
    "zinc | mining | Zinc, content as printed | XKX | 2022 | 5000 | reported | provisional",
  ]);
  expect(leftOut.get("no quantity is printed, which is not zero")).toBe(1);
  expect(leftOut.get("on neither list of critical minerals (USGS 2025, EU 2023)")).toBe(1);
  expect(notes).toEqual(["countries are read by name; the file codes Kosovo as R20"]);
});

test("every fault has file and row", async () => {
  const result = await wmd.read(
    [
      file("bad.csv", [
        "Galium,China,156,CHN,metr. t,r,2022,606.0",
        "Gallium,Chine,156,CHN,metr. t,r,2022,606.0",
        "Gallium,China,156,CHN,lb,r,2022,606.0",
        "Gallium,China,156,CHN,metr. t,r,2022,-606.0",
        'Gallium,China,156,CHN,metr. t,r,2022,"606,0"',
        "Gallium,China,156,CHN,metr. t,r,2022,606000000000",
        "Gallium,China,156,CHN,metr. t,x,2022,606",
        "Gallium,China,156,CHN,metr. t,r,22,606",
        "Gallium,China,156,CHN,metr. t,r,2022,606.0",
        "Gallium,China,156,CHN,metr. t,r,2022,606.0",
        "Gallium,China,156,CHN,metr. t,r,2022,430.0",
      ]),
    ],
    context,
  );
  expect(faultsOf(result, folder)).toEqual([
    'bad.csv:2: unknown commodity "Galium"',
    'bad.csv:3: unknown country "Chine" (name)',
    'bad.csv:4: unit: got "lb"',
    'bad.csv:5: quantity: got "-606.0"',
    'bad.csv:6: quantity: got "606,0"',
    'bad.csv:7: quantity: got "606000000000"',
    'bad.csv:8: data_source: got "x"',
    'bad.csv:9: year: got "22"',
    "bad.csv:10: Gallium CHN 2022 contradicts row 12",
    "bad.csv:12: Gallium CHN 2022 contradicts row 10",
  ]);
  expect(result.leftOut.get("exact repeat of another row")).toBe(1);
  expect(result.notes).toContain(`${join(folder, "bad.csv")}: row 11 repeats another exactly`);
  expect(result.rows.worldProduction).toBeUndefined();
});

test("a gzip file cut short gives no rows", async () => {
  const whole = gzipSync(`${header}\n${"Gallium,China,156,CHN,metr. t,r,2022,606.0\n".repeat(2000)}`);
  writeFileSync(join(folder, "cut.csv.gz"), whole.subarray(0, whole.length - 20));
  const result = await wmd.read([join(folder, "cut.csv.gz")], context);
  expect(faultsOf(result, folder)[0]).toMatch(/^cut\.csv\.gz:\d+: the gzip file is cut short/);
  expect(result.rows).toEqual({});
});

test("one commodity in two units is a fault, not a sum", async () => {
  const result = await wmd.read(
    [
      file("units.csv", [
        "Cobalt,Cuba,192,CUB,metr. t,r,2018,3500",
        "Cobalt,China,156,CHN,kg,r,2018,3100",
        "Platinum,Russia,643,RUS,kg,r,2018,22000",
      ]),
    ],
    context,
  );
  expect(faultsOf(result, folder)).toEqual(['units.csv:3: unit: got "kg", but Cobalt was in "metr. t" in row 2']);
  expect(result.rows.worldProduction).toHaveLength(2);
});
