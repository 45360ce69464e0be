import { chain } from "./en/chain.ts";
import { dependence } from "./en/dependence.ts";
import { exposure } from "./en/exposure.ts";
import { measures } from "./en/measures.ts";
import { parts } from "./en/parts.ts";
import { scenario } from "./en/scenario.ts";
import { shell } from "./en/shell.ts";
import { sources } from "./en/sources.ts";
import type { Format } from "./format.ts";

/** Everything the page says in English; the other languages have exactly these keys. */
export const en = (f: Format) => ({
  shell: shell(f),
  parts: parts(f),
  chain: chain(f),
  scenario: scenario(f),
  measures: measures(f),
  dependence: dependence(f),
  sources: sources(f),
  exposure: exposure(f),
});

export type Words = ReturnType<typeof en>;
