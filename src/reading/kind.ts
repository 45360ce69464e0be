import type { Cue } from "./scan.ts";

/** Kinds of policy the model can act on (src/policy/kinds), or context. */
export const draftKinds = [
  "export-ban",
  "licence",
  "quota",
  "export-tax",
  "import-tariff",
  "suspension",
  "outage",
  "route-closure",
  "demand-change",
  "facility",
  "offtake",
  "price-floor",
  "public-stockpile",
  "joint-stockpile",
  "recycling",
  "substitution",
  "context",
] as const;
export type DraftKind = (typeof draftKinds)[number];

/** What a context event is about. */
export type Topic =
  | "agreement"
  | "easing"
  | "summit"
  | "dispute"
  | "military"
  | "defence-spending"
  | "defence-equipment"
  | "gift"
  | "case"
  | "investment"
  | "shortage"
  | "price"
  | "trade"
  | "dependence"
  | "end-use";

export interface KindFound {
  readonly kind: DraftKind;
  readonly topic: Topic | null;
  /** the words that told */
  readonly triggers: readonly Cue[];
  /** 0–1 */
  readonly confidence: number;
}

export const found = (
  kind: DraftKind,
  triggers: readonly Cue[],
  confidence: number,
  topic: Topic | null = null,
): KindFound => ({
  kind,
  topic,
  triggers: [...triggers].sort((a, b) => a.start - b.start),
  confidence,
});
