import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Exposure } from "../../src/exposure/result.ts";
import { monazite } from "./in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "monazite-exposure-"));
afterAll(() => rmSync(folder, { recursive: true }));
const template = readFileSync("examples/bom.csv", "utf8");
const scenario = ["--scenario", "scenarios/october-2025-expansion.yaml"];

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("exposure", () => {
  test("says in words what happens, in 80 columns, and which scenario it chose", async () => {
    const { code, stdout, stderr } = await monazite("exposure", "examples/bom.csv", "--quiet"); // a busy machine would show progress
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const line of stdout.split("\n")) expect([...line].length).toBeLessThanOrEqual(80);
    expect(stdout).toContain("No --scenario");
    expect(stdout.replace(/\s+/g, " ")).toContain("this is the shipped us-japan-framework");
    expect(stdout).toContain("traction motor slows first, on 27 May 2025, for want of ndfeb-high-coercivity.");
    expect(stdout).toContain("What buys time for speed sensor");
    expect(stdout).toMatch(/^speed sensor +3 +samarium-cobalt +CHN 100 % +0 % +CHN > DEU, 8\.4$/m);
  });

  test("--json prints the whole result on one line", async () => {
    const { code, stdout } = await monazite("exposure", "examples/bom.csv", ...scenario, "--json");
    expect(code).toBe(0);
    expect(stdout.trim()).not.toContain("\n");
    const found: Exposure = JSON.parse(stdout);
    expect(found).toMatchObject({ scenario: "october-2025-expansion", from: "2025-01-01", withoutMeasures: null });
    expect(found.products.map((p) => p.product)).toEqual([
      "traction motor",
      "wind generator",
      "speed sensor",
      "phone speaker",
    ]);
    const [motor, , sensor, speaker] = found.products;
    // licences stop what China sells to Germany from April 2025; 45 and 90 days of stock do not bridge that alike
    expect(motor!.slowsOn).toBe("2025-05-27");
    expect(motor!.slowsOn! < sensor!.slowsOn!).toBe(true);
    expect(speaker).toMatchObject({ slowsOn: null, lostMarginUsd: 0, remedies: [] });
    const stock = motor!.remedies.filter((r) => r.kind === "stock").sort((a, b) => a.extraDays! - b.extraDays!);
    expect(stock.map((r) => r.extraDays)).toEqual([30, 60, 90]);
    expect(stock[0]!.marginSavedUsd).toBeLessThan(stock[2]!.marginSavedUsd);
    const gained = motor!.remedies.map((r) => r.daysGained);
    expect(gained).toEqual(gained.toSorted((a, b) => b - a));
  });

  test("--csv prints a line per remedy, --from and --second-source change the question", async () => {
    const later = ["--from", "2026-12", "--second-source", "0.5", "--csv"];
    const { code, stdout } = await monazite("exposure", "examples/bom.csv", ...scenario, ...later);
    expect(code).toBe(0);
    const lines = stdout.trim().split("\n");
    expect(lines[0]).toMatch(/^run,product,country,slows_on,/);
    expect(lines[1]).toMatch(/^events,traction motor,DEU,2027-/);
    expect(lines.filter((line) => line.includes(",second-source:JPN,")).length).toBeGreaterThan(1);
    expect(new Set(lines.map((line) => line.split(",").length))).toEqual(new Set([13]));
  });

  test("keeps a long list short in words, whole in JSON", async () => {
    const [head, motor] = template.split("\n");
    const many = Array.from({ length: 60 }, (_, i) => motor!.replace("traction motor", `motor ${i}`));
    const path = written("many.csv", [head, ...many, ""].join("\n"));
    const { code, stdout } = await monazite("exposure", path, ...scenario);
    expect(code).toBe(0);
    expect(stdout.match(/What buys time for motor/g)).toHaveLength(5);
    expect(stdout).toContain("… and remedies for 55 more products (--json and --csv have them)");
    expect(stdout).toContain("… and 80 more (--json has them)"); // 60 × 2 suppliers, 40 shown
  });

  test("opens the chains of the file beside those of the scenario", async () => {
    const head = template.split("\n")[0];
    const gallium = "power amplifier,200000,12,gallium,refining,0.0002,CHN:0.7;DEU:0.3,40,USA";
    const path = written("gallium.csv", `${head}\n${gallium}\n`);
    const { code, stdout } = await monazite("exposure", path, ...scenario, "--json"); // which speaks of rare earths only
    expect(code).toBe(0);
    const [amplifier] = (JSON.parse(stdout) as Exposure).products;
    expect(amplifier).toMatchObject({ slowsOn: null, lostShare: expect.closeTo(0, 6) });
    expect(amplifier!.inputs[0]!.commodity).toBe("gallium-metal");
    for (const { availability } of amplifier!.inputs[0]!.suppliers) expect(Math.min(...availability)).toBeCloseTo(1, 6);
  });

  test("a control of January presses nobody in December, and says which row it cannot judge by its route", async () => {
    const head = template.split("\n")[0];
    const pack = (name: string, country: string) =>
      `${name},5000,800,battery-graphite,,50,CHN:0.9;KOR:0.1,30,${country}`;
    const path = written("packs.csv", `${head}\n${pack("pack B", "JPN")}\n${pack("pack A", "DEU")}\n`);
    const asked = ["exposure", path, "--scenario", "scenarios/graphite-licences.yaml", "--from", "2026-12"];
    const { products } = JSON.parse((await monazite(...asked, "--json")).stdout) as Exposure;
    const [japanese, german] = products;
    // Korea makes a little and ships none: its tenth falls with its users, so 30 days of stock carry 33
    expect(japanese).toMatchObject({ product: "pack B", slowsOn: "2027-02-03", coverDays: 33 });
    expect(japanese!.inputs[0]).toMatchObject({ pressedOn: "2027-01-01" });
    const korea = japanese!.inputs[0]!.suppliers[1]!;
    expect(korea.rule).toBe("production");
    expect(korea.availability[0]).toBe(1);
    // the licences hold from January to September
    for (const share of korea.availability.slice(1, 10)) expect(share).toBeLessThan(0.98);
    // Korea fares alike wherever the product is built
    expect(german!.inputs[0]!.suppliers[1]!.availability).toEqual(korea.availability);
    expect(german!.slowsOn).toBeNull();
    const { stdout } = await monazite(...asked);
    expect(stdout.split("What each row rests on\n")[1]!.split("\n").slice(0, 5)).toEqual([
      "product  row  commodity         supplier  least  measured by, t/month",
      "pack B     2  battery-graphite  CHN 90 %    0 %  CHN > JPN, 2,492",
      "pack B     2  battery-graphite  KOR 10 %   72 %  users in KOR (no route)",
      "pack A     3  battery-graphite  CHN 90 %   96 %  CHN > DEU, 780",
      "pack A     3  battery-graphite  KOR 10 %   72 %  users in KOR (no route)",
    ]);
    expect(stdout).toContain("Row 2: this row cannot be judged by its own route: KOR ships none");
  });

  test("says what the README quotes", async () => {
    const readme = readFileSync("README.md", "utf8").split("\n");
    const command = readme.find((line) => line.startsWith("npx monazite exposure"))!;
    const { stdout } = await monazite(...command.split(" ").slice(2));
    expect(stdout).toContain(`\n${readme.find((line) => / slows first, on /.test(line))}`);
  });

  test("leaves nothing behind", async () => {
    const before = readdirSync(folder);
    await monazite("exposure", "examples/bom.csv", ...scenario, "--json");
    expect(readdirSync(folder)).toEqual(before);
    expect(readFileSync("examples/bom.csv", "utf8")).toBe(template);
  });
});

