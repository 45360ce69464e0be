import type { Cue, Scan } from "./scan.ts";
import { distance } from "./span.ts";

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

/** Two cues belong together when no more lies between them; a Japanese character says more than a Latin one. */
const NEAR = { de: 90, en: 90, ja: 40 } as const;
const CONTROLS = ["export-control", "control", "licence", "ban", "tariff", "quota", "export-tax", "list"] as const;
const WORKS = ["plant", "production"] as const;

/** What kind of event a statement is about; null when nothing tells. The first rule that fits decides. */
export function kindOf(scan: Scan): KindFound | null {
  const look = new CueLook(scan);
  for (const rule of RULES) {
    const found = rule(look);
    if (found !== null) return found;
  }
  return null;
}

class CueLook {
  readonly scan: Scan;
  readonly #near: number;

  constructor(scan: Scan) {
    this.scan = scan;
    this.#near = NEAR[scan.language];
  }

  all(...cues: readonly string[]): Cue[] {
    return this.scan.cues.filter((c) => cues.includes(c.cue));
  }

  has(...cues: readonly string[]): boolean {
    return this.scan.cues.some((c) => cues.includes(c.cue));
  }

  /** The nearest two, one of each list, that are near enough; they are never the same words. */
  pair(first: readonly string[], second: readonly string[], most = this.#near): readonly [Cue, Cue] | null {
    let best: readonly [Cue, Cue] | null = null;
    for (const a of this.all(...first))
      for (const b of this.all(...second)) {
        if (a.start === b.start || distance(a, b) > most) continue;
        if (best === null || distance(a, b) < distance(best[0], best[1])) best = [a, b];
      }
    return best;
  }

  get hasMaterial(): boolean {
    return this.scan.materials.length > 0;
  }

  /** A material, or "the metals", "these elements": enough for context. */
  get speaksOfMinerals(): boolean {
    return this.hasMaterial || this.has("minerals");
  }

  /** A material or a stage of its own: enough to know that a plant or a contract is about minerals. */
  get isAboutMinerals(): boolean {
    return (
      this.hasMaterial ||
      this.scan.stages.some((s) => !this.scan.cues.some((c) => c.cue === "plant" && c.start === s.start))
    );
  }

  get partyCount(): number {
    const named = new Set(this.scan.countries.flatMap((c) => c.countries)).size;
    return this.has("both") ? Math.max(2, named) : named;
  }
}

type Rule = (look: CueLook) => KindFound | null;

