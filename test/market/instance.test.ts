import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roomFor } from "../../src/market/wasm.ts";

const folder = mkdtempSync(join(tmpdir(), "monazite-instance-"));
const bundle = join(folder, "room.mjs");

beforeAll(async () => {
  const contents = `import { roomFor } from "./src/market/wasm.ts";
    const held = [];
    try {
      for (let i = 0; i < Number(process.argv[2]); i++) {
        held.push(roomFor({ float64: { x: 10 }, int32: {} }));
        if (process.argv[3] === "release") held.pop().release();
      }
      console.log("room");
    } catch (error) { console.log(error.name + ": " + error.message); }`;
  const stdin = { contents, resolveDir: process.cwd() };
  await build({ stdin, bundle: true, format: "esm", platform: "node", outfile: bundle });
});
afterAll(() => rmSync(folder, { recursive: true }));

const said = (flags: string[], ...args: string[]) =>
  spawnSync(process.execPath, [...flags, bundle, ...args], { encoding: "utf8" }).stdout.trim();
/** with addresses limited to so many kB */
const saidWithin = (kilobytes: number, flags: string, args: string) =>
  spawnSync("sh", ["-c", `ulimit -v ${kilobytes} && exec "${process.execPath}" ${flags} "${bundle}" ${args}`], {
    encoding: "utf8",
  }).stdout.trim();

describe("an engine that cannot run the kernels is told in one sentence", () => {
  test("without WebAssembly", () => {
    expect(said(["--jitless"], "1")).toMatch(/^EngineError: the market solver needs WebAssembly, which .*--jitless/);
  });

  test.runIf(process.arch === "x64")("without SIMD", () => {
    const message = said(["--no-enable-sse4-1"], "1");
    expect(message).toMatch(
      /^EngineError: the market solver needs WebAssembly with SIMD \(Node 20\.19.*refused here: /,
    );
  });
});

describe.runIf(process.platform === "linux" && process.arch === "x64")("where addresses are limited", () => {
  test("says how many a thread needs and what to do, which helps", () => {
    expect(saidWithin(24_000_000, "", "3")).toMatch(
      /^EngineError: no room .* 10 GB of address space per thread.*fewer workers/,
    );
    expect(saidWithin(24_000_000, "--disable-wasm-trap-handler", "3")).toBe("room");
  });

  test("rooms that are given back are enough for any number, one after the other", () => {
    expect(saidWithin(16_000_000, "", "20 release")).toBe("room");
  });
});

test("a room in memory given back begins with zeros, also where it is larger", () => {
  const first = roomFor({ float64: { x: 10 }, int32: {} });
  first.float64.x.fill(7);
  first.release();
  first.release();
  const second = roomFor({ float64: { x: 100_000 }, int32: { n: Int32Array.of(3) } });
  const third = roomFor({ float64: { x: 10 }, int32: {} });
  expect(second.float64.x.every((value) => value === 0)).toBe(true);
  expect([...second.int32.n]).toEqual([3]);
  second.float64.x.fill(1);
  expect(third.float64.x.every((value) => value === 0)).toBe(true);
});
