import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PlanReport } from "../../src/planning/plan-report.ts";
import { sha256 } from "../../src/store/canonical.ts";
import { monazite, type Outcome } from "./in-process.ts";
import { writeTinyPlan } from "./tiny-plan.ts";

const folder = mkdtempSync(join(tmpdir(), "monazite-plan-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = writeTinyPlan(folder);
const store = join(folder, "runs");
const plan = (...more: string[]) => monazite("plan", path, "--store", store, "--workers", "2", "--quiet", ...more);

let first: Outcome;
let report: PlanReport;
beforeAll(async () => {
  first = await plan("--name", "tiny", "--brute-force", "--json");
  expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: "" });
  report = JSON.parse(first.stdout);
});

describe("monazite plan", () => {
  test("chooses what is worth its cost, agrees with brute force, and says what the simulation makes of it", () => {
    const chosen = report.candidates.filter((_, i) => report.frontier[report.chosen]!.scales[i]! > 0).map((c) => c.id);
    expect(chosen).toContain("small");
    expect(chosen).not.toContain("large"); // costs USD 4 m, more than the budget of 3
    expect(report.sureness.bruteForce).toMatchObject({ portfolios: 4, same: true });
    expect(report.sureness.gapShare).toBeLessThanOrEqual(0.01);
    const { judged } = report.frontier[report.chosen]!;
    expect(judged!.expectedLossUsd).toBeLessThan(report.nothing.expectedLossUsd);
    expect(report.frontier.map((p) => p.budgetMultiple)).toEqual([0, 0.05, 1, 2]);
    expect(report.frontier[0]!.costUsd).toBe(0);
    expect(report.frontier[1]!.costUsd).toBeLessThanOrEqual(0.05 * 3e6);
  });

  test("again computes nothing: not a file of its folder is touched, with other threads or as text", async () => {
    const files = () =>
      readdirSync(join(store, "tiny"), { recursive: true, encoding: "utf8" }).map(
        (name) => `${name} ${statSync(join(store, "tiny", name)).mtimeMs}`,
      );
    const before = files().filter((f) => /json/.test(f));
    const again = await plan("--name", "tiny", "--brute-force", "--json", "--workers", "1");
    expect(again.stdout).toBe(first.stdout);
    expect(files().filter((f) => /json/.test(f))).toEqual(before);
  });

  test("writes text, HTML and CSV of the same report", async () => {
    const html = join(folder, "plan.html");
    const csv = join(folder, "plan.csv");
    const { code, stdout } = await plan("--name", "tiny", "--brute-force", "--html", html, "--csv", csv);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Three stocks of gallium\n/);
    expect(stdout).toMatch(/\nWith USD 3\.0 m \(2026–2027\), choose /);
    expect(stdout).toContain("Brute force: the same portfolio; 4 portfolios looked at one by one");
    expect(stdout.split("\n").filter((line) => [...line].length > 80)).toEqual([]);
    expect(readFileSync(html, "utf8")).toContain("<h1>Three stocks of gallium</h1>");
    expect(readFileSync(csv, "utf8")).toMatch(/^section,portfolio,name,partner,year,value,unit\n/);
  });

  test("is a run among the others: listed, shown, and not a sweep", async () => {
    const list = await monazite("runs", "list", "--store", store);
    expect(list.stdout).toMatch(/^tiny +tiny +plan +– +– +finished/m);
    const listed = JSON.parse((await monazite("runs", "list", "--json", "--store", store)).stdout);
    expect(listed[0]).toMatchObject({ id: "tiny", state: "finished", manifest: { kind: "plan", candidates: 3 } });
    const shown = await monazite("runs", "show", "tiny", "--json", "--store", store);
    expect(shown.stdout).toBe(first.stdout);
    const resume = await monazite("runs", "resume", "tiny", "--store", store);
    expect(resume).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('"tiny": is a plan; the monazite plan command'),
    });
  });

  test("a report that an older version wrote is not shown with holes", async () => {
    const file = join(store, "tiny", "report.json");
    const whole = readFileSync(file, "utf8");
    const kept = JSON.parse(whole);
    const { purses: _, ...older } = kept.report;
    writeFileSync(file, JSON.stringify({ ...kept, report: older, reportHash: sha256(JSON.stringify(older)) }));
    const { code, stderr } = await monazite("runs", "show", "tiny", "--store", store);
    writeFileSync(file, whole);
    expect(code).toBe(2);
    expect(stderr).toContain('"tiny": its report lacks purses, since another version of the program wrote it');
  });

  test("another question under the same name is refused", async () => {
    const { code, stderr } = await plan("--name", "tiny");
    expect(code).toBe(2);
    expect(stderr).toContain("the run of this name has another plan; choose another --name or delete the folder");
  });
});

