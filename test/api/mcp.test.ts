import { join } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const transport = new StdioClientTransport({
  command: process.execPath,
  args: [join(root, "node_modules/tsx/dist/cli.mjs"), join(root, "src/cli/main.ts"), "mcp", "--workers", "1"],
  cwd: root,
  stderr: "pipe",
});
const client = new Client({ name: "test", version: "1" });
let stderr = "";

beforeAll(async () => {
  transport.stderr?.on("data", (chunk) => {
    stderr += chunk;
  });
  await client.connect(transport);
});
afterAll(() => client.close());

interface Told {
  readonly isError: boolean;
  readonly text: string;
  json<T>(): T;
}

async function call(name: string, args: Record<string, unknown>): Promise<Told> {
  const { content, isError } = await client.callTool({ name, arguments: args }, { timeout: 110_000 });
  const [first] = content as { type: string; text: string }[];
  return { isError: isError === true, text: first!.text, json: () => JSON.parse(first!.text) };
}

describe("an assistant over standard input and output", () => {
  test("is offered the tools with the form of their arguments", async () => {
    const { tools } = await client.listTools();
    expect(tools.map((t) => t.name).sort()).toEqual([
      "dependence",
      "events",
      "figures",
      "list_scenarios",
      "plan",
      "simulate",
    ]);
    for (const { inputSchema, description } of tools) {
      expect(inputSchema.type).toBe("object");
      expect(description!.length).toBeGreaterThan(50);
    }
    expect(tools.find((t) => t.name === "dependence")!.inputSchema.required).toEqual(["country"]);
  });

  test("finds figures with their sources", async () => {
    const { total, figures } = (await call("figures", { q: "prices/dysprosium-oxide@WLD" })).json<{
      total: number;
      figures: { unit: string; status: string; source: { publisher: string } }[];
    }>();
    expect(total).toBe(1);
    expect(figures[0]).toMatchObject({ unit: "USD/t", status: "reported" });
    expect(figures[0]!.source.publisher).toMatch(/Geological Survey/);
  });

  test("is told of dependence with the sources cited", async () => {
    const answer = (await call("dependence", { country: "JPN", materials: ["Dy"] })).json<{
      materials: { material: string; imports: { cited: { source: string } }[] }[];
      sources: { id: string }[];
    }>();
    expect(answer.materials.map((m) => m.material)).toEqual(["dysprosium"]);
    const ids = answer.sources.map((s) => s.id);
    expect(ids.length).toBeGreaterThanOrEqual(2);
    for (const { cited } of answer.materials[0]!.imports)
      if (cited.source !== "monazite") expect(ids).toContain(cited.source);
  });

  test("lists events, and one with the policy it becomes", async () => {
    const { events, sources } = (await call("events", { actor: "CHN", from: "2025", acts: true, most: 5 })).json<{
      events: { source: string }[];
      sources: { id: string }[];
    }>();
    expect(events).toHaveLength(5);
    for (const event of events) expect(sources.map((s) => s.id)).toContain(event.source);
    const one = (await call("events", { id: "cn-2025-04-licences" })).json<{ policy: { kind: string } }>();
    expect(one.policy.kind).toBe("licence");
  });

  test("rehearses a scenario of its own, with progress, and gets who runs short and what it rests on", async () => {
    const told: string[] = [];
    const { content } = await client.callTool(
      { name: "simulate", arguments: { scenario: "extends: full-stop-japan\nmonths: 12\n", monthly: true } },
      { timeout: 110_000, onprogress: ({ message }) => told.push(message ?? "") },
    );
    const answer = JSON.parse((content as { text: string }[])[0]!.text);
    expect(answer.months).toEqual({ first: "2026-10", last: "2027-09", count: 12 });
    expect(answer.shortUses.length).toBeGreaterThan(0);
    expect(answer.events[0].source).toBeTruthy();
    expect(answer.monthly.shortfall[0].share).toHaveLength(12);
    expect(answer.restsOn.assumedFigures).toBeGreaterThan(10);
    expect(told.length).toBeGreaterThan(1);
  });

  test("gets a shipped scenario as YAML, to change it", async () => {
    const { scenarios, plans } = (await call("list_scenarios", {})).json<{
      scenarios: { id: string }[];
      plans: string[];
    }>();
    expect(scenarios.map((s) => s.id)).toContain("us-japan-framework");
    expect(plans).toContain("small");
    const { yaml } = (await call("list_scenarios", { id: "full-stop-japan" })).json<{ yaml: string }>();
    expect(yaml).toContain("cn-stop-japan");
  });

  test("is told everything that is wrong, and what to do", async () => {
    const wrong = await call("dependence", { country: "JPN", material: ["Dy"], top: "three" });
    expect(wrong.isError).toBe(true);
    expect(wrong.text).toMatch(/unknown key "material"; did you mean "materials"\?/);
    expect(wrong.text).toMatch(/top: got "three", expected a number/);
    const scenario = await call("simulate", { scenario: "extends: full-stop-japan\nmonts: 3\n" });
    expect(scenario).toMatchObject({ isError: true });
    expect(scenario.text).toContain('document:2:1: unknown key "monts"; did you mean "months"?');
    expect((await call("simulate", { scenario: "us-japan-framwork" })).text).toContain(
      'did you mean "us-japan-framework"?',
    );
    expect((await call("events", { actor: "China" })).text).toContain("arguments.actor: ");
  });

  test("plans, and may cancel", async () => {
    const stop = new AbortController();
    const planning = client.callTool(
      { name: "plan", arguments: { plan: "us-japan" } },
      { timeout: 110_000, signal: stop.signal, onprogress: () => stop.abort() },
    );
    await expect(planning).rejects.toThrow();
    const plan =
      "extends: small\nmonths: 6\nbudgetMultiples: [1]\ncandidates: { us-dysprosium-metal: null, us-terbium-metal: null, us-heavy-separation-mp: null }\n";
    const answer = (await call("plan", { plan })).json<{ chosen: { candidates: unknown[] }; frontier: unknown[] }>();
    expect(answer.frontier).toHaveLength(1);
    expect(answer.chosen.candidates).toBeInstanceOf(Array);
  });

  test("and nothing else was said", () => {
    expect(stderr).toBe("");
  });
});
