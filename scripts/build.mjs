// src/ → dist/: the command line, the worker of sweeps, the library and the workbench, bundled by esbuild; types by tsc with --types.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { buildWeb } from "./build-web.mjs";
import { hashOfCode } from "./code-version.mjs";
import { commandOf, isMain, main, root, run, say, since } from "./process.mjs";
import { setup } from "./setup.mjs";

const dist = join(root, "dist");
const stampFile = join(dist, ".stamp");
const commandLine = { from: "src/cli/main.ts", to: "dist/cli.js", platform: "node" };
const library = { from: "src/index.ts", to: "dist/index.js", platform: "neutral" };
const workers = {
  sweep: { from: "src/store/sweep-worker.ts", to: "dist/sweep-worker.js", platform: "node" },
  plan: { from: "src/store/plan-worker.ts", to: "dist/plan-worker.js", platform: "node" },
  api: { from: "src/api/work/api-worker.ts", to: "dist/api-worker.js", platform: "node" },
};

const buildScripts = ["build.mjs", "code-version.mjs"].map((name) => join(root, "scripts", name));

/** Builds dist/ unless it was made from the same sources. */
export async function build({ types = false } = {}) {
  const wanted = sourcesHash();
  if (!isFresh(wanted)) {
    const start = performance.now();
    rmSync(stampFile, { force: true });
    for (const bundle of [commandLine, library]) await bundleWithEsbuild(bundle);
    for (const which of Object.keys(workers)) await buildWorker(which);
    writeFileSync(stampFile, wanted);
    say(`built dist/ (${since(start)})`);
  }
  await buildWeb();
  if (types) await emitTypes();
}

/**
 * One worker alone, `sweep`, `plan` or `api`, for who runs from the sources (tests do, many at a time): its first line says of which code it is,
 * and it is renamed into place, so that nobody ever starts half of one.
 */
export async function buildWorker(which = "sweep") {
  const worker = workers[which];
  // the rooms above the store are no part of the code that a run records, but of what the interface computes
  const firstLine = `// code ${which === "api" ? sourcesHash() : hashOfCode(root)}`;
  const file = join(root, worker.to);
  if (existsSync(file) && readFileSync(file, "utf8").startsWith(`${firstLine}\n`)) return;
  const draft = `dist/${which}-worker.${process.pid}.${threadId}.part.js`;
  mkdirSync(dist, { recursive: true });
  try {
    await bundleWithEsbuild({ ...worker, to: draft }, firstLine);
    renameSync(join(root, draft), file);
  } finally {
    for (const left of [draft, `${draft}.map`]) rmSync(join(root, left), { force: true });
  }
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
  for (const file of [...sources, join(root, "package-lock.json"), ...buildScripts]) {
    const bytes = readFileSync(file);
    hash.update(`${file.slice(root.length)} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}

async function bundleWithEsbuild({ from, to, platform }, firstLine) {
  const entry = join(root, from);
  if (!existsSync(entry))
    throw new Error(`${from} is missing: the checkout is incomplete; restore it with: git checkout ${from}`);
  const { build: bundle } = await import("esbuild");
  const banner = firstLine ?? (platform === "node" ? "#!/usr/bin/env node" : undefined);
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
      sourcemap: firstLine === undefined,
      sourcesContent: false,
      define: { MONAZITE_CODE_VERSION: JSON.stringify(hashOfCode(root)) },
      banner: banner === undefined ? {} : { js: banner },
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
