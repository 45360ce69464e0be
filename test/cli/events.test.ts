import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { renderEvents } from "../../src/cli/render/events.ts";
import { policySchema } from "../../src/policy/kinds/index.ts";
import { monazite } from "./in-process.ts";

describe("monazite events", () => {
  test("lists what fits, a line each, within the terminal", async () => {
    const { code, stdout, stderr } = await monazite("events", "--actor", "CHN", "--kind", "licence", "--to", "2025-04");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const lines = stdout.split("\n");
    expect(lines.map((line) => line.split(/\s+/).slice(0, 3).join(" ")).slice(0, 6)).toEqual([
      "announced event kind",
      "2023-07-03 cn-2023-07-gallium-germanium licence",
      "2023-10-20 cn-2023-10-graphite licence",
      "2024-08-15 cn-2024-08-antimony licence",
      "2025-02-04 cn-2025-02-five-metals licence",
      "2025-04-04 cn-2025-04-licences licence",
    ]);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stdout).toContain("5 events, 5 of them the model can act on");
  });

  test("has the title of every event at 80 columns, and says what had no room for it", async () => {
    const { stdout } = await monazite("events");
    expect(stdout).toMatch(/^announced +event +what$/m);
    expect(stdout).toMatch(/^2010-09-\d\d +cn-2010-09-stop-japan +China .{12,}$/m);
    expect(stdout.replace(/\s+/g, " ")).toContain("No room for “kind” (--csv and --json have all).");
    const some = readDataset().events.slice(0, 20);
    for (const width of [30, 40, 60, 80, 100, 200]) {
      const text = renderEvents(some, { width });
      for (const { id, title } of some) expect(text).toMatch(new RegExp(`${id}[^\\n]*\\s+${title.slice(0, 6)}`));
      expect(Math.max(...text.split("\n").map((line) => [...line].length))).toBeLessThanOrEqual(width);
    }
    expect(renderEvents(some, { width: 200 })).toMatch(/^announced +event +kind +what$/m);
  });

  test("says so when nothing fits", async () => {
    const { code, stdout } = await monazite("events", "--actor", "FJI");
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "no event fits; leave an option out, or see all with: monazite events\n",
    });
  });

  test("prints JSON and nothing else", async () => {
    const { stdout } = await monazite("events", "--acts", "--material", "cobalt", "--json");
    const [stop, quota, ...more] = JSON.parse(stdout);
    expect(more).toEqual([]);
    expect(stop).toMatchObject({ id: "cd-2025-02-cobalt-stop", kind: "export-ban", actors: ["COD"], acts: true });
    expect(quota).toMatchObject({ id: "cd-2025-09-cobalt-quota", inForce: "2025-10-16" });
  });

  test("prints the columns of the table as CSV", async () => {
    const { stdout } = await monazite("events", "cn-2025-04-licences", "--csv");
    expect(stdout).toMatch(/^id,announced,in_force,ends,.*\ncn-2025-04-licences,2025-04-04,2025-04-04,,CHN,WLD,/);
  });
});

describe("monazite events <id>", () => {
  test("shows the policy as a scenario would say it", async () => {
    const { stdout } = await monazite("events", "cn-2025-04-licences");
    const [facts, yaml] = stdout.split(/The policy it becomes .*\n/);
    expect(facts).toMatch(/^also\s+scandium \(not in the model\)$/m);
    const policy = parse(yaml!)["cn-2025-04-licences"];
    expect(policySchema.parse(policy)).toMatchObject({ kind: "licence", processingWorkingDays: 45 });
  });

  test("gives event, source and policy as JSON; no policy for context", async () => {
    const acting = JSON.parse((await monazite("events", "cn-2010-09-stop-japan", "--json")).stdout);
    expect(acting).toMatchObject({ acts: true, source: { publisher: "The New York Times" } });
    expect(acting.policy).toMatchObject({ kind: "export-ban", from: "2010-09-21", to: "2010-11-24" });
    const context = JSON.parse((await monazite("events", "jp-us-2025-10-cherry-trees", "--json")).stdout);
    expect(context).toMatchObject({ acts: false, because: "politics", policy: null });
  });

  test("says why the model cannot act on context", async () => {
    const { stdout } = await monazite("events", "us-jp-2025-10-framework");
    expect(stdout.replace(/\s+/g, " ")).toContain(
      "Context: the model cannot act on it, because it names no tonnes, shares or dates that the model could take.",
    );
  });
});

test.each([
  [["events", "cn-2025-04-licence"], 'events.csv:1: no event is called "cn-2025-04-licence"; did you mean'],
  [["events", "--actor", "JPM"], '--actor: unknown country or bloc "JPM"; did you mean "JPN"?'],
  [["events", "--actor", "China"], '--actor: unknown country or bloc "China"; use its code CHN'],
  [["events", "--target", "Jappan"], '--target: unknown country or bloc "Jappan"; use its code JPN'],
  [["events", "--actor", "European Union"], "use its code EU"],
  [["events", "--material", "Dy"], '--material: unknown material "Dy"; use its name dysprosium'],
  [
    ["events", "cn-2025-04-licences", "--actor", "CHN", "--acts"],
    "monazite events cn-2025-04-licences shows one event and takes no --actor, --acts; leave one out",
  ],
  [["events", "--json", "--csv"], "cannot be used with option"],
])("%s is the input's fault", async (args, message) => {
  const { code, stdout, stderr } = await monazite(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(message);
});
