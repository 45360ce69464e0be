import type { ColumnInfo } from "../simulation/draws/sweep.ts";
import { number, usdAmount } from "./format.ts";
import type { Names } from "./names.ts";
import { columnName } from "./sweep.ts";

/** What two runs say of an outcome, B less A; see OutcomeDifference of the store. */
export interface ComparedOutcome extends ColumnInfo {
  readonly meanA: number | null;
  readonly meanB: number | null;
  readonly meanDifference: number | null;
  readonly standardError: number | null;
  readonly p05: number | null;
  readonly p95: number | null;
  readonly shareAbove: number | null;
  readonly shareBelow: number | null;
  readonly onlyA: number;
  readonly onlyB: number;
}

/** An outcome with names for people and numbers as text, in the unit of its group. */
export interface ComparisonRow {
  readonly name: string;
  /** code of the country; empty for what is of all of them */
  readonly country: string;
  readonly meanA: string;
  readonly meanB: string;
  readonly difference: string;
  readonly error: string;
  readonly p05: string;
  readonly p95: string;
  readonly shareAbove: number | null;
  readonly shareBelow: number | null;
  readonly onlyA: number;
  readonly onlyB: number;
}

/** Outcomes of one kind and unit, those that differ most first. */
export interface ComparisonGroup {
  readonly title: string;
  readonly rows: readonly ComparisonRow[];
}

interface Kind {
  readonly kinds: readonly string[];
  readonly title: string;
  readonly text: (value: number) => string;
  /** by the share of its own size instead of by its size */
  readonly byShare?: boolean;
  readonly place: (parts: readonly string[], names: Names, info: ColumnInfo) => { name: string; country: string };
}

const ofUse: Kind["place"] = ([, country = "", use = ""], names) => ({ name: names.use(use), country });

const KINDS: readonly Kind[] = [
  {
    kinds: ["valueAtRisk", "extraBill"],
    title: "Money, USD",
    text: usdAmount,
    place: (_, names, info) => ({ name: columnName(info, names), country: "" }),
  },
  { kinds: ["missingTonnes"], title: "Missing material, t", text: number, place: ofUse },
  { kinds: ["worstShortfallShare"], title: "Worst shortfall, % of need", text: (v) => number(v * 100), place: ofUse },
  { kinds: ["shortMonths"], title: "Months short", text: number, place: ofUse },
  {
    kinds: ["firstShortMonth"],
    title: "First short month, months from the start, where it comes in both",
    text: number,
    place: ofUse,
  },
  {
    kinds: ["peakPrice"],
    title: "Peak price, USD/kg",
    text: (v) => number(v / 1000),
    byShare: true,
    place: ([, commodity = "", country = ""], names) => ({ name: names.commodity(commodity), country }),
  },
];

/** Outcomes that differ in any draw, by kind: money, tonnes, shares, months, prices, and what has another unit. */
export function comparisonGroups(
  { paired, outcomes }: { readonly paired: boolean; readonly outcomes: readonly ComparedOutcome[] },
  names: Names,
): ComparisonGroup[] {
  const differing = outcomes.filter(
    (o) =>
      o.onlyA + o.onlyB > 0 ||
      (paired && (o.shareAbove ?? 0) + (o.shareBelow ?? 0) > 0) ||
      !!(!paired && o.meanDifference),
  );
  const kindOf = ({ id }: ColumnInfo) => id.split("/")[0]!;
  const known = new Set(KINDS.flatMap(({ kinds }) => kinds));
  const others = [...new Set(differing.filter((o) => !known.has(kindOf(o))).map((o) => o.unit))].sort();
  return [
    ...KINDS.map((kind) =>
      groupOf(
        kind,
        differing.filter((o) => kind.kinds.includes(kindOf(o))),
        names,
      ),
    ),
    ...others.map((unit) =>
      groupOf(
        {
          kinds: [],
          title: `Other, ${unit}`,
          text: number,
          place: (_, __, info) => ({ name: info.title, country: "" }),
        },
        differing.filter((o) => !known.has(kindOf(o)) && o.unit === unit),
        names,
      ),
    ),
  ].filter(({ rows }) => rows.length > 0);
}

function groupOf(kind: Kind, outcomes: readonly ComparedOutcome[], names: Names): ComparisonGroup {
  const weight = (o: ComparedOutcome) => {
    const size = Math.abs(o.meanDifference ?? 0);
    const own = Math.max(Math.abs(o.meanA ?? 0), Math.abs(o.meanB ?? 0));
    return kind.byShare && own > 0 ? size / own : size;
  };
  const text = (value: number | null) => (value === null ? "–" : kind.text(value));
  const rows = outcomes
    .map((o) => ({ o, weight: weight(o) }))
    .sort((x, y) => y.weight - x.weight || y.o.onlyA + y.o.onlyB - x.o.onlyA - x.o.onlyB || (x.o.id < y.o.id ? -1 : 1))
    .map(({ o }) => ({
      ...kind.place(o.id.split("/"), names, o),
      meanA: text(o.meanA),
      meanB: text(o.meanB),
      difference: text(o.meanDifference),
      error: text(o.standardError),
      p05: text(o.p05),
      p95: text(o.p95),
      shareAbove: o.shareAbove,
      shareBelow: o.shareBelow,
      onlyA: o.onlyA,
      onlyB: o.onlyB,
    }));
  return { title: kind.title, rows };
}
