import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { monazite } from "./in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "monazite-uncertain-"));
afterAll(() => rmSync(folder, { recursive: true }));

const good = `title: T
description: D
start: 2026-10
months: 3
viewpoint: [JPN]
events:
  ban:
    kind: export-ban
    title: T
    from: 2026-11-01
    materials: [dysprosium]
    origins: [CHN]
    leakage: { share: 0.1, premiumShare: 0.5, via: VNM }
    source: s
    status: assumed
measures: {}
uncertain:
  leak:
    title: What leaks
    targets: [{ event: ban, field: leakage.share }]
    value: { kind: triangular, low: 0, mode: 0.1, high: 0.3 }
    source: s
    status: assumed
`;

async function run(...texts: string[]): Promise<{ code: number; stderr: string }> {
  texts.forEach((text, i) => {
    writeFileSync(join(folder, `s${i}.yaml`), text);
  });
  const path = join(folder, `s${texts.length - 1}.yaml`);
  const { code, stderr } = await monazite("simulate", path, "--json", "--no-worth");
  return { code, stderr: stderr.replaceAll(`${folder}/`, "") };
}

test("the scenario these cases start from is right, with or without draws", async () => {
  expect(await run(good)).toEqual({ code: 0, stderr: "" });
});

describe("what is wrong under uncertain is told with line, column and a suggestion", () => {
  test.each([
    ["an unknown event", "event: ban", "event: bann", 's0.yaml:20:24: unknown event "bann"; did you mean "ban"?'],
    [
      "an unknown field",
      "field: leakage.share",
      "field: leakage.sahre",
      's0.yaml:20:36: ban has no field "leakage.sahre", expected a number to draw; did you mean "leakage.share"?',
    ],
    [
      "the length of a list",
      "field: leakage.share",
      "field: materials.length",
      's0.yaml:20:36: ban has no field "materials.length", expected a number to draw; use one of leakage.share, leakage.premiumShare',
    ],
    [
      "an unknown key",
      "    value:",
      "    vlaue:",
      's0.yaml:19:5: uncertain.leak: got none of value, factor, shiftDays, shiftMonths; give exactly one; correct it\ns0.yaml:21:5: uncertain.leak: unknown key "vlaue"; did you mean "value"?',
    ],
    [
      "a distribution out of order",
      "mode: 0.1",
      "mode: 0.5",
      "s0.yaml:21:46: uncertain.leak.value.mode: got low 0, mode 0.5, high 0.3; expected low ≤ mode ≤ high and low < high; correct it",
    ],
    [
      "an unknown kind of distribution",
      "kind: triangular",
      "kind: triangle",
      's0.yaml:21:20: uncertain.leak.value.kind: got "triangle", expected one of triangular, uniform, normal, lognormal, choice; did you mean "triangular"?',
    ],
    [
      "a range that the event cannot take",
      "high: 0.3",
      "high: 1.3",
      "s0.yaml:19:5: with leak = 1.3, ban.leakage.share is refused: Too big: expected number to be <=1; narrow the range",
    ],
  ])("%s", async (_, was, now, said) => {
    expect(good).toContain(was);
    expect(await run(good.replace(was, now))).toEqual({ code: 2, stderr: `${said}\n` });
  });

  test("in a scenario that extends another, at the file that says it", async () => {
    const child = "extends: s0\nuncertain:\n  leak:\n    value: { high: 0.05 }\n";
    const { code, stderr } = await run(good, child);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^s[01]\.yaml:\d+:\d+: uncertain\.leak\.value\.mode: got low 0, mode 0\.1, high 0\.05/);
    expect((await run(good, child.replace("0.05", "0.2"))).code).toBe(0);
  });

  test("an input whose event is taken away is told, and goes when it is taken away too", async () => {
    const child = "extends: s0\nevents:\n  ban: null\n";
    expect((await run(good, child)).stderr).toMatch(/^s0\.yaml:20:24: unknown event "ban"/);
    const both = `${child}chains: [dysprosium]\nuncertain:\n  leak: null\n`;
    expect((await run(good, both)).code).toBe(0);
  });
});
