import type { Replay } from "./result.ts";

/** An episode beside itself with one assumption changed: what would have been modelled otherwise, as rows of a table. */
export function variantRows(
  base: Replay,
  variants: readonly Replay[],
): { readonly header: string[]; readonly rows: string[][] } {
  const exports = base.series.findIndex((s) => s.measure === "exports");
  const price = base.series.findIndex((s) => s.measure === "outside-price");
  const from = base.series[0]!.months.indexOf(base.control);
  const months = base.series[0]!.months.slice(from, from + SHOWN_MONTHS);
  const countries = base.firstStops.slice(0, SHOWN_COUNTRIES).map((s) => s.country);
  const row = (replay: Replay, name: string) => {
    const outside = (replay.series[price]?.modelled ?? []).filter((v) => v !== null);
    return [
      name,
      ...months.map((_, t) => told(replay.series[exports]?.modelled[from + t])),
      told(outside.length > 0 ? Math.max(...outside) : null),
      countries
        .map((c) => `${c} ${replay.firstStops.find((s) => s.country === c)?.modelledMonth ?? "none"}`)
        .join(", "),
    ];
  };
  return {
    header: [
      "rules",
      ...months,
      base.series[price] ? `highest, ${base.series[price].title}` : "highest price",
      "first stop",
    ],
    rows: [row(base, "as replayed"), ...variants.map((v) => row(v, v.rules))],
  };
}

const SHOWN_MONTHS = 7;
const SHOWN_COUNTRIES = 3;

function told(value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