describe("a bill of materials that is at fault", () => {
  test.each<[string, string | Uint8Array, RegExp[]]>([
    [
      "semicolons.csv",
      template.replaceAll(",", ";"),
      [/semicolons\.csv:1:8: fields are separated by ";", expected commas/],
    ],
    [
      "cp1252.csv",
      Buffer.from(template.replace("wind generator,5", "wind générator,5"), "latin1"),
      [/cp1252\.csv:4:\d+: a letter that is not UTF-8/],
    ],
    ["utf16.csv", Buffer.from(`\uFEFF${template}`, "utf16le"), [/utf16\.csv:1: the file is not UTF-8 text .*UTF-16/]],
    [
      "twice.csv",
      `${template}${template.split("\n")[1]}\n`,
      [/twice\.csv:7:\d+: .*"traction motor" needs .* in row 2 already/],
    ],
    [
      "several.csv",
      template.replace("CHN:1,", "CHX:1,").replace("samarium-cobalt", "samarium-cobolt").replace("1900", "1900 kg"),
      [
        /several\.csv:3:\d+: commodity: unknown commodity "samarium-cobolt"; did you mean "samarium-cobalt"\?/,
        /several\.csv:3:\d+: supplier_shares: unknown country "CHX"; did you mean "CH."\?/,
        /several\.csv:4:\d+: kg_per_unit: "1900 kg" has a unit/,
      ],
    ],
    [
      "grams.csv",
      template.replace("0.012", "12"),
      [/grams\.csv:3: "speed sensor" needs 1440 t of samarium-cobalt a month/],
    ],
    [
      "stages.csv",
      template.replace("samarium-cobalt,magnet", "dysprosium,"),
      [/"dysprosium" is 2 commodities; fill stage, or write dysprosium-metal or dysprosium-oxide/],
    ],
    ["empty.csv", "", [/empty\.csv:1: the file is empty/]],
  ])("%s", async (name, content, expected) => {
    const { code, stdout, stderr } = await monazite("exposure", written(name, content), ...scenario);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    for (const pattern of expected) expect(stderr).toMatch(pattern);
    expect(stderr).not.toMatch(/\n\s+at |undefined|NaN/);
  });

  test.each([
    [["exposure"], "missing required argument 'bom'"],
    [
      ["exposure", "no-such.csv"],
      "no-such.csv:1: no such file; name a bill of materials; examples/bom.csv is a template",
    ],
    [["exposure", "examples"], "examples:1: not a file"],
    [["exposure", "examples/bom.csv", "--from", "2040-01"], "--from: got 2040-01, which is not a month of the run"],
    [["exposure", "examples/bom.csv", "--second-source", "30"], 'got "30", expected a share above 0, at most 1'],
    [["exposure", "examples/bom.csv", "--country", "GERMANY"], '--country: unknown country "GERMANY"'],
    [["exposure", "examples/bom.csv", "--json", "--csv"], "option '--csv' cannot be used with option '--json'"],
    [["exposure", "examples/bom.csv", "--scenario", "no.yaml"], "no.yaml:1: no such file"],
  ])("monazite %j", async (args, expected) => {
    const { code, stdout, stderr } = await monazite(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(expected);
  });
});
