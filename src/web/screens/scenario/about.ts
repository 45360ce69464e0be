import { format, names } from "../../state.ts";

/** The kinds of names that the fields of a policy hold. */
const KINDS: Readonly<Record<string, string>> = {
  materials: "material",
  commodity: "commodity",
  mine: "commodity",
  stages: "stage",
  uses: "use",
  origins: "country",
  destinations: "country",
  country: "country",
  countries: "country",
  partners: "country",
};

/** The name of something a policy may name, in the page's language. */
export function nameIn(field: string, id: string): string {
  const kind = KINDS[field];
  if (kind === undefined) return names.value.title(id).text;
  if (kind === "country") return /^[A-Z]{3}$/.test(id) ? names.value.name("country", id).text : named(["bloc"], id);
  return named(kind === "material" ? ["group", "material", "commodity"] : [kind], id);
}

function named(kinds: readonly string[], id: string): string {
  const found = kinds.map((kind) => names.value.name(kind, id)).find(({ lang }) => lang === format.value.lang);
  return (found ?? names.value.name(kinds[0]!, id)).text;
}

/** What a policy concerns: materials, where from, where to. */
export function aboutText(about: Readonly<Record<string, readonly string[]>>): string {
  const { list } = format.value;
  return Object.entries(about)
    .filter(([field]) => Object.hasOwn(KINDS, field))
    .map(([field, ids]) => list(ids.filter((id) => id !== "WLD").map((id) => nameIn(field, id))))
    .filter((text) => text !== "")
    .join(" · ");
}
