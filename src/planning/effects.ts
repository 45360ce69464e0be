/**
 * An activity that exists only as far as its candidate is chosen: x copies of a unit with output `least … most` and
 * cost c z + ½ q z², thus x · (c z + ½ q z²) at z = y / x, which is convex in (x, y).
 */
export interface Block {
  readonly candidate: number;
  readonly activity: number;
  /** at full scale, t/month; least = most for what is bought at fixed amounts */
  readonly least: number;
  readonly most: number;
  /** c, USD/t of the first tonne */
  readonly firstUsdPerTonne: number;
  /** q, USD/t per t/month at full scale */
  readonly slope: number;
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

export const NO_EFFECTS: MonthEffects = { blocks: [], rooms: [] };

/** The output of a unit at a gain of `worth` USD/t, and what it costs less what it earns: min over z of c z + ½ q z² − worth z. */
export function unitLossUsd({ least, most, firstUsdPerTonne, slope }: Block, worthUsdPerTonne: number): number {
  const z = Math.min(most, Math.max(least, (worthUsdPerTonne - firstUsdPerTonne) / slope));
  return (firstUsdPerTonne - worthUsdPerTonne + 0.5 * slope * z) * z;
}
