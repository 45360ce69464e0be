import { rowsOf } from "../figures.ts";
import type { Problem } from "../problem.ts";
import { tableNames } from "../schema/index.ts";
import type { SourceRow } from "../schema/sources.ts";
import { type Check, problemAt } from "./check.ts";

/** Publishers whose terms forbid passing rows on. CEPII's BACI, made from Comtrade, has its own open licence. */
const forbidden: readonly { readonly name: string; readonly publisher: RegExp; readonly url: RegExp }[] = [
  { name: "KOMIS", publisher: /\bKOMIS\b|\bKOMIR\b/i, url: /\bkomis\.or\.kr|\bkomir\.or\.kr/i },
  { name: "UN Comtrade", publisher: /\bcomtrade\b/i, url: /\bcomtrade[a-z]*\.un\.org/i },
  { name: "SIPRI", publisher: /\bSIPRI\b|Stockholm International Peace/i, url: /\bsipri\.org/i },
  { name: "Energy Institute", publisher: /\bEnergy Institute\b/i, url: /\benergyinst\.org/i },
  { name: "OEC", publisher: /\bOEC\b|Observatory of Economic Complexity/i, url: /\boec\.world/i },
];

const remedy =
  "take the figure from a source that allows it (docs/data.md names them) or assume one with its reasoning";

export const redistributable: Check = {
  says: "only figures that may be passed on are in the dataset",
  needs: ["sources"],
  run(dataset) {
    const blocked = new Map<string, string>();
    const problems: Problem[] = [];
    for (const source of dataset.sources) {
      const why = reasonAgainst(source);
      if (!why) continue;
      blocked.set(source.id, why);
      if (source.redistributable !== "no") problems.push(problemAt(source, why, remedy));
    }
    for (const name of tableNames) {
      for (const row of rowsOf(dataset, name)) {
        const why = blocked.get(String(row.source)) ?? reasonAgainstLocator(row.locator);
        if (why) problems.push(problemAt(row, why, remedy));
      }
    }
    return problems;
  },
};

/** Why rows of a source may not be passed on; undefined when they may. */
export function reasonAgainst(source: SourceRow): string | undefined {
  const found = forbidden.find((f) => f.publisher.test(source.publisher) || f.url.test(source.url));
  if (found) return `source ${source.id}: figures of ${found.name} may not be redistributed`;
  return source.redistributable === "no" ? `source ${source.id} may not be redistributed` : undefined;
}

/** A row can hide its origin behind another source's name, so its address counts too. */
export function reasonAgainstLocator(locator: unknown): string | undefined {
  if (typeof locator !== "string") return undefined;
  const found = forbidden.find((f) => f.url.test(locator));
  return found ? `locator: figures of ${found.name} may not be redistributed` : undefined;
}
