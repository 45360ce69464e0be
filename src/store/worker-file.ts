import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runsFromSources } from "./code-version.ts";
import { packageRoot } from "./package-root.ts";

/** A bundled worker, as a file URL; from sources it is built first when it is not of these. */
export async function workerFile(which: "sweep" | "plan" | "api"): Promise<string> {
  const root = packageRoot();
  if (runsFromSources()) {
    const script: { buildWorker: (which: string) => Promise<void> } = await import(
      pathToFileURL(join(root, "scripts", "build.mjs")).href
    );
    await script.buildWorker(which);
  }
  return pathToFileURL(join(root, "dist", `${which}-worker.js`)).href;
}
