import type { Remedy } from "../../../exposure/index.ts";
import { catalogue, format, names, words } from "../../state.ts";

export function countryName(id: string): string {
  return names.value.name("country", id, catalogue.value?.countries.find((c) => c.id === id)?.name).text;
}

export function commodityName(id: string): string {
  return names.value.name("commodity", id, catalogue.value?.commodities.find((c) => c.id === id)?.name).text;
}

/** What is done, in words. */
export function remedyName({ kind, country, extraDays }: Remedy): string {
  const w = words.value.exposure.remedy;
  const extra = format.value.days(extraDays ?? 0);
  if (kind === "second-source") return w.secondSource({ country: countryName(country ?? "") });
  return kind === "stock" ? w.stock({ extra }) : w.stockOfAll({ extra });
}

/** The same with what it gains. */
export function remedyText(remedy: Remedy): string {
  const w = words.value.exposure.remedy;
  const what = w.gains({ what: remedyName(remedy), days: format.value.days(remedy.daysGained) });
  return remedy.holds ? w.holds({ what }) : what;
}
