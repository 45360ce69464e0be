import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

const root = join(import.meta.dirname, "../..");

/** `monazite …` as a process of its own group, so that all of it can be killed at once. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }>;
  /** what was written to stderr so far */
  stderr(): string;
  /** SIGKILL to the process and all it started */
  kill(): void;
}

export function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  const command = ["--import", "tsx", join(root, "src/cli/main.ts"), ...args]; // tsx itself would meddle with signals
  const child = spawn(process.execPath, command, {
    cwd: root,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (text) => {
    stdout += text;
  });
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  return {
    child,
    ended: new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }))),
    stderr: () => stderr,
    kill: () => {
      try {
        process.kill(-child.pid!, "SIGKILL");
      } catch {
        // it has ended already
      }
    },
  };
}

/** Waits until something holds. Errors: after a minute and a half, saying what was waited for. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  milliseconds = 90_000,
): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited ${milliseconds / 1000} s in vain for ${what}`);
    await setTimeout(20);
  }
}

/** Chunks of a run that are committed. */
export function committed(runFolder: string): number {
  const folder = join(runFolder, "chunks");
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")).length : 0;
}
