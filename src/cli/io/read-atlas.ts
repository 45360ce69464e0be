import { createRequire } from "node:module";
import type { Atlas } from "../../report/dependence/index.ts";

/** The outlines of the countries (Natural Earth, public domain, by way of world-atlas). */
export function readAtlas(): Atlas {
  return createRequire(import.meta.url)("world-atlas/countries-110m.json");
}
