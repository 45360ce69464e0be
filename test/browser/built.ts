import { existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { buildWeb } from "../../scripts/build-web.mjs";

const root = join(import.meta.dirname, "../..");
const lock = join(root, "dist", ".web-lock");
const OLD_MS = 60_000;

/** The folder of the static build, made if it is not from the sources as they are now; one builder at a time. */
export async function builtWeb(): Promise<string> {
  await locked(buildWeb);
  return join(root, "dist/web");
}

async function locked(work: () => Promise<void>): Promise<void> {
  mkdirSync(join(root, "dist"), { recursive: true });
  while (!take()) await new Promise((resolve) => setTimeout(resolve, 100));
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function take(): boolean {
  if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > OLD_MS) rmSync(lock, { recursive: true, force: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}
