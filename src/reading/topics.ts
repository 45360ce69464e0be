import { isToBecomeLess } from "./aims.ts";
import type { Rule } from "./cue-look.ts";
import { found, type Topic } from "./kind.ts";

/** Context, in the order in which one topic covers another. */
export const context: Rule = (look) => {
  const parties = look.partyCount;
  const first = (topic: Topic, confidence: number, ...cues: readonly string[]) =>
    found("context", look.all(...cues).slice(0, 1), confidence, topic);
  if (look.has("gift") && (parties > 0 || look.scan.figures.length > 0)) return first("gift", 0.75, "gift");
  if (look.has("defence")) return first("defence-spending", 0.85, "defence");
  if (look.has("military") && parties > 0) return first("military", 0.8, "military");
  if (look.has("agree") && parties > 0)
    return first("agreement", look.has("meet") && !look.hasMaterial ? 0.65 : 0.8, "agree");
  const bought = look.pair(["equipment"], ["buy"]);
  if (bought && parties > 0) return found("context", bought, 0.7, "defence-equipment");
  if (look.has("case") && parties > 0) return first("case", 0.7, "case");
  if (look.has("meet") && parties > 0) return first("summit", 0.7, "meet");
  if (look.has("shortage") && look.hasMaterial) return first("shortage", 0.7, "shortage");
  const prices = look.all("price");
  const isTimes = prices.length > 0 && look.scan.figures.some((f) => f.unit === "times");
  const price = look.pair(["price"], ["change"]) ?? (isTimes ? prices.slice(0, 1) : null);
  if (price && look.hasMaterial) return found("context", price, 0.7, "price");
  const trade = look.pair(["export", "trade"], ["change"]);
  if (trade && (look.hasMaterial || parties > 0)) return found("context", trade, 0.65, "trade");
  if (look.has("dispute") && parties > 0) return first("dispute", 0.7, "dispute");
  // "three billion euros, to reduce the dependence on China"
  const isMoney = look.scan.figures.some((f) => /^[A-Z]{3}$/.test(f.unit));
  const depends = look.all("depend");
  if (look.has("invest") && isMoney && depends.length > 0 && depends.every((c) => isToBecomeLess(look.scan, c)))
    return first("investment", 0.65, "invest");
  // "becomes the largest shareholder in MP Materials"
  const isCompany = look.scan.countries.some((c) => c.form === "organisation");
  if (look.has("shareholder") && isCompany && look.scan.countries.length > 1)
    return first("investment", 0.65, "shareholder");
  const isShare = look.scan.figures.some((f) => f.unit === "%");
  if (look.has("makes") && isShare && look.hasMaterial && parties > 0) return first("dependence", 0.65, "makes");
  // "the bloc gets 98 % of its magnets from China"
  if (isShare && look.hasMaterial && look.scan.countries.some((c) => c.link === "origin")) {
    const figure = look.scan.figures.find((f) => f.unit === "%")!;
    return found("context", [{ ...figure, cue: "share" }], 0.6, "dependence");
  }
  if (look.has("depend") && (look.speaksOfMinerals || parties > 1)) return first("dependence", 0.65, "depend");
  if (look.has("end-use") && look.speaksOfMinerals) return first("end-use", 0.65, "end-use");
  if (look.has("invest") && (look.hasMaterial || isMoney) && parties > 0) return first("investment", 0.65, "invest");
  return null;
};
