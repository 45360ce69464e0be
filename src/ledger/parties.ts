import type { EventRow } from "../dataset/index.ts";

/** Fields of a policy that follow from who acts, on whom and on what. */
type Fields = Readonly<Record<string, string | readonly string[]>>;

/**
 * What the actors, targets, materials and stages of an event are in the fields of its kind; a term of the same name
 * takes precedence. Lists that are empty are left out, and so are targets that mean everyone where that is the default.
 */
export function fieldsOfParties({ kind, actors, targets, materials, stages }: EventRow): Fields {
  const what = { ...given("materials", materials), ...given("stages", stages) };
  const others = targets.includes("WLD") ? [] : targets;
  switch (kind) {
    case "export-ban":
    case "licence":
    case "quota":
    case "export-tax":
      return { ...what, ...given("origins", actors), ...given("destinations", others) };
    case "import-tariff":
      return { ...what, ...given("origins", others), ...given("destinations", actors) };
    case "route-closure":
      return { ...what, ...given("between", actors), ...given("and", others) };
    case "outage":
      return { ...what, ...given("countries", actors) };
    case "demand-change":
    case "price-floor":
    case "recycling":
    case "substitution":
      return given("countries", actors);
    case "joint-stockpile":
      return given("partners", actors);
    case "facility":
    case "public-stockpile":
      return actors.length === 1 ? { country: actors[0]! } : {};
    case "offtake":
    case "suspension":
    case "context":
      return {};
    default:
      return kind satisfies never;
  }
}

function given(field: string, names: readonly string[]): Fields {
  return names.length === 0 ? {} : { [field]: names };
}
