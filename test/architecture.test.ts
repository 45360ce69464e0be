import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const generated = new Set(["node_modules", "dist", "reports", "runs", ".git"]);

interface File {
  /** from the root, with `/` */
  readonly path: string;
  readonly text: string;
}

function filesUnder(folder: string): File[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return generated.has(entry.name) ? [] : filesUnder(path);
    return [{ path: relative(root, path).split(sep).join("/"), text: readFileSync(path, "utf8") }];
  });
}

/** What the repository holds; without git (an unpacked archive), everything that is there. */
function repositoryFiles(): File[] {
  const git = spawnSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
  if (git.status !== 0) return filesUnder(root);
  return git.stdout
    .split("\0")
    .filter((path) => path !== "" && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

const everything = repositoryFiles();
const sources = filesUnder(join(root, "src"));
const roomOf = (path: string) => path.split("/")[1]!;

/** What each room of src/ may import of ours; docs/design.md, "One package, arrows downward". */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  market: [],
  dataset: [],
  chain: ["market", "dataset"],
  policy: ["chain", "market", "dataset"],
  simulation: ["policy", "chain", "market", "dataset"],
  ledger: ["simulation", "policy", "chain", "dataset"],
  indicators: ["dataset"],
  importers: ["dataset"],
  dependence: ["indicators", "simulation", "chain", "dataset"],
  replay: ["simulation", "policy", "chain", "dataset"],
  exposure: ["simulation", "policy", "chain", "dataset"],
  store: ["planning", "simulation", "dataset"],
  planning: ["simulation", "policy", "chain", "market", "dataset"],
  reading: ["dataset"],
  queue: ["store", "planning", "dataset"],
  charts: ["planning", "dependence", "replay", "simulation", "policy"],
  web: [
    "charts",
    "dependence",
    "exposure",
    "ledger",
    "replay",
    "reading",
    "planning",
    "simulation",
    "policy",
    "chain",
    "market",
    "dataset",
    "indicators",
  ],
  report: ["charts", "planning", "dependence", "replay", "simulation"],
  api: [
    "planning",
    "charts",
    "dependence",
    "exposure",
    "indicators",
    "ledger",
    "replay",
    "store",
    "reading",
    "simulation",
    "policy",
    "chain",
    "market",
    "dataset",
  ],
  cli: [
    "api",
    "planning",
    "report",
    "charts",
    "dependence",
    "exposure",
    "importers",
    "indicators",
    "ledger",
    "replay",
    "queue",
    "store",
    "reading",
    "simulation",
    "policy",
    "chain",
    "market",
    "dataset",
  ],
};
/** The workbench is the page: it has the DOM and the clock of the browser. */
const needPage = new Set(["web"]);
/** Importers read files of gigabytes through an engine that needs Node; store, queue and api have files, threads and sockets. */
const needNode = new Set(["api", "cli", "importers", "store", "queue"]);
const freeOfNode = Object.keys(mayImport).filter((room) => !needNode.has(room) && !needPage.has(room));

interface Import {
  readonly from: string;
  readonly specifier: string;
}

function importsOf({ path, text }: File): Import[] {
  const found = text.matchAll(
    /(?:^(?:import|export)\b[^"'`;]*?\bfrom\s*|^import\s*|\bimport\s*\(\s*|createRequire\(import\.meta\.url\)\()["']([^"']+)["']/gm,
  );
  return [...found].map((match) => ({ from: path, specifier: match[1]! }));
}

/** `src/chain/draft.ts` that `../chain/draft.ts` means in a file; undefined for a package. */
function targetOf({ from, specifier }: Import): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  return join(from, "..", specifier).split(sep).join("/");
}

/** Code without comments and strings, so that words in prose do not count. */
function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""')
    .replace(/`(?:[^`\\]|\\.)*`/g, "``")
    .replace(/\/\/.*$/gm, "");
}

describe("rooms of src/", () => {
  test("are the ones this test knows", () => {
    const rooms = new Set(sources.filter(({ path }) => path.split("/").length > 2).map(({ path }) => roomOf(path)));
    expect(Object.keys(mayImport)).toEqual(expect.arrayContaining([...rooms]));
  });

  test.each(Object.entries(mayImport))("%s imports only rooms below it: %j", (room, allowed) => {
    const wrong = sources
      .filter(({ path }) => roomOf(path) === room)
      .flatMap(importsOf)
      .flatMap((found) => {
        const target = targetOf(found);
        if (target === undefined || roomOf(target) === room || allowed.includes(roomOf(target))) return [];
        return [`${found.from} imports ${target}`];
      });
    expect(wrong).toEqual([]);
  });

  test("the library's index imports nothing of the command line or the report", () => {
    const index = sources.find(({ path }) => path === "src/index.ts")!;
    const rooms = new Set(importsOf(index).map((found) => roomOf(targetOf(found)!)));
    expect([...rooms].filter((room) => ["cli", "report"].includes(room))).toEqual([]);
  });

  test("imports name files that are there, with their ending", () => {
    const missing = sources
      .flatMap(importsOf)
      .filter((found) => targetOf(found) !== undefined && !existsSync(join(root, targetOf(found)!)))
      .map((found) => `${found.from}: ${found.specifier}`);
    expect(missing).toEqual([]);
  });

  test("packages imported by src/ are dependencies, and every dependency is imported", () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const packages = sources
      .map((file) => ({ ...file, text: file.text.replace(/^import type .*$/gm, "") })) // types come with @types/…
      .flatMap(importsOf)
      .filter((found) => targetOf(found) === undefined && !found.specifier.startsWith("node:"))
      .map(({ specifier }) => specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/"));
    expect([...new Set(packages)].sort()).toEqual(Object.keys(dependencies).sort());
  });
});

describe("below the command line", () => {
  const below = sources.filter(({ path }) => freeOfNode.includes(roomOf(path)) || path === "src/index.ts");

  test("nothing imports Node", () => {
    const wrong = below.flatMap(importsOf).filter(({ specifier }) => /^(node:|fs$|path$|os$|process$)/.test(specifier));
    expect(wrong).toEqual([]);
  });

  test("nothing uses a global of Node or of a page", () => {
    const globals =
      /(?<![.\w])(process|Buffer|require|__dirname|__filename|global|navigator|localStorage|fetch|XMLHttpRequest|setTimeout|setInterval)\b(?=\s*[.([])/g;
    const wrong = below.flatMap(({ path, text }) =>
      [...codeOf(text).matchAll(globals)].map((match) => `${path}: ${match[1]}`),
    );
    expect(wrong).toEqual([]);
  });

  test("nothing uses a clock, chance or the machine's language", () => {
    const wrong = below.flatMap(({ path, text }) =>
      [...codeOf(text).matchAll(/Date\.now|new Date\(\)|Math\.random|toLocale\w+|performance\.now/g)].map(
        (match) => `${path}: ${match[0]}`,
      ),
    );
    expect(wrong).toEqual([]);
  });

  test("the model's folders are compiled without the libraries of Node and the DOM", () => {
    const core = JSON.parse(readFileSync(join(root, "tsconfig.core.json"), "utf8"));
    expect(core.compilerOptions).toEqual({ lib: ["ES2023"], types: [] });
    const rooms = ["market", "chain", "policy", "simulation", "planning", "ledger", "dataset"].map(
      (room) => `src/${room}`,
    );
    expect(core.include).toEqual(expect.arrayContaining(rooms));
  });
});

describe("every file", () => {
  test("of src/ has one idea: at most 300 lines", () => {
    const long = sources.filter(({ text }) => text.split("\n").length > 301).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  test("of src/ is free of `any` and of zeros that stand in for what is missing", () => {
    const wrong = sources.flatMap(({ path, text }) =>
      [...codeOf(text).matchAll(/:\s*any\b|\bas any\b|<any>|\|\| 0(?![.\w])|@ts-ignore|@ts-nocheck/g)].map(
        (match) => `${path}: ${match[0]}`,
      ),
    );
    expect(wrong).toEqual([]);
  });

  test("is free of paths of one machine and hosts of a registry", () => {
    // put together here so that this file does not contain what it forbids
    const folders = ["work", "tmp", "root", "home/[a-z]", "Users/[A-Za-z]"].map((name) => `(?<![\\w.*-])/${name}/`);
    const hosts = ["registry", "npmjs", "artifactory", "jfrog", "nexus"].map((name) => `https?://[\\w.-]*${name}`);
    const forbidden = new RegExp([...folders, ...hosts, "127\\.0\\.0\\.1:"].join("|"));
    const wrong = everything.flatMap(({ path, text }) =>
      path === "test/architecture.test.ts"
        ? []
        : text.split("\n").flatMap((line, i) => (forbidden.test(line) ? [`${path}:${i + 1}: ${line.trim()}`] : [])),
    );
    expect(wrong).toEqual([]);
  });

  test("of text ends with a line break and has no tabs or stray carriage returns", () => {
    const kinds = new Set([".ts", ".mjs", ".md", ".yaml", ".csv", ".json"]);
    const wrong = everything
      .filter(({ path }) => kinds.has(extname(path)))
      .filter(({ text }) => !text.endsWith("\n") || text.includes("\r") || text.includes("\t"))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });
});

test("package-lock.json says what, not from where", () => {
  expect(readFileSync(join(root, "package-lock.json"), "utf8")).not.toContain('"resolved"');
});
