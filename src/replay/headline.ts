import type { Replay } from "./result.ts";

/** An episode with an input that was not given: its first series as replayed, beside the literal reading without that input. */
export interface Headline {
  readonly title: string;
  readonly unit: string;
  /** titles of the inputs that were not given */
  readonly assumed: readonly string[];
  readonly rows: readonly {
    readonly month: string;
    readonly asReplayed: number | null;
    readonly asGiven: number | null;
  }[];
}

const SHOWN_MONTHS = 7;

/** The month before the control and the seven from it on; null when every input was given. */
export function headlineOf({ asGiven, series, inputs, control }: Replay): Headline | null {
  const [first] = series;
  if (!asGiven || !first) return null;
  const start = Math.max(0, first.months.indexOf(control) - 1);
  return {
    title: first.title,
    unit: first.unit,
    assumed: inputs.filter((i) => !i.given).map((i) => i.title),
    rows: first.months.slice(start, start + SHOWN_MONTHS + 1).map((month, i) => ({
      month,
      asReplayed: first.modelled[start + i] ?? null,
      asGiven: asGiven.series[0]!.modelled[start + i] ?? null,
    })),
  };
}
