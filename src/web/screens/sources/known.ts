import { readId } from "../../../charts/names.ts";
import { address, catalogue, names } from "../../state.ts";
import type { Known } from "./figure-name.ts";

/** What stands between the parts of a name. */
export const commaOf = (lang: string) => (lang === "ja" ? "、" : ", ");

/** What ids are called in the page's language; made once per change of language or catalogue. */
export function knownNames(): Known {
  const known = catalogue.value;
  const name = names.value;
  const countries = new Map(known?.countries.map((c) => [c.id, c.name]));
  const commodities = new Map(known?.commodities.map((c) => [c.id, c.name]));
  const everywhere: Readonly<Record<string, string>> = { en: "world", de: "Welt", ja: "世界" };
  const translated = (kind: string, id: string): string | undefined => {
    const found = name.name(kind, id, "");
    return found.text === "" ? undefined : found.text;
  };
  return {
    country: (id) =>
      id === "WLD"
        ? everywhere[address.value.lang]
        : countries.has(id)
          ? name.name("country", id, countries.get(id)).text
          : undefined,
    commodity: (id) => (commodities.has(id) ? name.name("commodity", id, commodities.get(id)).text : undefined),
    application: (id) => translated("application", id),
    material: (id) => translated("material", id),
    activity: (id) => (ACTIVITIES.has(id) ? name.name("activity", id).text : translated("holder", id)),
    comma: commaOf(address.value.lang),
    plain: readId,
  };
}

const ACTIVITIES = new Set(["mine", "collect", "separate", "refine", "reduce", "press", "recycle", "dispose"]);
