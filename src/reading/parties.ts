import { isDependedOn } from "./aims.ts";
import { whoOnlyMet } from "./coordination.ts";
import type { CountryMention, Link } from "./countries.ts";
import type { Read } from "./draft.ts";
import type { KindFound } from "./kind.ts";
import type { Scan } from "./scan.ts";
import { sitesOf } from "./site.ts";
import { distance } from "./span.ts";
import { isOnlyCause, isUsersStop } from "./users-stop.ts";

export interface Parties {
  readonly actors: readonly Read<string>[];
  readonly targets: readonly Read<string>[];
}

/** Which links make an actor, the first list that finds one deciding, and which a target. */
interface Roles {
  readonly actors: readonly (readonly Link[])[];
  readonly targets: readonly Link[];
}

const CONTROL: Roles = {
  actors: [["owner", "agent"], ["subject"], ["origin"], ["speaker"], ["partner"], ["none"]],
  targets: ["target"],
};
/** Licences are given to those named after it, however they stand. */
const EASED: Roles = { actors: CONTROL.actors, targets: ["target"] };
const TARIFF: Roles = {
  actors: [["owner", "agent"], ["subject"], ["speaker"], ["none"]],
  targets: ["target", "origin"],
};
const TOGETHER: Roles = {
  actors: [
    ["subject", "speaker", "partner", "owner", "none"],
    ["agent", "origin"],
  ],
  targets: ["target"],
};
/** Who supplies is a party as much as who takes. */
const CONTRACT: Roles = {
  actors: [["subject", "speaker", "partner", "owner", "none", "agent", "origin"]],
  targets: ["target"],
};
const MILITARY: Roles = {
  actors: [["subject", "owner", "agent"], ["speaker"], ["none"]],
  targets: ["target", "place", "origin"],
};
const ORDERED: Roles = {
  actors: [["subject", "speaker", "partner", "owner", "none", "agent"]],
  targets: ["target", "place"],
};
/** Whom an agreement or a meeting is aimed at is seldom said, and "towards China" is not it. */
const AGREED: Roles = { ...TOGETHER, targets: [] };
const SITE: Roles = {
  actors: [["place", "subject", "owner", "agent", "partner"], ["speaker"], ["none", "origin"]],
  targets: ["target"],
};
/** Where a user stands still; where the material would have come from is no part of it. */
const STOPPED: Roles = { actors: SITE.actors, targets: [] };
const AIMED: Roles = {
  actors: [["subject", "owner"], ["agent"], ["speaker"], ["none"]],
  targets: ["target", "place", "origin"],
};
const DEPENDENT: Roles = {
  actors: [["subject", "owner"], ["speaker"], ["none"]],
  targets: ["target", "origin", "agent"],
};
const TRADE: Roles = {
  actors: [["subject", "owner", "origin", "agent"], ["speaker"], ["none"], ["place"]],
  targets: ["target"],
};

function rolesOf(found: KindFound): Roles {
  if (isUsersStop(found)) return STOPPED;
  const { kind, topic } = found;
  switch (kind) {
    case "export-ban":
    case "licence":
    case "quota":
    case "export-tax":
    case "suspension":
      return CONTROL;
    case "import-tariff":
      return TARIFF;
    case "joint-stockpile":
      return TOGETHER;
    case "offtake":
      return CONTRACT;
    case "facility":
    case "outage":
    case "recycling":
    case "substitution":
    case "price-floor":
    case "public-stockpile":
    case "demand-change":
    case "route-closure":
      return SITE;
    case "context":
      if (topic === "dependence") return DEPENDENT;
      if (topic === "easing") return EASED;
      if (topic === "military") return MILITARY;
      if (topic === "defence-equipment") return ORDERED;
      if (topic === "gift") return AIMED;
      if (topic === "trade" || topic === "price" || topic === "shortage") return TRADE;
      if (topic === "investment") return SITE;
      return AGREED;
    default:
      return kind satisfies never;
  }
}

const SURE: Readonly<Record<Link, number>> = {
  owner: 0.9,
  agent: 0.9,
  subject: 0.8,
  target: 0.85,
  origin: 0.65,
  partner: 0.85,
  place: 0.7,
  speaker: 0.65,
  none: 0.55,
};
/** A person or a company speaks for its country less surely than its name does. */
const FORM: Readonly<Record<CountryMention["form"], number>> = {
  name: 1,
  adjective: 0.95,
  people: 0.9,
  capital: 0.9,
  government: 0.95,
  person: 0.85,
  organisation: 0.75,
  maker: 0.75,
  place: 0.85,
};

