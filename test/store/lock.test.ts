import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { lockRun } from "../../src/store/lock.ts";
import { temporary } from "./synthetic.ts";

const places: (() => void)[] = [];
afterAll(() => {
  for (const clean of places) clean();
});

let folder: string;
let path: string;
let said: string[];
beforeEach(() => {
  const place = temporary();
  places.push(place.clean);
  folder = place.folder;
  path = join(folder, "lock.json");
  said = [];
});
const say = (message: string) => said.push(message);

describe("the lock of a run", () => {
  test("keeps a second one out, naming who has it, and is gone afterwards", () => {
    const unlock = lockRun(folder, say);
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ pid: process.pid, host: hostname() });
    expect(() => lockRun(folder, say)).toThrow(`process ${process.pid} on ${hostname()} is at this run`);
    unlock();
    expect(readdirSync(folder)).toEqual([]);
    lockRun(folder, say)();
    expect(said).toEqual([]);
  });

  test("of a process that is gone is cleared away with a word", () => {
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    writeFileSync(path, JSON.stringify({ pid, host: hostname(), born: "" }));
    writeFileSync(join(folder, `lock.${hostname()}.${pid}.part`), "");
    lockRun(folder, say)();
    expect(said.join()).toContain(`left behind by process ${pid}, which is gone`);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("of a process whose number another one has now is cleared away", () => {
    writeFileSync(path, JSON.stringify({ pid: process.pid, host: hostname(), born: "another-boot 1" }));
    if (!existsSync("/proc/self/stat")) return expect(() => lockRun(folder, say)).toThrow();
    lockRun(folder, say)();
    expect(said.join()).toContain("is gone");
  });

  test("of a process that lives, or on another machine, stands", async () => {
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    writeFileSync(path, JSON.stringify({ pid: child.pid, host: hostname(), born: "" }));
    expect(() => lockRun(folder, say)).toThrow(`process ${child.pid}`);
    child.kill("SIGKILL");
    await new Promise((resolve) => child.on("close", resolve));
    lockRun(folder, say)();
    writeFileSync(path, JSON.stringify({ pid: 1, host: "another-machine", born: "" }));
    expect(() => lockRun(folder, say)).toThrow(`which cannot be seen from here, delete ${path}`);
  });

  test("that nobody can read is cleared away", () => {
    writeFileSync(path, "");
    lockRun(folder, say)();
    expect(said.join()).toContain("left behind by nobody known");
  });
});
