import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tools } from "../../src/api/mcp/serve-mcp.ts";
import { ask, type Asked, ended, post, shippedApi } from "../api/shipped.ts";
import { blocksOf, readDoc, tableUnder } from "./markdown.ts";

let api: Awaited<ReturnType<typeof shippedApi>>;
beforeAll(async () => {
  api = await shippedApi({ threads: 1 });
});
afterAll(() => api.close());

const document = "docs/api.md";
const commands = blocksOf(document)
  .filter(({ language }) => language === "bash")
  .flatMap(({ place, text }) => text.split("\n").map((line) => ({ place, line })))
  .filter(({ line }) => line.startsWith("curl "));

let job = "";

/** Sends what a curl command of the document sends. */
async function curl(line: string): Promise<Asked> {
  const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((m) => m[1] ?? m[2] ?? m[3]!);
  const after = (option: string) => (words.includes(option) ? words[words.indexOf(option) + 1] : undefined);
  const address = words.find((word) => word.startsWith("localhost:4173"))!.replace("localhost:4173", "");
  const file = after("--data-binary")?.replace(/^@/, "");
  const body = file === undefined ? after("-d") : readFileSync(file, "utf8");
  const [, type] = /^content-type: (.*)$/.exec(after("-H") ?? "") ?? [];
  const init = body === undefined ? { method: after("-X") ?? "GET" } : post(body, type);
  const answer = await ask(api, address.replace("$JOB", job), init);
  job = answer.headers.get("location") ?? job;
  return answer;
}

describe("docs/api.md", () => {
  test.each(commands)("$place: $line", async ({ line }) => {
    if (line.includes("/result")) await ended(api, { links: { progress: `${job}/progress` } });
    const { status, text } = await curl(line);
    expect(status, text.slice(0, 500)).toBeLessThan(300);
    if (!line.includes("DELETE")) expect(text.length).toBeGreaterThan(100);
  });

  test("shows a figure and a mistake as they are", async () => {
    const [figure, mistake] = blocksOf(document).filter(({ language }) => language === "json");
    expect((await ask(api, "/api/v1/figures/prices/dysprosium-oxide@WLD")).json()).toMatchObject(
      JSON.parse(figure!.text),
    );
    const [, sent] = /Sending `(.+?)` to/.exec(readDoc(document))!;
    expect((await ask(api, "/api/v1/simulate", post(sent))).json()).toEqual(JSON.parse(mistake!.text));
  });

  test("names every tool, and the limits as they are", () => {
    const [, named] = /It has six tools: (.*?)\. They/.exec(readDoc(document))!;
    expect([...named!.matchAll(/`(\w+)`/g)].map((m) => m[1]).sort()).toEqual(tools.map((t) => t.name).sort());
    const document64 = tableUnder(document, "## Limits").flatMap(Object.values).join(" ");
    expect(document64).toContain("64 KiB, 2 MB");
    const sizes = api.routes.flatMap((r) => (r.body ? [[r.id, r.body.mostBytes]] : []));
    expect(Object.fromEntries(sizes)).toEqual({ simulate: 65_536, plan: 65_536, exposure: 2_000_000 });
  });
});
