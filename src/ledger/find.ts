import type { Vocabulary } from "../chain/vocabulary.ts";
import { vocabularyOf } from "../chain/vocabulary-of.ts";
import {
  closest,
  countryMeant,
  type Dataset,
  didYouMean,
  type EventRow,
  eventKinds,
  InputError,
  materialMeant,
  meantInstead,
  type Problem,
  quote,
} from "../dataset/index.ts";
import { firstDay, lastDay } from "./days.ts";
import { acts } from "./policy.ts";

/** Which events are wanted; what is absent does not matter. */
export interface EventQuery {
  /** country or bloc that acts, by itself or as a member of one */
  readonly actor?: string | undefined;
  /** country or bloc it is aimed at, by itself, as a member of one, or because it is aimed at everyone */
  readonly target?: string | undefined;
  /** element, commodity, group, or something the model does not have */
  readonly material?: string | undefined;
  /** announced or taking effect on or after the first day of this (YYYY, YYYY-MM or YYYY-MM-DD) */
  readonly from?: string | undefined;
  /** announced or taking effect on or before the last day of this */
  readonly to?: string | undefined;
  /** kind of policy, or context */
  readonly kind?: string | undefined;
  /** only those the model can act on */
  readonly acts?: boolean | undefined;
}

/**
 * The events of the ledger that fit every part of a query, in the order of the ledger.
 * @throws InputError for names and dates that do not exist, each with the nearest that does
 */
export function findEvents(dataset: Dataset, query: EventQuery): EventRow[] {
  check(dataset, query);
  const { actor, target, material, kind } = query;
  const vocabulary = vocabularyOf(dataset);
  const actors = actor === undefined ? new Set<string>() : membersOf(dataset, actor);
  const targets = target === undefined ? new Set<string>() : membersOf(dataset, target);
  const meets = (names: readonly string[], countries: ReadonlySet<string>) =>
    names.some((name) => [...membersOf(dataset, name)].some((country) => countries.has(country)));
  return dataset.events.filter(
    (event) =>
      (actor === undefined || meets(event.actors, actors)) &&
      (target === undefined || event.targets.includes("WLD") || meets(event.targets, targets)) &&
      (material === undefined || concerns(vocabulary, event, material)) &&
      (kind === undefined || event.kind === kind) &&
      (query.acts !== true || acts(event)) &&
      isWithin(event, query),
  );
}

function concerns(vocabulary: Vocabulary, event: EventRow, material: string): boolean {
  if (event.unmodelled.includes(material) || event.materials.includes(material)) return true;
  const wanted = vocabulary.commodities([material]);
  return [...vocabulary.commodities(event.materials)].some((commodity) => wanted.has(commodity));
}

function isWithin({ announced, inForce }: EventRow, { from, to }: EventQuery): boolean {
  const first = from === undefined ? "" : firstDay(from);
  const last = to === undefined ? "9999-12-31" : lastDay(to);
  return [announced, inForce].some((date) => date !== "" && lastDay(date) >= first && firstDay(date) <= last);
}

/** The countries a code stands for: a bloc's members, or itself. */
function membersOf(dataset: Dataset, code: string): ReadonlySet<string> {
  const members = dataset.blocs.filter((row) => row.bloc === code).map((row) => row.country);
  return new Set(members.length > 0 ? members : [code]);
}

function check(dataset: Dataset, query: EventQuery): void {
  const { names } = vocabularyOf(dataset);
  const materials = [...names.materials, ...dataset.events.flatMap((event) => event.unmodelled)];
  const problems: Problem[] = [];
  const parties = [...new Set(dataset.events.flatMap((event) => [...event.actors, ...event.targets]))].sort();
  const meant = (option: keyof EventQuery, got: string) => {
    if (option === "material") return materialMeant(materials, got);
    if (option !== "actor" && option !== "target") return undefined;
    const [near] = closest(got, got.length > 3 ? dataset.countries.map((c) => c.name) : []); // codes have too many neighbours
    return countryMeant(dataset, got) ?? (near === undefined ? undefined : countryMeant(dataset, near));
  };
  const known = (option: keyof EventQuery, word: string, list: readonly string[], likely = list) => {
    const got = query[option];
    if (typeof got !== "string" || list.includes(got)) return;
    const instead = meant(option, got);
    const remedy = instead === undefined ? didYouMean(got, likely) : meantInstead(instead);
    problems.push({ file: `--${option}`, line: 1, message: `unknown ${word} ${quote(got)}`, remedy });
  };
  known("actor", "country or bloc", names.countries, parties);
  known("target", "country or bloc", names.countries, parties);
  known("material", "material", materials);
  known("kind", "kind", eventKinds);
  for (const option of ["from", "to"] as const) {
    const got = query[option];
    if (got !== undefined && !isDate(got))
      problems.push({
        file: `--${option}`,
        line: 1,
        message: `${quote(got)} is not a date`,
        remedy: "write YYYY, YYYY-MM or YYYY-MM-DD",
      });
  }
  if (
    problems.length === 0 &&
    query.from !== undefined &&
    query.to !== undefined &&
    lastDay(query.to) < firstDay(query.from)
  )
    problems.push({
      file: "--to",
      line: 1,
      message: `${query.to} is before ${query.from}`,
      remedy: "swap --from and --to",
    });
  if (problems.length > 0) throw new InputError(problems);
}

function isDate(text: string): boolean {
  if (!/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text)) return false;
  return text.length < 10 || text <= lastDay(text.slice(0, 7));
}
