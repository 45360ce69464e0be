// What the set-up scripts share: where things are, how a child process is run and how waiting is announced.
import { spawn } from "node:child_process";
import { readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout, without a trailing slash. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Says what is being done; on stderr, so that a command's answer on stdout stays clean. */
export function say(message) {
  process.stderr.write(`monazite: ${message}\n`);
}

/** Seconds since `start` (from performance.now()) in words: `0.4 s`. */
export function since(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** The JavaScript file behind a package's command, so that it runs without a shell on every system. */
export function commandOf(packageName, command = packageName.split("/").at(-1)) {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
}

/**
 * Runs a command in the checkout and returns its exit code; every 10 s without an end it says that it is still at it.
 * With `quiet` the child's output is held back and shown only if it fails.
 */
export function run(command, args, { label, quiet = false, env = process.env, toStderr = false, shell = false } = {}) {
  const output = quiet ? "pipe" : toStderr ? 2 : "inherit";
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      shell,
      stdio: [quiet || toStderr ? "ignore" : "inherit", output, output],
    });
    const held = [];
    child.stdout?.on("data", (chunk) => held.push(chunk));
    child.stderr?.on("data", (chunk) => held.push(chunk));
    const start = performance.now();
    const timer = label ? setInterval(() => say(`${label} … ${since(start)}`), 10_000) : undefined;
    child.on("error", (error) => {
      clearInterval(timer);
      reject(error);
    });
    child.on("close", (code, signal) => {
      clearInterval(timer);
      if (code !== 0) process.stderr.write(Buffer.concat(held));
      if (signal) say(`${label ?? command} was stopped by ${signal}`);
      resolve(code ?? 1);
    });
  });
}

/** Runs a script's main function; an error ends it with one line and exit code 1. */
export async function main(body) {
  try {
    process.exitCode = await body(process.argv.slice(2));
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/** Whether this module is the file that was started (and not imported). */
export function isMain(metaUrl) {
  return process.argv[1] !== undefined && fileURLToPath(metaUrl) === realpathSync(process.argv[1]);
}
