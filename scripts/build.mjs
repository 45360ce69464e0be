// src/ → dist/: the command line and the library, bundled by esbuild; types by tsc with --types.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandOf, isMain, main, root, run, say, since } from "./process.mjs";
import { setup } from "./setup.mjs";

const dist = join(root, "dist");
const stampFile = join(dist, ".stamp");
const commandLine = { from: "src/cli/main.ts", to: "dist/cli.js", platform: "node" };
const library = { from: "src/index.ts", to: "dist/index.js", platform: "neutral" };

/** Builds dist/ unless it was made from the same sources. */
export async function build({ types = false } = {}) {
  const wanted = sourcesHash();
  if (!isFresh(wanted)) {
    const start = performance.now();
    rmSync(stampFile, { force: true });
    for (const bundle of [commandLine, library]) await bundleWithEsbuild(bundle);
    writeFileSync(stampFile, wanted);
    say(`built dist/ (${since(start)})`);
  }
  if (types) await emitTypes();
}

/** Whether dist/ was made from the sources as they are now. */
export function isFresh(hash = sourcesHash()) {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === hash;
}

function sourcesHash() {
  const hash = createHash("sha256");
  const sources = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of [...sources, join(root, "package-lock.json"), join(root, "scripts", "build.mjs")]) {
    const bytes = readFileSync(file);
    hash.update(`${file.slice(root.length)} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}

async function bundleWithEsbuild({ from, to, platform }) {
  const entry = join(root, from);
  if (!existsSync(entry))
    throw new Error(`${from} is missing: the checkout is incomplete; restore it with: git checkout ${from}`);
  const { build: bundle } = await import("esbuild");
  const needsShebang = platform === "node" && !readFileSync(entry, "utf8").startsWith("#!");
  try {
    await bundle({
      absWorkingDir: root,
      entryPoints: [from],
      outfile: to,
      bundle: true,
      format: "esm",
      target: "node20",
      platform,
      packages: "external",
      sourcemap: true,
      sourcesContent: false,
      banner: needsShebang ? { js: "#!/usr/bin/env node" } : {},
      logLevel: "warning",
    });
  } catch {
    throw new Error(`esbuild could not bundle ${from}; see above`);
  }
}

async function emitTypes() {
  say("writing type declarations …");
  rmSync(join(dist, "types"), { recursive: true, force: true });
  const code = await run(process.execPath, [commandOf("typescript", "tsc"), "-p", "scripts/tsconfig.types.json"]);
  if (code !== 0) throw new Error("tsc could not write the type declarations; see above");
}

if (isMain(import.meta.url)) {
  await main(async (args) => {
    await setup();
    await build({ types: args.includes("--types") });
    return 0;
  });
}
