// src/web/ → dist/web/: the workbench as static files. Every name but index.html and offline.js carries a hash of what is inside.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { isMain, main, root, say, since } from "./process.mjs";
import { setup } from "./setup.mjs";

const stampFile = join(root, "dist", ".web-stamp");
const LANGUAGES = ["en", "de", "ja"];

/**
 * What a page of the workbench may do: nothing but its own files. `wasm-unsafe-eval` is for the solver's kernels.
 * A server sends it as a header too, with `frame-ancestors`, which a meta element cannot say.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Writes dist/web/ anew and puts it in the place of what was there, unless it was made from the same sources. */
export async function buildWeb() {
  const wanted = sourcesHash();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted && existsSync(join(root, "dist/web"))) return;
  const start = performance.now();
  const draft = join(root, "dist", `web.${process.pid}.part`);
  const target = join(root, "dist", "web");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  try {
    await writeAll(draft);
    rmSync(stampFile, { force: true });
    rmSync(target, { recursive: true, force: true });
    renameSync(draft, target);
    writeFileSync(stampFile, wanted);
    say(`built dist/web/ (${since(start)})`);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Of everything that a file of dist/web/ is made of. */
function sourcesHash() {
  const hash = createHash("sha256");
  const under = (folder) => filesUnder(folder, "").map((name) => `${folder}/${name}`);
  const single = ["package-lock.json", "scripts/build-web.mjs", "examples/bom.csv"];
  for (const name of [...["src", "data", "scenarios", "plans"].flatMap(under), ...single]) {
    const bytes = readFileSync(join(root, name));
    hash.update(`${name} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}

async function writeAll(folder) {
  const texts = shippedTexts();
  const { catalogueOf } = await importBundled("src/web/data/catalogue-of.ts");
  const files = {
    data: writeHashed(folder, "data.json", JSON.stringify({ version: versionOf(texts), ...texts, schemas: schemas() })),
    catalogue: writeHashed(folder, "catalogue.json", JSON.stringify(catalogueOf(texts))),
    world: writeHashed(folder, "world.json", JSON.stringify(await worldByCode())),
  };
  for (const lang of LANGUAGES)
    files[`names-${lang}`] = writeHashed(folder, `names-${lang}.json`, JSON.stringify(await namesIn(lang, texts)));
  const engine = await bundleEngine(folder);
  if (engine) files.engine = engine;
  const { app, style, preload } = await bundleApp(folder);
  const page = readFileSync(join(root, "src/web/index.html"), "utf8")
    .replace("%CSP%", CONTENT_SECURITY_POLICY)
    .replace("%FILES%", JSON.stringify(files).replaceAll('"', "&quot;"))
    .replace("%STYLE%", style)
    .replace("%PRELOAD%", preload.map((name) => `<link rel="modulepreload" href="./${name}">`).join("\n"))
    .replace("%APP%", app);
  writeFileSync(join(folder, "index.html"), page);
  await bundleOffline(folder);
}

function writeHashed(folder, name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const hashed = name.replace(/(\.\w+)$/, `-${hash}$1`);
  writeFileSync(join(folder, hashed), content);
  return hashed;
}

function filesUnder(folder, ending) {
  const top = join(root, folder);
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(top, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

function shippedTexts() {
  const texts = (folder, ending, prefix) =>
    Object.fromEntries(
      filesUnder(folder, ending).map((name) => [`${prefix}${name}`, readFileSync(join(root, folder, name), "utf8")]),
    );
  return {
    // the words by which articles are read are of no use to the page
    tables: Object.fromEntries(
      Object.entries(texts("data", ".csv", "")).filter(([name]) => !/^(?:reading|mappings)\//.test(name)),
    ),
    scenarios: texts("scenarios", ".yaml", "scenarios/"),
    plans: texts("plans", ".yaml", "plans/"),
    examples: { "examples/bom.csv": readFileSync(join(root, "examples/bom.csv"), "utf8") },
  };
}

const versionOf = (texts) => createHash("sha256").update(JSON.stringify(texts)).digest("hex").slice(0, 16);

function schemas() {
  const json = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));
  return { scenario: json("scenarios/scenario.schema.json"), plan: json("plans/plan.schema.json") };
}

/** The outlines of the countries, known by the codes the dataset uses, without their English names. */
async function worldByCode() {
  const { default: countries } = await import("i18n-iso-countries");
  const world = JSON.parse(readFileSync(join(root, "node_modules/world-atlas/countries-110m.json"), "utf8"));
  for (const shape of world.objects.countries.geometries) {
    shape.id = countries.numericToAlpha3(String(shape.id)) ?? "";
    delete shape.properties;
  }
  return world;
}

/** `[key, English, text]` of data/names.csv in a language; empty while there is no such table. */
async function namesIn(lang, { tables }) {
  if (tables["names.csv"] === undefined) return [];
  const { namesInLanguage } = await importBundled("src/web/data/names-in-language.ts");
  return namesInLanguage(tables["names.csv"], lang);
}

/** A module of src/, which Node 20 cannot import as it is. */
async function importBundled(from) {
  const { build } = await import("esbuild");
  const file = join(root, "dist", `build.${process.pid}.mjs`);
  try {
    await build({ ...shared(), entryPoints: [from], outfile: file, platform: "node", packages: "external" });
    return await import(`${pathToFileURL(file)}?${from}`);
  } finally {
    rmSync(file, { force: true });
  }
}

const shared = () => ({ absWorkingDir: root, bundle: true, format: "esm", logLevel: "warning" });

/** zod brings its messages in fifty languages, a fifth of the engine; our problems are worded by our own catalogues. */
const withoutLocalesOfZod = {
  name: "without-locales-of-zod",
  setup: (build) => {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: "", loader: "js" }));
  },
};

/** HiGHS looks for its binary beside itself under a fixed name; ours carries its hash. */
const withHighsAt = (binary) => ({
  name: "with-highs-at",
  setup: (build) => {
    build.onLoad({ filter: /[\\/]highs[\\/]build[\\/]highs\.mjs$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll('"highs.wasm"', JSON.stringify(binary)),
      loader: "js",
    }));
  },
});

const forBrowsers = () => ({
  ...shared(),
  platform: "browser",
  // light-dark() of the style sheet wants these or newer anyway
  target: ["chrome123", "firefox120", "safari17.5"],
  minify: true,
  legalComments: "none",
  jsx: "automatic",
  jsxImportSource: "preact",
  metafile: true,
  define: { "process.env.NODE_ENV": '"production"' },
  external: ["node:*"], // highs asks for them under Node only
  plugins: [withoutLocalesOfZod],
});

/** Keeps all other files for use without a network; the one name beside index.html that must stay the same. */
async function bundleOffline(folder) {
  const { build } = await import("esbuild");
  const options = forBrowsers();
  const define = { ...options.define, OFFLINE_FILES: JSON.stringify(readdirSync(folder).sort()) };
  const entry = "src/web/offline/worker.ts";
  await build({ ...options, define, entryPoints: [entry], outfile: join(folder, "offline.js") });
}

async function bundleEngine(folder) {
  const entry = "src/web/engine/worker.ts";
  if (!existsSync(join(root, entry))) return undefined;
  const highs = writeHashed(folder, "highs.wasm", readFileSync(join(root, "node_modules/highs/build/highs.wasm")));
  return (await bundle(folder, { engine: entry }, "engine-chunk", [withHighsAt(highs)])).fileOf(entry);
}

async function bundleApp(folder) {
  const [entry, styles] = ["src/web/main.tsx", "src/web/style/index.css"];
  const { fileOf, preloadOf } = await bundle(folder, { app: entry, style: styles }, "chunk");
  return { app: fileOf(entry), style: fileOf(styles), preload: preloadOf(entry) };
}

/** Bundles entries with what they load later in chunks of their own, and says how the files are called. */
async function bundle(folder, entryPoints, chunks, plugins = []) {
  const { build } = await import("esbuild");
  const usual = forBrowsers();
  const { metafile } = await build({
    ...usual,
    plugins: [...usual.plugins, ...plugins],
    entryPoints,
    outdir: folder,
    splitting: true,
    entryNames: "[name]-[hash]",
    chunkNames: `${chunks}-[hash]`,
  });
  const nameOf = (path) => path.split("/").at(-1);
  const outputOf = (entry) => Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === entry);
  return {
    fileOf: (entry) => nameOf(outputOf(entry)[0]),
    /** chunks that an entry imports at once */
    preloadOf: (entry) =>
      outputOf(entry)[1]
        .imports.filter(({ kind }) => kind === "import-statement")
        .map(({ path }) => nameOf(path)),
  };
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await setup();
    await buildWeb();
    return 0;
  });
}
