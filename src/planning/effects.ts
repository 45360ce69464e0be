/**
 * An activity that exists only as far as its candidate is chosen: x copies of a unit with output `least … most` and
 * cost c z + ½ q z², thus x · (c z + ½ q z²) at z = y / x, which is convex in (x, y).
 */
export interface Block {
  readonly candidate: number;
  readonly activity: number;
  /** at full scale, t/month; below 0 for what is bought */
  readonly least: number;
  readonly most: number;
  /** c, USD/t of the first tonne */
  readonly firstUsdPerTonne: number;
  /** q, USD/t per t/month at full scale */
  readonly slope: number;
  /** what a unit costs (+) or has paid already (−) whatever it does, USD; absent = nothing */
  readonly fixedUsd?: number;
}

/** Tonnes that a candidate adds at full scale to the bounds of an activity it shares: room on a route, or a promise to ship. */
export interface Room {
  readonly candidate: number;
  readonly activity: number;
  readonly upperTonnes: number;
  readonly lowerTonnes: number;
}

/** What the candidates change in a month. */
export interface MonthEffects {
  readonly blocks: readonly Block[];
  readonly rooms: readonly Room[];
}

/** What a portfolio costs or has paid whatever its units do, USD. */
export function fixedUsd({ blocks }: MonthEffects, x: ArrayLike<number>): number {
  let sum = 0;
  for (const block of blocks) if (block.fixedUsd !== undefined) sum += block.fixedUsd * x[block.candidate]!;
  return sum;
}

export const NO_EFFECTS: MonthEffects = { blocks: [], rooms: [] };

/** What a unit costs less what it earns where a tonne is worth this: fixed + min over z of c z + ½ q z² − worth z, USD. */
export function unitLossUsd(
  { least, most, firstUsdPerTonne, slope, fixedUsd = 0 }: Block,
  worthUsdPerTonne: number,
): number {
  const z = Math.min(most, Math.max(least, (worthUsdPerTonne - firstUsdPerTonne) / slope));
  return fixedUsd + (firstUsdPerTonne - worthUsdPerTonne + 0.5 * slope * z) * z;
}
