import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { monazite } from "../cli/in-process.ts";
import { writeTinyPlan } from "../cli/tiny-plan.ts";
import { start, until } from "./process.ts";
import { filesOf, temporary } from "./synthetic.ts";

// Real processes, real evaluations: three stocks of gallium against two scenarios of four months.

const { folder, clean } = temporary();
afterAll(clean);
const path = writeTinyPlan(folder);
const command = (store: string, ...more: string[]) => [
  ...["plan", path, "--name", "tiny", "--store", join(folder, store), "--quiet", "--json", ...more],
];
const keptIn = (store: string) => {
  const kept = join(folder, store, "tiny", "kept");
  return existsSync(kept) ? readdirSync(kept).filter((name) => name.endsWith(".json")) : [];
};

let undisturbed: Record<string, string>;
let stdout: string;
beforeAll(async () => {
  const ended = await start(command("one", "--workers", "1")).ended;
  expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: "" });
  stdout = ended.stdout;
  undisturbed = filesOf(join(folder, "one"));
  expect(keptIn("one").length).toBeGreaterThan(12);
});

describe("a plan of real processes", () => {
  test("that is killed with -9 again and again repeats no answer and ends with the same bytes", async () => {
    const all = keptIn("one").length;
    let known = new Map<string, number>();
    for (const least of [0, 2, Math.floor(all / 2), all - 2]) {
      const running = start(command("killed", "--workers", "2"));
      await until(`${least} answers`, () => keptIn("killed").length >= least && running.child.pid !== undefined);
      running.kill();
      await running.ended;
      const times = new Map(
        keptIn("killed").map((name) => [name, statSync(join(folder, "killed", "tiny", "kept", name)).mtimeMs]),
      );
      for (const [name, time] of known) expect({ name, time: times.get(name) }).toEqual({ name, time });
      known = times;
    }
    const ended = await start(command("killed", "--workers", "1")).ended;
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code: 0, stdout });
    expect(filesOf(join(folder, "killed"))).toEqual(undisturbed);
  });

  test("stops at Ctrl-C, says what is kept and how to go on", async () => {
    const running = start(command("stopped", "--workers", "1"));
    await until("two answers", () => keptIn("stopped").length >= 2);
    process.kill(-running.child.pid!, "SIGINT");
    const ended = await running.ended;
    if (ended.code === 0) return; // it was done before the signal came
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code: 1, stdout: "" });
    expect(ended.stderr).toMatch(
      /^stopped; \d+ evaluated and \d+ simulated portfolios are kept; go on with: the same command/,
    );
    const show = await monazite("runs", "show", "tiny", "--store", join(folder, "stopped"));
    expect(show.stdout).toMatch(/\d+ evaluated and \d+ simulated portfolios are kept\./);
  });

  test("with a damaged answer computes it again, with a word", async () => {
    const store = join(folder, "killed", "tiny");
    const name = keptIn("killed").find((n) => n.startsWith("evaluation"))!;
    writeFileSync(join(store, "kept", name), "{}");
    writeFileSync(join(store, "report.json"), "{}");
    const ended = await monazite(...command("killed", "--workers", "1"));
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code: 0, stdout });
    expect(ended.stderr).toContain("report.json: the report cannot be read; writing it again");
    expect(ended.stderr).toContain(`${name}: the evaluation cannot be read; computing it again`);
    expect(filesOf(join(folder, "killed"))).toEqual(undisturbed);
  });
});
