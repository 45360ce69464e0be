import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { codeVersion } from "../../src/store/code-version.ts";

const root = join(import.meta.dirname, "../..");
let script: { hashOfCode: (root: string) => string; computingRooms: string[]; computingPackages: string[] };
beforeAll(async () => {
  script = await import(new URL("../../scripts/code-version.mjs", import.meta.url).href);
});

const textsOf = (room: string) =>
  readdirSync(join(root, "src", room), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(root, "src", room, name), "utf8").replace(/^import type .*$/gm, ""));

describe("the code version", () => {
  test("covers every room that the store's rooms import, and every package", () => {
    const imports = script.computingRooms
      .flatMap(textsOf)
      .flatMap((text) =>
        [...text.matchAll(/(?:^(?:import|export)\b[^"'`;]*?\bfrom\s*|\bimport\s*\(\s*)"([^"]+)"/gm)].map(
          (match) => match[1]!,
        ),
      );
    const packages = imports.filter((name) => !/^(\.|node:)/.test(name));
    const named = packages.map((name) => name.split("/", name.startsWith("@") ? 2 : 1).join("/"));
    expect([...new Set(named)].sort()).toEqual([...script.computingPackages].sort());
    const rooms = imports.flatMap((name) => /^\.\.\/(?:\.\.\/)*([a-z]+)\//.exec(name)?.[1] ?? []);
    const folders = new Set(readdirSync(join(root, "src")));
    expect([...new Set(rooms)].filter((room) => folders.has(room) && !script.computingRooms.includes(room))).toEqual(
      [],
    );
  });

  test("is the same for the sources and for the worker that is built of them", async () => {
    const built = spawnSync(
      process.execPath,
      ["--input-type=module", "-e", 'await (await import("./scripts/build.mjs")).buildWorker()'],
      { cwd: root, encoding: "utf8" },
    );
    expect(built.stderr).toBe("");
    const version = await codeVersion();
    expect(version).toBe(script.hashOfCode(root));
    expect(readFileSync(join(root, "dist/sweep-worker.js"), "utf8").split("\n")[0]).toBe(`// code ${version}`);
  });
});
