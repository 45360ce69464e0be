import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** The browser that the tests drive: MONAZITE_CHROMIUM, or the first of the usual names on the path; undefined when there is none. */
export function findChromium(): string | undefined {
  const named = process.env["MONAZITE_CHROMIUM"];
  if (named) return named;
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** For `describe.skipIf`: says once in words what is missing. */
export function noBrowser(): boolean {
  const missing = findChromium() === undefined;
  if (missing && !told) {
    told = true;
    console.warn(
      "no Chromium found: the tests in a browser are skipped; install it (Debian: apt-get install chromium)",
    );
  }
  return missing;
}
let told = false;

/** It must not ask anyone for anything, and CI runs it as root. */
export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-dev-shm-usage",
];