const found = (
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

/** Lifting or suspending a control; "suspends exports" is a ban and "suspends production" an outage. */
const suspension: Rule = (look) => {
  const lifted = look.pair(["lift"], CONTROLS);
  const suspended = look.pair(["suspend"], CONTROLS);
  const other = look.pair(["suspend"], ["export", ...WORKS]);
  if (lifted && (!suspended || distance(...lifted) <= distance(...suspended))) return found("suspension", lifted, 0.85);
  if (suspended === null || (other !== null && distance(...other) < distance(...suspended))) return null;
  return found("suspension", suspended, 0.8);
};

const exportTax: Rule = (look) => {
  const taxes = look.all("export-tax");
  return taxes.length > 0 ? found("export-tax", taxes.slice(0, 1), 0.85) : null;
};

const priceFloor: Rule = (look) => {
  const floors = look.all("price-floor");
  return floors.length > 0 ? found("price-floor", floors.slice(0, 1), 0.85) : null;
};

const quota: Rule = (look) => {
  const quotas = look.all("quota");
  if (quotas.length === 0 || !(look.hasMaterial || look.has("export", "production"))) return null;
  return found("quota", quotas.slice(0, 1), 0.8);
};

const ban: Rule = (look) => {
  const whole = look.all("ban").find((c) => /export|ausfuhr|liefer|輸出|禁輸|embargo/i.test(c.text));
  if (whole) return found("export-ban", [whole], 0.9);
  const pair = look.pair(["ban"], ["export", "export-control"]);
  if (pair) return found("export-ban", pair, 0.85);
  const stop = look.pair(["suspend"], ["export"]);
  const works = look.pair(["suspend"], WORKS);
  if (stop && (works === null || distance(...stop) <= distance(...works))) return found("export-ban", stop, 0.75);
  return null;
};

const licence: Rule = (look) => {
  const listed =
    look.pair(["list"], ["tighten"]) ??
    (look.all("list").length > 0 && look.has("export-control")
      ? [look.all("list")[0]!, look.all("export-control")[0]!]
      : null);
  const licensed = look.pair(["licence"], ["export", "export-control", "control", "tighten"]);
  if (licensed) return found("licence", licensed, 0.85);
  const licences = look.all("licence");
  const said =
    licences.find((c) => /export|ausfuhr|輸出/i.test(c.text)) ?? (look.hasMaterial ? licences[0] : undefined);
  if (said) return found("licence", [said], 0.75);
  if (listed) return found("licence", listed, 0.65);
  const tightened = look.pair(["export-control"], ["tighten", "control", "effect"]);
  if (tightened) return found("licence", tightened, 0.75);
  const controls = look.all("export-control");
  if (controls.length > 0) return found("licence", controls.slice(0, 1), 0.6);
  const restricted =
    look.pair(["control"], ["export"]) ?? (look.hasMaterial ? look.pair(["control"], ["tighten"]) : null);
  if (restricted) return found("licence", restricted, 0.6);
  const onMaterial =
    look.hasMaterial && look.partyCount > 0
      ? look.all("control").find((c) => look.scan.materials.some((m) => distance(m, c) < NEAR[look.scan.language] / 2))
      : undefined;
  return onMaterial ? found("licence", [onMaterial], 0.5) : null;
};

const tariff: Rule = (look) => {
  const tariffs = look.all("tariff");
  return tariffs.length > 0 ? found("import-tariff", [tariffs[0]!, ...look.all("cut").slice(0, 1)], 0.8) : null;
};

const stockpile: Rule = (look) => {
  const stocks = look.all("stockpile");
  if (stocks.length === 0) return null;
  const joint = look.pair(["stockpile"], ["joint"]);
  if (joint) return found("joint-stockpile", joint, 0.8);
  return found("public-stockpile", stocks.slice(0, 1), 0.75);
};

const offtake: Rule = (look) => {
  const contracts = look.all("offtake");
  return contracts.length > 0 && look.isAboutMinerals ? found("offtake", contracts.slice(0, 1), 0.8) : null;
};

const routeClosure: Rule = (look) => {
  const pair = look.pair(["route"], ["close"]);
  if (pair === null) return null;
  const works = look.pair(["plant"], ["close"]);
  return works && distance(...works) < distance(...pair) ? null : found("route-closure", pair, 0.75);
};

const outage: Rule = (look) => {
  const stopped = look.pair(["suspend"], WORKS);
  const caused = look.pair(["outage-cause"], WORKS);
  if (stopped) return found("outage", stopped, 0.75);
  if (caused) return found("outage", caused, 0.75);
  const alone = look
    .all("outage-cause")
    .find((c) => /操業停止|生産停止|生産を|Produktions(?:stopp|ausfall)|force majeure|höhere Gewalt/.test(c.text));
  return alone ? found("outage", [alone], 0.7) : null;
};

const substitution: Rule = (look) => {
  const words = look.all("substitute");
  return words.length > 0 && (look.hasMaterial || look.has("plant", "build", "production"))
    ? found("substitution", words.slice(0, 1), 0.7)
    : null;
};

const recycling: Rule = (look) => {
  const pair = look.pair(["recycle"], ["build", "invest", "plant", "agree"]);
  return pair ? found("recycling", pair, 0.75) : null;
};

const facility: Rule = (look) => {
  const built = look.pair(["plant"], ["build"]);
  if (built && look.isAboutMinerals) return found("facility", built, 0.8);
  const paid = look.pair(["plant"], ["invest"]);
  if (paid && look.isAboutMinerals) return found("facility", paid, 0.7);
  const production = look.pair(["production"], ["build"], NEAR[look.scan.language] / 3);
  return production && look.hasMaterial && !look.has("agree") ? found("facility", production, 0.55) : null;
};

const demandChange: Rule = (look) => {
  const pair = look.pair(["demand"], ["change"], NEAR[look.scan.language] / 2);
  return pair && look.hasMaterial ? found("demand-change", pair, 0.65) : null;
};

/** Context, in the order in which one topic covers another. */
const context: Rule = (look) => {
  const parties = look.partyCount;
  const first = (topic: Topic, confidence: number, ...cues: readonly string[]) =>
    found("context", look.all(...cues).slice(0, 1), confidence, topic);
  if (look.has("gift") && (parties > 0 || look.scan.figures.length > 0)) return first("gift", 0.75, "gift");
  if (look.has("defence")) return first("defence-spending", 0.85, "defence");
  if (look.has("military") && parties > 0) return first("military", 0.8, "military");
  if (look.has("agree") && parties > 0)
    return first("agreement", look.has("meet") && !look.hasMaterial ? 0.65 : 0.8, "agree");
  if (look.has("equipment") && parties > 0) return first("defence-equipment", 0.7, "equipment");
  if (look.has("case") && parties > 0) return first("case", 0.7, "case");
  if (look.has("meet") && parties > 0) return first("summit", 0.7, "meet");
  if (look.has("shortage") && look.hasMaterial) return first("shortage", 0.7, "shortage");
  const price = look.pair(["price"], ["change"]);
  if (price && look.hasMaterial) return found("context", price, 0.7, "price");
  const trade = look.pair(["export", "trade"], ["change"]);
  if (trade && (look.hasMaterial || parties > 0)) return found("context", trade, 0.65, "trade");
  if (look.has("dispute") && parties > 0) return first("dispute", 0.7, "dispute");
  if (look.has("depend") && (look.speaksOfMinerals || parties > 1)) return first("dependence", 0.65, "depend");
  if (look.has("end-use") && look.speaksOfMinerals) return first("end-use", 0.65, "end-use");
  if (
    look.has("invest") &&
    (look.hasMaterial || look.scan.figures.some((f) => /^[A-Z]{3}$/.test(f.unit))) &&
    parties > 0
  )
    return first("investment", 0.65, "invest");
  return null;
};

const RULES: readonly Rule[] = [
  suspension,
  exportTax,
  priceFloor,
  ban,
  quota,
  licence,
  stockpile,
  tariff,
  offtake,
  routeClosure,
  outage,
  substitution,
  recycling,
  facility,
  demandChange,
  context,
];
