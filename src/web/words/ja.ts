import type { Words } from "./en.ts";
import type { Format } from "./format.ts";
import { chain } from "./ja/chain.ts";
import { dependence } from "./ja/dependence.ts";
import { exposure } from "./ja/exposure.ts";
import { measures } from "./ja/measures.ts";
import { parts } from "./ja/parts.ts";
import { scenario } from "./ja/scenario.ts";
import { shell } from "./ja/shell.ts";
import { sources } from "./ja/sources.ts";

export const ja = (f: Format): Words => ({
  shell: shell(f),
  parts: parts(f),
  chain: chain(f),
  scenario: scenario(f),
  measures: measures(f),
  dependence: dependence(f),
  sources: sources(f),
  exposure: exposure(f),
});
