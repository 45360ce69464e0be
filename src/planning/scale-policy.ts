import type { Policy, PolicyKind } from "../policy/kinds/index.ts";
import { type FieldPath, fieldAt, withField } from "../simulation/draws/field-path.ts";

/** What becomes of a policy's fields when only a part of it is done. */
export interface Scaling {
  /** paths of the fields that are multiplied, `*` = every entry of a list; none = all or nothing */
  readonly multiplied: readonly string[];
  /** why a kind that has numbers cannot be done in part */
  readonly whole?: string;
}

/**
 * Which fields of each kind are its size. Everything else (dates, ramps, prices, ratios) stays as it is, so a plant of
 * half the size starts on the same day at the same break-even price.
 */
export const scalings = {
  "export-ban": { multiplied: [], whole: "a ban has no size" },
  licence: { multiplied: [], whole: "a regime of licences has no size" },
  quota: { multiplied: [], whole: "half a quota is a stricter one, not half of the measure" },
  "export-tax": { multiplied: ["adValoremShare", "usdPerTonne"] },
  "import-tariff": { multiplied: ["adValoremShare", "changeShare"] },
  suspension: { multiplied: [], whole: "a policy is suspended or not" },
  outage: { multiplied: ["lossShare"] },
  "route-closure": { multiplied: ["lossShare", "extraCostShare"] },
  "demand-change": { multiplied: ["growthSharePerYear", "stepShare"] },
  facility: { multiplied: ["capacityTonnesPerYear"] },
  offtake: { multiplied: ["tonnesPerYear", "shareOfOriginOutput"] },
  "price-floor": { multiplied: [], whole: "half a floor is a lower price, not half of the measure" },
  "public-stockpile": {
    multiplied: ["targetTonnes", "targetDays", "openingTonnes", "buildTonnesPerMonth", "release.maxTonnesPerMonth"],
  },
  "joint-stockpile": {
    multiplied: ["targetTonnes", "targetDays", "openingTonnes", "buildTonnesPerMonth", "maxReleaseTonnesPerMonth"].map(
      (field) => `holdings.*.${field}`,
    ),
  },
  recycling: { multiplied: ["capacityTonnesPerYear", "collectTonnesPerYear"] },
  substitution: { multiplied: ["capacityTonnesPerYear", "maxShare"] },
} as const satisfies Record<PolicyKind, Scaling>;

/** Scales nearer to 0 than this are 0 (and nearer to 1, for what is done wholly, 1): what solvers leave of a zero must not become a plant of a gram. */
export const SMALLEST_SCALE = 1e-6;

/** Whether a policy of this kind can be done in part. */
export function isScalable(kind: PolicyKind): boolean {
  return scalings[kind].multiplied.length > 0;
}

/**
 * A policy at a scale (1 = as it stands); null at 0.
 * Errors: a negative scale, a part of a kind that is done wholly or not at all, a share that would pass 1.
 */
export function scalePolicy<P extends Policy>(policy: P, scale: number): P | null {
  if (!(scale >= -SMALLEST_SCALE)) throw new RangeError(`scale of "${policy.title}": got ${scale}, expected 0 or more`);
  if (scale < SMALLEST_SCALE) return null;
  const scaling: Scaling = scalings[policy.kind];
  const whole = scaling.multiplied.length === 0;
  if (scale === 1 || (whole && Math.abs(scale - 1) < SMALLEST_SCALE)) return policy;
  if (whole)
    throw new RangeError(
      `scale of "${policy.title}" (${policy.kind}): got ${scale}, expected 0 or 1: ${scaling.whole}`,
    );
  return scaling.multiplied
    .flatMap((path) => pathsIn(policy, path.split(".")))
    .reduce((scaled, path) => withField(scaled, path, sized(policy, path, scale)), policy);
}

/** Shares of something that is there; other shares are changes or additions, which may pass 1. */
const SHARES_OF_A_WHOLE: ReadonlySet<string> = new Set(["lossShare", "shareOfOriginOutput", "maxShare"]);

function sized(policy: Policy, path: FieldPath, scale: number): number {
  const value = scale * (fieldAt(policy, path) as number);
  const field = String(path.at(-1));
  if (SHARES_OF_A_WHOLE.has(field) && value > 1 + 1e-12)
    throw new RangeError(
      `scale of "${policy.title}": got ${scale}, at which ${path.join(".")} would be ${value}, expected 1 or less`,
    );
  return value;
}

function pathsIn(policy: Policy, pattern: readonly string[], before: FieldPath = []): FieldPath[] {
  const [step, ...rest] = pattern;
  if (step === undefined) return typeof fieldAt(policy, before) === "number" ? [before] : [];
  if (step !== "*") return pathsIn(policy, rest, [...before, step]);
  const list = fieldAt(policy, before);
  return Array.isArray(list) ? list.flatMap((_, i) => pathsIn(policy, rest, [...before, i])) : [];
}
