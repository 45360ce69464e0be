import type { CountryMention } from "./countries.ts";
import type { Scan } from "./scan.ts";
import type { Language } from "./words.ts";

/** What may stand between a country and its plant: "its Malaysian rare earth plant", マレーシアの工場. */
const UP_TO_PLANT: Readonly<Record<Language, RegExp>> = {
  de: /^s?\s+(?:[\p{L}-]+\s+){0,2}$/u,
  en: /^(?:['’]s)?\s+(?:[\p{L}-]+\s+){0,3}$/u,
  ja: /^(?:の)?[^、。はがをに]{0,6}$/u,
};
const FAR = 40;

/** Where a works lies: the country of its plant, else where something is said to be. A company is no place. */
export function sitesOf(scan: Scan): CountryMention[] {
  const places = scan.countries.filter((c) => c.form !== "organisation" && c.form !== "maker" && c.form !== "person");
  const plants = scan.cues.filter((c) => c.cue === "plant");
  const text = (from: number, to: number) => scan.text.slice(from - scan.start, to - scan.start);
  const atPlant = places.filter((c) =>
    plants.some((p) =>
      p.start >= c.end
        ? p.start - c.end < FAR && UP_TO_PLANT[scan.language].test(text(c.end, p.start))
        : c.link === "place" && c.start - p.end < FAR,
    ),
  );
  return atPlant.length > 0 ? atPlant : places.filter((c) => c.link === "place");
}
