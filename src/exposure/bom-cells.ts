import type { Vocabulary } from "../chain/vocabulary.ts";
import { didYouMean, meantInstead, type Problem, quote } from "../dataset/index.ts";
import type { BomColumn, BomSupplier } from "./bom.ts";
import type { BomRow } from "./bom-rows.ts";

/** Reads the cells of one row; what is wrong goes to `problems` and reads as undefined. */
export interface CellReader {
  number(column: BomColumn, range: NumberRange): number | undefined;
  country(column: BomColumn, text: string): string | undefined;
  commodity(): string | undefined;
  suppliers(): BomSupplier[] | undefined;
}

export interface NumberRange {
  readonly least: number;
  readonly most: number;
  /** the least itself is no value */
  readonly above?: boolean;
  /** what the column counts in: `kg` */
  readonly unit: string;
}

/** Shares may miss 1 by this much before they are taken for a mistake; within it they are scaled to 1. */
const SHARE_TOLERANCE = 0.005;
const decimal = /^-?\d+(\.\d+)?([eE][+-]?\d{1,2})?$/;

export function cellsOf(row: BomRow, vocabulary: Vocabulary, problems: Problem[]): CellReader {
  const fault = (column: BomColumn, message: string, remedy: string): undefined => {
    problems.push(row.problem(column, message, remedy));
  };

  const remedy = (kind: "countries" | "materials", text: string, known: readonly string[]) => {
    const meant = vocabulary.meant?.(kind, text);
    return meant === undefined ? didYouMean(text, known) : meantInstead(meant);
  };

  const country = (column: BomColumn, text: string): string | undefined => {
    const found = vocabulary.countries([text]);
    if (found.size === 1) return [...found][0];
    const single = vocabulary.names.countries.filter((name) => vocabulary.countries([name]).size === 1);
    return found.size > 1
      ? fault(column, `${quote(text)} is ${found.size} countries`, "name one country by its three-letter ISO code")
      : fault(column, `unknown country ${quote(text)}`, remedy("countries", text, single));
  };

  const number = (column: BomColumn, { least, most, above, unit }: NumberRange): number | undefined => {
    const text = row.cell(column);
    const wanted = `a number in ${unit} ${above ? "above" : "from"} ${least} to ${most}`;
    if (text === "") return fault(column, "the cell is blank", `enter ${wanted}`);
    if (!decimal.test(text)) {
      const measured = /^-?[\d.,]+\s*([a-zA-Zµ%]+)$/.exec(text);
      return measured
        ? fault(column, `${quote(text)} has a unit`, `convert it to ${unit} and write the number alone`)
        : fault(
            column,
            `${quote(text)} is not a number`,
            `enter ${wanted}, with a point in decimals and no thousands separators`,
          );
    }
    const value = Number(text);
    if (value < least || value > most || (above && value === least))
      return fault(column, `${text} is out of range`, `enter ${wanted}`);
    return value;
  };

  const commodity = (): string | undefined => {
    const name = row.cell("commodity");
    const stage = row.cell("stage");
    if (name === "")
      return fault("commodity", "the cell is blank", "enter a commodity or a material, see docs/exposure.md");
    const { materials, stages } = vocabulary.names;
    const any = [...vocabulary.commodities([name])].sort();
    if (any.length === 0)
      return fault("commodity", `unknown commodity ${quote(name)}`, remedy("materials", name, materials));
    if (stage === "") {
      if (any.length === 1) return any[0];
      if (any.includes(name)) return name;
      return fault("commodity", `${quote(name)} is ${any.length} commodities`, `fill stage, or write ${oneOf(any)}`);
    }
    if (!stages.includes(stage)) return fault("stage", `unknown stage ${quote(stage)}`, didYouMean(stage, stages));
    const staged = [...vocabulary.commodities([name], [stage])].sort();
    if (staged.length === 1) return staged[0];
    if (staged.includes(name)) return name;
    return staged.length === 0
      ? fault("stage", `${quote(name)} has no commodity of stage ${quote(stage)}`, `it is ${oneOf(any)}`)
      : fault("commodity", `${quote(name)} is ${staged.length} commodities`, `write ${oneOf(staged)}`);
  };

  const suppliers = (): BomSupplier[] | undefined => {
    const column = "supplier_shares";
    const text = row.cell(column);
    const form = "write country:share pairs such as CHN:0.8;JPN:0.2";
    if (text === "") return fault(column, "the cell is blank", form);
    const before = problems.length;
    const found: BomSupplier[] = [];
    for (const part of text.split(";").map((p) => p.trim())) {
      if (part === "") continue;
      const [, given = "", share = ""] = /^([^:]+):(.*)$/.exec(part) ?? [];
      if (given === "") {
        fault(column, `${quote(part)} is not a pair`, form);
        continue;
      }
      const modelled = country(column, given.trim());
      const value = share.trim();
      if (!decimal.test(value)) fault(column, `${quote(part)} has no share`, `${form}, as fractions of 1`);
      else if (!(Number(value) >= 0 && Number(value) <= 1))
        fault(column, `the share ${value} of ${quote(given)} is not from 0 to 1`, "write 0.8 for 80 %");
      else if (found.some((s) => s.given === given.trim()))
        fault(column, `${quote(given)} appears twice`, "add its shares up");
      else if (modelled !== undefined) found.push({ given: given.trim(), country: modelled, share: Number(value) });
    }
    if (problems.length > before) return undefined;
    const sum = found.reduce((total, s) => total + s.share, 0);
    if (!(Math.abs(sum - 1) <= SHARE_TOLERANCE + 1e-12))
      return fault(
        column,
        `the shares sum to ${Number(sum.toFixed(6))}`,
        "they must sum to 1 (0.5 % is allowed for rounding)",
      );
    return found
      .filter((s) => s.share > 0)
      .map((s) => ({ ...s, share: s.share / sum }))
      .sort((a, b) => (a.given < b.given ? -1 : 1));
  };

  return { number, country, commodity, suppliers };
}

function oneOf(names: readonly string[]): string {
  return names.length <= 8 ? names.join(" or ") : `one of ${names.slice(0, 8).join(", ")}, … (${names.length} in all)`;
}
