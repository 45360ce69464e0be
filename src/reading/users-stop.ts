import type { CountryMention } from "./countries.ts";
import type { CueLook, Rule } from "./cue-look.ts";
import { found, type KindFound } from "./kind.ts";
import type { Cue, Scan } from "./scan.ts";
import { distance } from "./span.ts";

const STOPS = ["suspend", "outage-cause"] as const;
const WORKS = ["production", "plant"] as const;
/** What a maker went without: the material itself, or the permission to have it. */
const LACK = ["shortage", "export-control", "control", "licence", "ban", "export", "grant"] as const;
const OF_MINES = /mine|smelt|refiner|Bergwerk|Raffinerie|Hütte|schmelze|鉱山|製錬|精錬/iu;

/**
 * A user of materials that stops a line: what followed from an event (a shortage), not the outage of a supplier. Told by
 * a maker of cars or the like, or by a lack of the material where the works that stop are not of the material themselves.
 */
export const usersStop: Rule = (look) => {
  const { scan } = look;
  const isMaker = look.all("user-goods").length > 0 || scan.countries.some((c) => c.form === "maker");
  const pair = look.pair(STOPS, WORKS) ?? stopOfItsOwn(look) ?? (isMaker ? look.pair(["cut"], ["production"]) : null);
  if (pair === null) return null;
  const works = pair.at(-1)!;
  if (look.all("plant").some((c) => OF_MINES.test(c.text))) return null;
  if (scan.countries.some((c) => c.form === "organisation" && c.start < works.start)) return null;
  const lacks = look.all(...LACK).filter((c) => !pair.includes(c));
  const ofLack = scan.materials.filter((m) => nearest(lacks, m) < distance(works, m));
  const isOfMaterial = scan.materials.length > ofLack.length;
  if (isOfMaterial) return null;
  if (!isMaker && ofLack.length === 0) return null;
  return found("context", pair, isMaker ? 0.75 : 0.6, "shortage");
};

/** Whether a kind was found by the stop of a user's line. */
export const isUsersStop = ({ topic, triggers }: KindFound): boolean =>
  topic === "shortage" && triggers.some((t) => t.cue !== "shortage");

/** 操業停止, Produktionsstopp: the works are in the word. */
function stopOfItsOwn(look: CueLook): readonly Cue[] | null {
  const cue = look
    .all("outage-cause")
    .find((c) => /操業停止|生産停止|生産を|Produktions(?:stopp|ausfall)/.test(c.text));
  return cue ? [cue] : null;
}

const nearest = (cues: readonly Cue[], to: { readonly start: number; readonly end: number }): number =>
  Math.min(Number.POSITIVE_INFINITY, ...cues.map((c) => distance(c, to)));

const BECAUSE =
  /(?:because|because of|due to|owing to|amid|after|following|as a result of|over|blaming|weil|wegen|aufgrund|infolge|nach|durch|angesichts)\s+(?:\p{L}+\s+){0,2}$/iu;
const RULE = ["export-control", "control", "licence", "ban", "export", "quota"];

/** Whether a country is only the cause of what happens elsewhere: "because of China's restrictions", 中国の輸出規制の影響で. */
export function isOnlyCause(scan: Scan, country: CountryMention): boolean {
  const rule = scan.cues.find((c) => RULE.includes(c.cue) && c.end > country.end && c.start - country.end < 40);
  if (rule === undefined) return false;
  const between = scan.text.slice(country.end - scan.start, Math.max(country.end, rule.start) - scan.start);
  if (/[,;、。]/.test(between) || /は|が/.test(between)) return false;
  const works = scan.cues.find((c) => (c.cue === "production" || c.cue === "plant") && c.start >= country.end);
  if (works !== undefined && works.start < rule.start) return false;
  return (
    country.link === "owner" ||
    BECAUSE.test(scan.text.slice(Math.max(0, country.start - scan.start - 50), country.start - scan.start))
  );
}
