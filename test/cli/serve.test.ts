import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { monazite } from "./in-process.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "monazite-serve-"));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts a server in a process of its own and waits for its address. */
async function serve(args: readonly string[], env: Record<string, string> = {}) {
  const command = [join(root, "node_modules/tsx/dist/cli.mjs"), join(root, "src/cli/main.ts"), "serve", ...args];
  const child = spawn(process.execPath, command, { cwd: root, env: { ...process.env, ...env } });
  children.push(child);
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk) => resolve(/^Monazite at (http:\S+)\n$/.exec(String(chunk))?.[1] ?? String(chunk)));
    child.on("exit", (code) => reject(new Error(`ended with ${code}: ${stderr}`)));
  });
  return { child, url, stderr: () => stderr };
}

describe("monazite serve", () => {
  test("prints its address, answers, and ends with 0 at Ctrl-C though somebody listens", async () => {
    const { child, url, stderr } = await serve(["--port", "0", "--workers", "1"]);
    expect(url).toMatch(/^http:\/\/localhost:\d+\/$/);
    expect((await fetch(url)).headers.get("content-security-policy")).toContain("default-src 'none'");
    const begun = await fetch(`${url}api/v1/simulate`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"scenario":{"extends":"us-japan-framework","months":360}}',
    });
    const { links } = await begun.json();
    const listening = fetch(url.slice(0, -1) + links.progress).then((response) => response.text());
    listening.catch(() => {}); // it is cut off below
    const ended = new Promise((resolve) => child.on("exit", (code, signal) => resolve(code ?? signal)));
    const pressed = performance.now();
    child.kill("SIGINT");
    expect(await ended).toBe(0);
    expect(performance.now() - pressed).toBeLessThan(5000);
    expect(stderr()).toMatch(/api\/v1\/openapi\.json; Ctrl-C ends it\n$/);
  });

  test("asks for the token of a file or of the environment", async () => {
    const file = join(folder, "token");
    writeFileSync(file, "0123456789abcdef\n");
    const servers = [
      await serve(["--port", "0", "--token-file", file]),
      await serve(["--port", "0", "--quiet"], { MONAZITE_TOKEN: "0123456789abcdef" }),
    ];
    for (const { url } of servers) {
      expect((await fetch(`${url}api/v1/scenarios`)).status).toBe(401);
      const headers = { authorization: "Bearer 0123456789abcdef" };
      expect((await fetch(`${url}api/v1/scenarios`, { headers })).status).toBe(200);
    }
  });

  test.each([
    [["--host", "0.0.0.0"], /--host 0\.0\.0\.0: others could reach it, and no token is set; .*--token-file/],
    [["--host", "::"], /no token is set/],
    [
      ["--host", "monazite.invalid", "--token-file", "package.json"],
      /--token-file package\.json: expected one word of at least 16/,
    ],
    [["--token-file", "nowhere"], /--token-file nowhere: no such file/],
    [["--port", "70000"], /got "70000", expected a whole number from 0 to 65535/],
    [["--port", "http"], /got "http"/],
  ])("refuses %j", async (args, words) => {
    const { code, stderr, stdout } = await monazite("serve", ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(words);
  });

  test("says that a port is taken", async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port));
    });
    const { code, stderr } = await monazite("serve", "--port", String(port));
    other.close();
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `--port ${port}: another program listens there; choose another, or 0 for any that is free\n`,
    });
  });
});
