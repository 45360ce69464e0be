import { chain } from "./de/chain.ts";
import { dependence } from "./de/dependence.ts";
import { exposure } from "./de/exposure.ts";
import { measures } from "./de/measures.ts";
import { parts } from "./de/parts.ts";
import { scenario } from "./de/scenario.ts";
import { shell } from "./de/shell.ts";
import { sources } from "./de/sources.ts";
import type { Words } from "./en.ts";
import type { Format } from "./format.ts";

export const de = (f: Format): Words => ({
  shell: shell(f),
  parts: parts(f),
  chain: chain(f),
  scenario: scenario(f),
  measures: measures(f),
  dependence: dependence(f),
  sources: sources(f),
  exposure: exposure(f),
});