describe("bad input of monazite plan", () => {
  test.each([
    [["--budget-multiples", "0,half"], 'got "0,half", expected up to 20 numbers from 0 to 100'],
    [["--budget-multiples", "-1"], 'got "-1"'],
    [["--gap", "2"], 'got "2", expected a share from'],
    [["--gap", "0"], 'got "0"'],
    [["--workers", "0"], 'got "0", expected a whole number from 1'],
    [["--html", "/"], "--html /: is a folder"],
    [["--name", "../x"], "not a run's name"],
  ])("%j", async (more, words) => {
    const { code, stdout, stderr } = await plan(...more);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(words);
  });

  test("a plan that is not there: the one meant, or those there are", async () => {
    const look = async (file: string) => (await monazite("plan", file, "--store", store, "--quiet")).stderr;
    expect(await look("us-japn.yaml")).toBe("us-japn.yaml:1: no such file; did you mean plans/us-japan.yaml?\n");
    expect(await look("nope.yaml")).toMatch(
      /^nope\.yaml:1: no such file; files that are there: .*plans\/small\.yaml, .*plans\/us-japan\.yaml\n$/,
    );
  });

  test("a run that is not there: plans are among those there are, and are made by monazite plan", async () => {
    const show = async (id: string, where: string) => (await monazite("runs", "show", id, "--store", where)).stderr;
    expect(await show("tinny", store)).toContain("no such run in");
    expect(await show("tinny", store)).toContain('did you mean "tiny"?');
    expect(await show("nope", store)).toMatch(/use one of .*tiny/);
    expect(await show("nope", join(folder, "none"))).toContain("monazite plan … make them");
  });

  test("brute force is refused at once where it cannot be", async () => {
    const scaled = mkdtempSync(join(folder, "scaled-"));
    const other = writeTinyPlan(scaled, (text) => text.replace("sizing: on-off", "sizing: scalable\n    most: 2"));
    const { code, stderr } = await monazite("plan", other, "--brute-force", "--store", store, "--quiet");
    expect(code).toBe(2);
    expect(stderr).toBe("--brute-force: up to 12 on/off candidates; the plan has 3, of which small can be scaled\n");
  });

  test("what a candidate cannot do names the file and the candidate", async () => {
    const vague = mkdtempSync(join(folder, "vague-"));
    const other = writeTinyPlan(vague, (text) => text.replace("commodity: gallium-metal", "commodity: gallium"));
    const { code, stderr } = await monazite("plan", other, "--store", store, "--quiet");
    expect(code).toBe(2);
    expect(stderr).toMatch(/tiny\.yaml:\d+(:\d+)?: .*small.*"gallium" means 2 commodities, expected one; name one of/);
    expect(existsSync(join(vague, "report.json"))).toBe(false);
  });

  test("rules that contradict each other are named at their lines, before anything is computed", async () => {
    const options = ["--budget-multiples", "0", "--store", store, "--quiet"];
    const { code, stdout, stderr } = await monazite("plan", "plans/eu-crma-2030.yaml", ...options);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(
      /^plans\/eu-crma-2030\.yaml:\d+:\d+: (budget|target): .*; no portfolio keeps these \d+ together: /,
    );
    const kept = join(store, readdirSync(store).find((name) => name.startsWith("eu-crma"))!, "kept");
    expect(readdirSync(kept)).toEqual([]);
  });
});
