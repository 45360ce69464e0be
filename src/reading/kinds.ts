import { CueLook, NEAR, type Rule } from "./cue-look.ts";
import { easing, licencesOfTrade } from "./easing.ts";
import { found, type KindFound } from "./kind.ts";
import type { Cue, Scan } from "./scan.ts";
import { distance, overlaps } from "./span.ts";
import { suspension, WORKS } from "./suspension.ts";
import { context } from "./topics.ts";
import { usersStop } from "./users-stop.ts";

/** What kind of event a statement is about; null when nothing tells. The first rule that fits decides. */
export function kindOf(scan: Scan): KindFound | null {
  const look = new CueLook(scan);
  for (const rule of RULES) {
    const found = rule(look);
    if (found !== null) return found;
  }
  return null;
}

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
  if (
    quotas.length === 0 ||
    !(look.hasMaterial || look.scan.stages.length > 0 || look.has("export", "production", "tighten"))
  )
    return null;
  return found("quota", quotas.slice(0, 1), 0.8);
};

const ban: Rule = (look) => {
  if (look.has("replace") && look.has("quota", "licence", "tariff", "export-tax")) return null; // a ban that ends
  const whole = look.foreground("ban").find((c) => /export|ausfuhr|liefer|輸出|禁輸|embargo/i.test(c.text));
  if (whole) return found("export-ban", [whole], 0.9);
  const pair = look.foreground("ban").length > 0 ? look.pair(["ban"], ["export", "export-control"]) : null;
  if (pair) return found("export-ban", pair, 0.85);
  const stop = look.pair(["suspend"], ["export"]);
  const works = look.pair(["suspend"], WORKS);
  if (stop && (works === null || distance(...stop) <= distance(...works))) return found("export-ban", stop, 0.75);
  return null;
};

/** How sure it is that controls of what is not said are those of exports. */
export const UNNAMED = 0.45;

const licence: Rule = (look) => {
  const listed =
    look.pair(["list"], ["tighten"]) ??
    (look.all("list").length > 0 && look.has("export-control")
      ? [look.all("list")[0]!, look.all("export-control")[0]!]
      : null);
  const licensed = look.pair(["licence"], ["export", "export-control", "control", "tighten"]);
  if (licensed) return found("licence", licensed, 0.85);
  const licences = licencesOfTrade(look.scan, look.all("licence"));
  if (licences.length === 0 && look.has("licence") && !look.has("export", "export-control")) return null;
  const said =
    licences.find((c) => /export|ausfuhr|輸出/i.test(c.text)) ?? (look.hasMaterial ? licences[0] : undefined);
  if (said) return found("licence", [said], 0.75);
  if (listed) return found("licence", listed, 0.65);
  if (look.has("list") && look.partyCount > 0) return found("licence", look.all("list").slice(0, 1), 0.6);
  const tightened = look.pair(["export-control"], ["tighten", "control", "effect"]);
  if (tightened) return found("licence", tightened, 0.75);
  // "because of the export controls production has stopped" is an outage
  const stopped = look.pair(["suspend", "outage-cause"], ["production"], NEAR[look.scan.language] / 2);
  if (stopped && !look.has("licence")) return null;
  const controls = look.all("export-control");
  if (controls.length > 0) return found("licence", controls.slice(0, 1), 0.6);
  const restricted =
    look.pair(["control"], ["export"]) ?? (look.hasMaterial ? look.pair(["control"], ["tighten"]) : null);
  if (restricted) return found("licence", restricted, 0.6);
  const onMaterial =
    look.hasMaterial && look.partyCount > 0
      ? look.all("control").find((c) => look.scan.materials.some((m) => distance(m, c) < NEAR[look.scan.language] / 2))
      : undefined;
  if (onMaterial) return found("licence", [onMaterial], 0.5);
  const unnamed = look.partyCount > 0 ? look.pair(["tighten"], ["control"], NEAR[look.scan.language] / 2) : null;
  return unnamed && !look.has("suspend", "lift", "tariff") ? found("licence", unnamed, UNNAMED) : null;
};

