import type { Problem } from "../../dataset/index.ts";
import { euEconomicImportance } from "../eu-economic-importance.ts";
import type { AppliedIndicator } from "./applied.ts";
import { groupRows } from "./group-rows.ts";
import { type InputRow, readInputTable } from "./read-table.ts";

const money = { kind: "number", range: [0, 1e15] } as const;
const COLUMNS = [
  { name: "material", kind: "text", about: "name of the material" },
  { name: "application", kind: "text", optional: true, about: "what it is used for" },
  { name: "share_pct", kind: "number", range: [0, 100], about: "share of the material's use, per cent" },
  { name: "value_added_million_eur", ...money, about: "value added of the sector (NACE Rev. 2, two digits)" },
  { name: "largest_sector_million_eur", ...money, about: "value added of the largest manufacturing sector" },
  { name: "SI_EI", kind: "number", range: [0, 1], about: "substitution index of economic importance" },
] as const;

export const euEconomicImportanceOverTable: AppliedIndicator = {
  id: "eu-economic-importance",
  title: "EU economic importance",
  formula: "EI = Σ(share × value added) × SI_EI ÷ value added of the largest sector × 10",
  variant: "2017 and 2023: one form, each over the value added of its own five years",
  source: "European Commission 2017 (methodology), 2023 (study)",
  input: `CSV, a row a use: ${COLUMNS.map((c) => c.name).join(",")}`,
  compute(file, text) {
    return groupRows(readInputTable(file, text, COLUMNS, [], faults), "material").map(([material, rows]) => {
      const shares = usesOf(rows).reduce((sum, use) => sum + use.share, 0);
      return {
        material,
        economicImportance: importanceOf(rows),
        ...(Math.abs(shares - 1) > ROUNDED ? { usesNote: usesNote(shares) } : {}),
      };
    });
  },
};

const usesOf = (rows: readonly InputRow[]) =>
  rows.map((r) => ({
    share: r.number("share_pct")! / 100,
    valueAddedMillionEur: r.number("value_added_million_eur")!,
  }));

const importanceOf = (rows: readonly InputRow[]): number | null =>
  euEconomicImportance(usesOf(rows), rows[0]!.number("SI_EI")!, rows[0]!.number("largest_sector_million_eur")!);

/** What is wrong with the uses of a material taken together. */
function faults(rows: readonly InputRow[]): Problem[] {
  return groupRows(rows, "material").flatMap(([material, uses]) => {
    const first = uses[0]!;
    const odd = ["SI_EI", "largest_sector_million_eur"].flatMap((name) =>
      uses
        .filter((use) => use.number(name) !== first.number(name))
        .map((use) => {
          const message = `got ${use.number(name)}, line ${first.line} of ${material} has ${first.number(name)}`;
          return use.problem(name, message, "make them agree");
        }),
    );
    if (odd.length > 0) return odd;
    try {
      importanceOf(uses);
      return [];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return [first.problem("material", `${material}: ${error.message}`, "correct its rows")];
    }
  });
}

/** Shares printed in whole per cent seldom sum to 1 exactly. */
const ROUNDED = 0.0101;

function usesNote(shares: number): string {
  const percent = Number((shares * 100).toPrecision(3));
  const what = shares < 1 ? "the rest counts as worth nothing" : "more than all of it, as rounding may do";
  return `sum to ${percent} %: ${what}`;
}
