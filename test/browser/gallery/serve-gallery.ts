import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { CONTENT_SECURITY_POLICY } from "../../../scripts/build-web.mjs";
import { type StaticServer, serveFiles } from "../serve-static.ts";

const root = join(import.meta.dirname, "../../..");

/** The gallery of parts on loopback, under the policy of the page. */
export async function serveGallery(): Promise<StaticServer> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { app: "test/browser/gallery/gallery.tsx", style: "src/web/style/index.css" },
    outdir: "gallery",
    bundle: true,
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
    write: false,
    logLevel: "warning",
  });
  const page = readFileSync(join(root, "src/web/index.html"), "utf8")
    .replace("%CSP%", CONTENT_SECURITY_POLICY)
    .replace("%FILES%", "{}")
    .replace("%PRELOAD%", "")
    .replace("%STYLE%", "style.css")
    .replace("%APP%", "app.js");
  const files = outputFiles.map(({ path, contents }) => [path.split(/[\\/]/).at(-1)!, contents] as const);
  return serveFiles(new Map<string, Uint8Array>([["index.html", Buffer.from(page)], ...files]));
}
