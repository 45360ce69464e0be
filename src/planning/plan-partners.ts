import type { Vocabulary } from "../chain/vocabulary.ts";
import { didYouMean, quote } from "../dataset/index.ts";
import type { Partner } from "./plan.ts";
import type { PlanFile } from "./plan-schema.ts";
import type { Say } from "./say.ts";

/** The partners with the model's countries in the place of codes and blocs; no country belongs to two. */
export function resolvePartners(file: PlanFile, vocabulary: Vocabulary, say: Say): Partner[] {
  const owner = new Map<string, string>();
  const entries = Object.entries(file.partners);
  if (entries.length === 0) say(["partners"], "the plan has no partner", "name one, with its countries");
  return entries.map(([id, { title, countries }]) => {
    countries.forEach((code, i) => {
      if (!vocabulary.names.countries.includes(code))
        say(
          ["partners", id, "countries", i],
          `unknown country or bloc ${quote(code)}`,
          didYouMean(code, vocabulary.names.countries),
        );
    });
    const own = [...vocabulary.countries(countries)].sort();
    for (const country of own) {
      const other = owner.get(country);
      if (other !== undefined)
        say(["partners", id, "countries"], `${country} belongs to ${other} already`, "let each country belong to one");
      owner.set(country, id);
    }
    return { id, title, countries: own };
  });
}

/** The partner that a country code, a bloc or a partner's id means; undefined where that is none, or more than one. */
export function partnerOf(code: string, partners: readonly Partner[], vocabulary: Vocabulary): Partner | undefined {
  const named = partners.find(({ id }) => id === code);
  if (named) return named;
  const countries = [...vocabulary.countries([code])];
  if (countries.length === 0) return undefined;
  return partners.find((partner) => countries.every((country) => partner.countries.includes(country)));
}