/** Who acts and whom it is aimed at, each country once, in the order of the text. */
export function partiesOf(whole: Scan, kind: KindFound): Parties {
  const scan = withoutBystanders(whole, kind);
  const roles = rolesOf(kind);
  const sites = kind.kind === "outage" || isUsersStop(kind) ? sitesOf(scan) : [];
  if (sites.length > 0) return { actors: once(sites.map((c) => ({ ...c, link: "place" as const }))), targets: [] };
  const chosen = roles.actors.find((links) => scan.countries.some((c) => links.includes(c.link))) ?? [];
  let acting = scan.countries.filter((c) => chosen.includes(c.link));
  if (roles === CONTROL || roles === TARIFF || isUsersStop(kind)) acting = beforeTheVerb(acting, kind);
  if (roles === EASED) acting = theGiver(scan, kind);
  if (roles === AGREED && acting.length === 0) acting = scan.countries.filter((c) => c.countries.some(isBloc));
  if (kind.topic === "military") acting = nearestOf(acting, kind);
  if (kind.topic === "gift")
    acting = (acting.some((c) => c.form !== "adjective") ? acting.filter((c) => c.form !== "adjective") : acting).slice(
      0,
      1,
    );
  const actors = once(acting);
  const rest = scan.countries.filter(
    (c) => roles.targets.includes(c.link) || (kind.topic === "gift" && c.link !== "place" && !acting.includes(c)),
  );
  if (roles === EASED) rest.push(...scan.countries.filter((c) => isGiven(c, acting)));
  const listed = kind.triggers.some((t) => t.cue === "list");
  if (listed)
    rest.push(
      ...scan.countries.filter((c) => c.link === "origin" || (c.link === "subject" && c.start > acting[0]!.start)),
    );
  const targets = once(rest).filter((t) => !actors.some((a) => a.value === t.value));
  // who supplies acts where nobody is said to depend: "half of it comes from China"
  if (kind.topic === "dependence" && actors.length === 0) return { actors: targets, targets: [] };
  return { actors, targets };
}

/** "Japan urged China to ease its controls": whoever is asked would act. */
export function askedOf(scan: Scan, kind: KindFound): Parties {
  const { actors, targets } = partiesOf(scan, kind);
  const isControl = [CONTROL, TARIFF, EASED].includes(rolesOf(kind));
  const asked = once(scan.countries.filter((c) => c.isAsked));
  if (!isControl || asked.length === 0 || actors.some((a) => a.confidence > SURE.subject)) return { actors, targets };
  return { actors: asked, targets: targets.filter((t) => !asked.some((a) => a.value === t.value)) };
}

/** Those who are only the cause of a stop, only met before it, or whom one wants to depend on less, do nothing. */
function withoutBystanders(scan: Scan, found: KindFound): Scan {
  const isStop = found.kind === "outage" || isUsersStop(found);
  const isInvestment = found.topic === "investment";
  const isActed = rolesOf(found).actors === CONTROL.actors || rolesOf(found) === TARIFF;
  if (!isStop && !isInvestment && !isActed) return scan;
  const met = isActed ? whoOnlyMet(scan) : [];
  const countries = scan.countries.filter(
    (c) =>
      !(isStop && isOnlyCause(scan, c)) && !(isInvestment && isDependedOn(scan, c)) && !(isActed && met.includes(c)),
  );
  return { ...scan, countries };
}

/** Who gives licences out: the one a passive names, else the first that stands before it ("Peking hat Zulieferern von Bosch …"). */
function theGiver(scan: Scan, { triggers }: KindFound): CountryMention[] {
  const by = scan.language === "en" ? scan.countries.filter((c) => c.link === "agent") : [];
  const could = scan.countries.filter((c) => c.link !== "place" && c.link !== "target" && c.link !== "speaker");
  const before = could.filter((c) => c.start < triggers[0]!.start);
  const said = scan.countries.filter((c) => c.link === "speaker");
  return [by, before, said, could].find((found) => found.length > 0)?.slice(0, 1) ?? [];
}

/** Whom licences are given to: whoever else is named, and not only where or who says so. */
const isGiven = (c: CountryMention, acting: readonly CountryMention[]): boolean =>
  !acting.includes(c) && c.link !== "place" && c.link !== "speaker";

/** "the Apec group of 21 economies": a bloc is a party wherever it stands. */
const isBloc = (name: string): boolean => !/^[A-Z]{3}$/.test(name) || name === "EU";

/** Of several, the one nearest to what is done, with those listed beside it. */
function nearestOf(acting: readonly CountryMention[], kind: KindFound): CountryMention[] {
  const far = (c: CountryMention) => Math.min(...kind.triggers.map((t) => distance(t, c)));
  const nearest = [...acting].sort((a, b) => far(a) - far(b))[0];
  return nearest === undefined ? [] : acting.filter((c) => c === nearest || distance(c, nearest) <= 5);
}

/** Of several that could act, those that stand before what is done; whoever comes after it only comments. */
function beforeTheVerb(acting: readonly CountryMention[], kind: KindFound): CountryMention[] {
  const first = kind.triggers[0]!;
  const before = acting.filter((c) => c.start < first.start || c.link !== "subject");
  return before.length > 0 ? before : [...acting];
}

function once(mentions: readonly CountryMention[]): Read<string>[] {
  const found = new Map<string, Read<string>>();
  for (const { countries, link, form, start, end, text } of mentions)
    for (const country of countries) {
      const confidence = SURE[link] * FORM[form];
      const before = found.get(country);
      if (before === undefined || before.confidence < confidence)
        found.set(country, { value: country, confidence: Number(confidence.toFixed(2)), span: { start, end, text } });
    }
  return [...found.values()];
}
