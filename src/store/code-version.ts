import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "./package-root.ts";

/** Put in by scripts/build.mjs; absent where the sources themselves run. */
declare const MONAZITE_CODE_VERSION: string | undefined;

/** Whether the sources themselves run, as under tsx and vitest. */
export function runsFromSources(): boolean {
  return typeof MONAZITE_CODE_VERSION === "undefined";
}

let known: string | undefined;

/**
 * sha-256 (hex) of the code that decides the bytes of a sweep (scripts/code-version.mjs says which): the same for the
 * sources and for what was built from them.
 */
export async function codeVersion(): Promise<string> {
  if (typeof MONAZITE_CODE_VERSION !== "undefined") return MONAZITE_CODE_VERSION;
  if (known === undefined) {
    const root = packageRoot();
    const script: { hashOfCode: (root: string) => string } = await import(
      pathToFileURL(join(root, "scripts", "code-version.mjs")).href
    );
    known = script.hashOfCode(root);
  }
  return known;
}
