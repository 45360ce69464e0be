import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { builtWeb } from "./built.ts";

const LIMIT_KB = 350;

describe("the static build", () => {
  let folder: string;
  let page: string;
  beforeAll(async () => {
    folder = await builtWeb();
    page = readFileSync(join(folder, "index.html"), "utf8");
  });
  const kilobytes = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).byteLength, 0) / 1000;
  /** a script and what it cannot begin without; what it loads later, such as HiGHS, is not counted */
  const withImports = (name: string): string[] => {
    const text = readFileSync(join(folder, name), "utf8");
    const imported = [...text.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([\w-]+\.js)"/g)].map((match) => match[1]!);
    return [name, ...imported.flatMap(withImports)];
  };
  const scripts = () => readdirSync(folder).filter((name) => name.endsWith(".js"));

  test(`needs less than ${LIMIT_KB} kB of JavaScript (gzip) before data: page, every screen and the engine`, () => {
    const first = [...page.matchAll(/(?:src|href)="\.\/([\w-]+\.js)"/g)].map((match) => match[1]!);
    const entry = scripts().filter((name) => /^engine-[0-9A-Z]+\.js$/.test(name));
    const engine = [...new Set(entry.flatMap(withImports))];
    const chunks = scripts().filter((name) => /^chunk-/.test(name) && !first.includes(name));
    // CodeMirror is loaded when somebody opens the text of a scenario, after data and screens
    const isEditor = (name: string) => readFileSync(join(folder, name), "utf8").includes("cm-content");
    const [editor, later] = [chunks.filter(isEditor), chunks.filter((name) => !isEditor(name))];
    const [atOnce, screens, worker] = [kilobytes(first), kilobytes(later), kilobytes(engine)];
    console.info(
      `JavaScript, gzip: ${atOnce.toFixed(0)} kB at once, ${screens.toFixed(0)} kB with screens, ${worker.toFixed(0)} kB engine; ` +
        `${kilobytes(editor).toFixed(0)} kB editor, not counted`,
    );
    expect(first.length).toBeGreaterThan(1);
    expect(entry.length).toBe(1);
    expect(editor.length).toBe(1);
    expect(atOnce + screens + worker).toBeLessThan(LIMIT_KB);
  });

  test("names every file by what is inside, and has no address of another host", () => {
    const names = readdirSync(folder).filter((name) => !["index.html", "offline.js"].includes(name));
    expect(names.filter((name) => !/-[0-9A-Za-z]{8,}\.(js|css|json|wasm)$/.test(name))).toEqual([]);
    expect(page).not.toMatch(/(?:src|href)="(?!\.\/|data:)/);
    expect(page).not.toMatch(/<style|style=|<script>|onload=/);
  });
});
