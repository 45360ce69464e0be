import type { Dataset, Figure } from "../dataset/index.ts";

/** What a figure says about an activity's level, and how far it may be off. */
export interface LevelFigure {
  readonly tonnesPerMonth: number;
  /** standard deviation, tonnes per month */
  readonly sigmaTonnesPerMonth: number;
  /** figure ids it rests on */
  readonly figures: readonly string[];
}

const NINETY_PER_CENT_WIDTH = 3.29; // standard deviations between the 5th and the 95th percentile
const SMALLEST_SIGMA_SHARE = 0.01;

/**
 * Standard deviation of a figure as a share of its value: from its published range (taken as 5–95 %), otherwise
 * from its status (data/parameters.csv, figureSigmaShare).
 */
export function sigmaShare(figure: Figure, shareOfStatus: (status: string) => number): number {
  const ranged =
    figure.low !== null && figure.high !== null && figure.value > 0 && figure.high > figure.low
      ? (figure.high - figure.low) / (NINETY_PER_CENT_WIDTH * figure.value)
      : null;
  return Math.max(SMALLEST_SIGMA_SHARE, ranged ?? shareOfStatus(figure.status));
}

/** Two or more figures for one level: the inverse-variance weighted mean. */
export function combineFigures(figures: readonly LevelFigure[]): LevelFigure {
  const weights = figures.map((f) => 1 / (f.sigmaTonnesPerMonth * f.sigmaTonnesPerMonth));
  const total = weights.reduce((a, b) => a + b, 0);
  return {
    tonnesPerMonth: figures.reduce((sum, f, i) => sum + weights[i]! * f.tonnesPerMonth, 0) / total,
    sigmaTonnesPerMonth: Math.sqrt(1 / total),
    figures: figures.flatMap((f) => f.figures),
  };
}

/** A named number of data/parameters.csv: for the first scope that has a row, otherwise for `*`. */
export type ReadParameter = (name: string, ...scopes: (string | undefined)[]) => number;

/** Reads a table of named numbers; errors name the parameter that is missing. */
export function parameterReader(dataset: Dataset): ReadParameter {
  const byName = new Map<string, Map<string, number>>();
  for (const { parameter, scope, value } of dataset.parameters) {
    const byScope = byName.get(parameter) ?? new Map<string, number>();
    byName.set(parameter, byScope.set(scope, value));
  }
  return (name, ...scopes) => {
    const byScope = byName.get(name);
    if (byScope) {
      for (const scope of scopes) {
        const value = scope === undefined ? undefined : byScope.get(scope);
        if (value !== undefined) return value;
      }
      const value = byScope.get("*");
      if (value !== undefined) return value;
    }
    throw new Error(
      `data/parameters.csv has no ${name} for ${[...scopes, "*"].join(" or ")}; add a row with its reasoning`,
    );
  };
}
