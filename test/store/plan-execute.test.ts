import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPlanReport } from "../../src/store/plan-execute.ts";
import { keptCount, openPlanFolder } from "../../src/store/plan-folder.ts";
import { hashOfPlan, parsePlanManifest, planRunId } from "../../src/store/plan-manifest.ts";
import { completePlan, plan } from "./plan-synthetic.ts";
import { filesOf, temporary, versions } from "./synthetic.ts";

const { folder, clean } = temporary();
afterAll(clean);
const place = (name: string) => join(folder, name);

let wanted: Record<string, string>;
let report: unknown;
beforeAll(async () => {
  const first = await completePlan(place("whole"));
  report = first.report;
  wanted = filesOf(place("whole"));
  expect(first.asked.filter((a) => a.startsWith("evaluate"))).toHaveLength(4); // the fifth is the first again, with −0
  expect(first.said).toEqual([]);
});

describe("a plan's run", () => {
  test("keeps a file for each answer and the report, and nothing else", () => {
    const names = Object.keys(wanted).map((name) => name.replace(/-[0-9a-f]{24}\./, "-*."));
    expect(names.sort()).toEqual(
      ["plan.json", "report.json", "kept/judged-*.json", "kept/marginal-*.json"]
        .concat(Array.from({ length: 4 }, () => "kept/evaluation-*.json"))
        .map((name) => `run/${name}`)
        .sort(),
    );
    const run = openPlanFolder(join(place("whole"), "run"));
    expect([keptCount(run, "evaluation"), keptCount(run, "judged")]).toEqual([4, 1]);
    expect(readPlanReport(run)).toEqual(report);
  });

  test("that is finished computes nothing again", async () => {
    const again = await completePlan(place("whole"));
    expect(again.report).toEqual(report);
    expect(again.asked).toEqual([]);
  });

  test("that was stopped goes on where it was, and repeats no evaluation", async () => {
    const stop = new AbortController();
    let writes = 0;
    const write = (file: number, bytes: Uint8Array | string) => {
      writeFileSync(file, bytes);
      if (++writes === 3) stop.abort(); // manifest, two evaluations
    };
    await expect(completePlan(place("stopped"), write, stop.signal)).rejects.toThrow("stopped");
    const { asked, report: ended } = await completePlan(place("stopped"));
    expect(asked.filter((a) => a.startsWith("evaluate"))).toEqual([
      "evaluate 1 0.30000000000000004 0",
      "evaluate 0 1 1",
    ]);
    expect(ended).toEqual(report);
    expect(filesOf(place("stopped"))).toEqual(wanted);
  });

  test.each([
    ["cut short", (file: string) => truncateSync(file, 40), "cannot be read"],
    [
      "changed",
      (file: string) => edit(file, /"clearings":24/, '"clearings":25'),
      "was changed after it was written (sha-256)",
    ],
    ["of another run", (file: string) => edit(file, /"manifestHash":"./, '"manifestHash":"x'), "is of another run"],
    ["of another portfolio", (file: string) => edit(file, /"x":\[[^\]]*\]/, '"x":[9,9,9]'), "is of another portfolio"],
  ])("computes again, with a word, what is %s", async (_what, damage, words) => {
    const name = place(`damaged ${words}`);
    await completePlan(name);
    const kept = join(name, "run", "kept");
    const file = join(kept, readdirSync(kept).filter((n) => n.startsWith("evaluation"))[1]!);
    damage(file);
    edit(join(name, "run", "report.json"), /"report":\{/, '"report":{ "more":1,');
    const { said, asked, report: mended } = await completePlan(name);
    expect(said).toEqual([
      expect.stringContaining("report.json: the report was changed after it was written (sha-256); writing it again"),
      `${file}: the evaluation ${words}; computing it again`,
    ]);
    expect(asked).toHaveLength(2); // one evaluation, and the end
    expect(mended).toEqual(report);
    expect(filesOf(name)).toEqual(wanted);
  });

  test("is named by plan, question, code and data", () => {
    const name = (changes: object, other: object = {}) =>
      planRunId({ planId: "three", plan, bruteForce: false, ...changes }, { ...versions, ...other });
    const names = [
      name({}),
      name({ bruteForce: true }),
      name({ plan: { ...plan, seed: 2 } }),
      name({}, { codeVersion: "e".repeat(64) }),
      name({}, { dataHash: "e".repeat(64) }),
    ];
    expect(new Set(names).size).toBe(5);
    expect(hashOfPlan({ ...plan, title: plan.title })).toBe(hashOfPlan(plan));
    const text = readFileSync(join(place("whole"), "run", "plan.json"), "utf8");
    expect(() => parsePlanManifest("plan.json", text.replace("Three", "Four"))).toThrow("manifestHash says");
  });
});

function edit(file: string, what: RegExp, by: string): void {
  const before = readFileSync(file, "utf8");
  const after = before.replace(what, by);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}

/** Runs a synthetic plan in a process of its own that kills itself with -9 at a write or rename. */
async function dieAt(target: string, moment: string, at: number): Promise<{ signal: string | null; stdout: string }> {
  const script = join(import.meta.dirname, "die-at.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, target, moment, String(at), "plan"]);
  let stdout = "";
  child.stdout.on("data", (text) => {
    stdout += text;
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.on("close", (...end) => resolve(end)),
  );
  return { signal: signal ?? (code === 137 ? "SIGKILL" : null), stdout };
}

describe("a plan's process that is killed with -9", () => {
  const steps = 8; // manifest, four evaluations, marginal values, the judgement, the report

  test("nowhere counts as many steps as are tried below", async () => {
    expect(await dieAt(place("undisturbed"), "after-rename", 0)).toEqual({ signal: null, stdout: String(steps) });
    expect(filesOf(place("undisturbed"))).toEqual(wanted);
  });

  test.each(["mid-write", "before-rename", "after-rename"])(
    "%s, at any of them, resumes to the same bytes",
    async (moment) => {
      const lanes = [1, 2].map(async (first) => {
        for (let at = first; at <= steps; at += 2) {
          const target = place(`${moment}-${at}`);
          expect((await dieAt(target, moment, at)).signal).toBe("SIGKILL");
          const kept = join(target, "run", "kept");
          const before = existsSync(kept) ? readdirSync(kept).filter((n) => /^evaluation.*json$/.test(n)).length : 0;
          const { asked } = await completePlan(target);
          expect(asked.filter((a) => a.startsWith("evaluate"))).toHaveLength(4 - before);
          expect({ at, files: filesOf(target) }).toEqual({ at, files: wanted });
        }
      });
      await Promise.all(lanes);
    },
  );
});