const tariff: Rule = (look) => {
  const tariffs = look.all("tariff");
  return tariffs.length > 0 ? found("import-tariff", [tariffs[0]!, ...look.all("cut").slice(0, 1)], 0.8) : null;
};

const stockpile: Rule = (look) => {
  const stocks = look.all("stockpile");
  if (stocks.length === 0) return null;
  const both = look.all("joint").find((c) => stocks.some((s) => s.start === c.start));
  const joint = look.pair(["stockpile"], ["joint"]) ?? (both ? [both] : null);
  if (joint) return found("joint-stockpile", joint, 0.8);
  return found("public-stockpile", stocks.slice(0, 1), 0.75);
};

const offtake: Rule = (look) => {
  const contracts = look.all("offtake");
  if (contracts.length > 0) return found("offtake", contracts.slice(0, 1), look.isAboutMinerals ? 0.8 : 0.6);
  // "a contract to be supplied with up to 5,000 tonnes a year"
  const supplied = look.pair(["contract"], ["supply"], NEAR[look.scan.language] / 2);
  const isTonnes = look.scan.figures.some((f) => /^k?t(?:\/year)?$/.test(f.unit));
  return supplied && isTonnes && look.hasMaterial ? found("offtake", supplied, 0.7) : null;
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
  const pair = look.pair(["recycle"], ["build", "invest", "plant"]);
  return pair ? found("recycling", pair, 0.75) : null;
};

const isNoPurchase = ({ text }: Cue): boolean => !/übern|acqui|buy|買収|beteilig|stake/i.test(text);

const facility: Rule = (look) => {
  const built = look.pair(["plant"], ["build"]);
  if (built && look.isAboutMinerals) return found("facility", built, 0.8);
  const paid = look.pair(["plant"], ["invest"]);
  if (paid && isNoPurchase(paid[1]) && look.isAboutMinerals) return found("facility", paid, 0.7);
  const plants = look.all("plant");
  const tonnes = look.scan.figures.some((f) => /^k?t(?:\/year)?$/.test(f.unit));
  if (
    plants.length > 0 &&
    look.hasMaterial &&
    (tonnes
      ? look.has("m-plan", "production", "export", "makes")
      : look.has("m-plan", "m-consider") && look.partyCount > 0)
  )
    return found("facility", plants.slice(0, 1), tonnes ? 0.6 : 0.45);
  const stage = look.scan.stages.some((s) => !look.scan.materials.some((m) => overlaps(m, s)));
  const separation = stage && look.hasMaterial && !look.has("agree") ? look.all("invest").filter(isNoPurchase) : [];
  if (separation.length > 0) return found("facility", separation.slice(0, 1), 0.55);
  const production = look.pair(["production"], ["build"], NEAR[look.scan.language] / 3);
  return production && look.hasMaterial && !look.has("agree") ? found("facility", production, 0.55) : null;
};

/** "quotas following a ban": what only came before tells the kind where nothing else does. */
const background: Rule = (look) => {
  const bans = look.all("ban").filter((c) => /export|ausfuhr|liefer|輸出|禁輸|embargo/i.test(c.text));
  return bans.length > 0 ? found("export-ban", bans.slice(0, 1), 0.6) : null;
};

const demandChange: Rule = (look) => {
  const pair = look.pair(["demand"], ["change"], NEAR[look.scan.language] / 2);
  const price = look.pair(["price"], ["change"]);
  const isOfPrice = pair !== null && price !== null && distance(...price) <= distance(...pair);
  return pair && !isOfPrice && look.hasMaterial ? found("demand-change", pair, 0.65) : null;
};

const RULES: readonly Rule[] = [
  easing,
  suspension,
  exportTax,
  priceFloor,
  ban,
  quota,
  usersStop,
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
  background,
  context,
];
