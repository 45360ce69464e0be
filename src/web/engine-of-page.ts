import { urlOf } from "./data/files.ts";
import { createEngine, type Engine } from "./engine/client.ts";

let engine: Engine | undefined;

/** The one engine of the page, started when it is first asked for. Errors: LoadError when the build has none. */
export function theEngine(): Engine {
  engine ??= createEngine({ workerUrl: urlOf("engine"), dataUrl: urlOf("data") });
  return engine;
}
