import { SPEAKS_ON, THE_AGREEMENT } from "./continue.ts";
import type { Draft, Read } from "./draft.ts";
import { partiesOf } from "./parties.ts";
import type { Scan } from "./scan.ts";
import type { Language } from "./words.ts";

const ACTED = new Set(["export-ban", "licence", "quota", "export-tax", "import-tariff", "suspension"]);
const ABOUT_MATERIALS = new Set([
  ...ACTED,
  "outage",
  "facility",
  "offtake",
  "price-floor",
  "joint-stockpile",
  "public-stockpile",
  "shortage",
  "easing",
]);
/** "These metals are used in …" */
const OF_MINERALS = new Set(["end-use", "dependence"]);
const SURENESS = 0.6;
/** "It also agreed …": whoever acted before. */
const PRONOUN = /^(?:It|They|He|She|Er|Sie|Es|Dieser|Diese)(?!\p{L})|^同(?:社|国|氏|省|政府)/u;
const ALSO = /(?<!\p{L})(?:auch|zudem|außerdem|ausserdem|ebenfalls|also|additionally)(?!\p{L})/iu;

/** What came before a statement. */
export interface Before {
  /** the last draft, of this paragraph or the one before */
  readonly before: Draft | undefined;
  readonly sameParagraph: boolean;
  /** the last agreement there was, for "the deal aims at …" */
  readonly agreement: Draft | undefined;
  /** the sentence before, if it is of this paragraph */
  readonly prior: Scan | undefined;
}

/** What a statement leaves unsaid because the one before it has said it: who acts, and on what. */
export function inherit(draft: Draft, scan: Scan, { before, sameParagraph, prior, agreement }: Before): Draft {
  const has = (cue: string) => scan.cues.some((c) => c.cue === cue);
  const notes = [...draft.notes];
  let { actors, materials } = draft;
  const kind = draft.kind.value;
  if (actors.length === 0) {
    const acted = before?.actors ?? [];
    const sameCountry = acted.length === 1 && (has("the-country") || (sameParagraph && PRONOUN.test(scan.text)));
    // "the two sides": those of the statement before, else of the last agreement
    const pair = acted.length > 1 ? acted : (agreement?.actors ?? []);
    const sameParties = has("both") && pair.length > 1 && scan.countries.length === 0;
    const goesOn = sameParagraph && (ACTED.has(kind) || ALSO.test(scan.text));
    if (agreement && THE_AGREEMENT.test(scan.text)) actors = weaker(agreement.actors);
    else if (sameParties) actors = weaker(pair);
    else if (sameCountry || goesOn) actors = weaker(acted);
    else if (prior && kind !== "context" && (speaksOn(scan) || isOfWhoMust(scan)))
      actors = weaker(
        partiesOf(
          { ...scan, countries: prior.countries },
          { kind, topic: null, triggers: [{ ...draft.kind.span!, cue: "" }], confidence: 1 },
        ).actors,
      );
    actors = actors.filter((a) => !draft.targets.some((t) => t.value === a.value));
    if (actors.length === 0 && draft.topic === "investment") actors = weaker(spokenOf(acted, prior));
    if (actors.length > 0) notes.push("who acts is taken from the statement before it");
  }
  const isOther =
    draft.actors.length > 0 &&
    before !== undefined &&
    before.actors.length > 0 &&
    !draft.actors.some((a) => before.actors.some((b) => a.value === b.value)) &&
    // a control that is told of after a shortage is about what is short, whoever made it
    !(before.topic === "shortage" && ACTED.has(kind));
  if (
    materials.length === 0 &&
    !isOther &&
    (ABOUT_MATERIALS.has(draft.topic ?? kind) || (OF_MINERALS.has(draft.topic ?? "") && has("minerals"))) &&
    kind !== "import-tariff"
  ) {
    const named = (sameParagraph ? before?.materials : undefined) ?? [];
    const said =
      named.length > 0 || !prior || !(speaksOn(scan) || isOfWhoMust(scan))
        ? named
        : prior.materials.map((m) => ({
            value: m.material,
            confidence: m.confidence,
            span: { start: m.start, end: m.end, text: m.text },
          }));
    materials = weaker(said.filter((m, i) => said.findIndex((o) => o.value === m.value) === i));
    if (materials.length > 0) notes.push("what it is about is taken from the statement before it");
  }
  let { targets } = draft;
  const isSame = !isOther && actors.some((a) => before?.actors.some((b) => a.value === b.value));
  if (ACTED.has(kind) && sameParagraph && isSame && !ALSO.test(scan.text) && targets.every((t) => t.span === null)) {
    const aimed = weaker((before?.targets ?? []).filter((t) => t.span !== null));
    if (aimed.length > 0) {
      targets = aimed;
      notes.push("whom it is aimed at is taken from the statement before it");
    }
  }
  // what two agreed to store they store together
  const isJoint = kind === "public-stockpile" && draft.actors.length === 0 && actors.length > 1;
  const found = isJoint ? { ...draft.kind, value: "joint-stockpile" as const } : draft.kind;
  return { ...draft, kind: found, actors, targets, materials, notes };
}

/** Money "is to be mobilised": by whoever the sentence before speaks of, if it is one. */
function spokenOf(acted: readonly Read<string>[], prior: Scan | undefined): readonly Read<string>[] {
  const subjects = (prior?.countries ?? []).filter((c) => c.link === "subject" || c.link === "speaker");
  const named = subjects.flatMap(({ countries, start, end, text }) =>
    countries.map((value) => ({ value, confidence: 0.8, span: { start, end, text } })),
  );
  const one = named.filter((n, i) => named.findIndex((o) => o.value === n.value) === i);
  return one.length > 0 ? (one.length === 1 ? one : []) : acted.length === 1 ? acted : [];
}

/** A Japanese sentence without a country leaves its subject out; a German or English one says "it". */
const speaksOn = (scan: Scan): boolean =>
  scan.countries.length === 0 && (scan.language === "ja" || SPEAKS_ON[scan.language].test(scan.text));

/** "Exporters need a permit": of the country that the sentence before speaks of. */
const WHO_MUST: Readonly<Record<Language, RegExp>> = {
  de: /^(?:Exporteure|Ausführer|Unternehmen|Firmen|Hersteller|Lieferanten|Händler|Ausfuhren|Exporte)(?!\p{L})/u,
  en: /^(?:Exporters|Companies|Shippers|Suppliers|Producers|Firms|Sellers|Shipments|Exports)(?!\p{L})/u,
  ja: /^(?:輸出業者|輸出企業|輸出者|事業者|企業)/u,
};
const isOfWhoMust = (scan: Scan): boolean => scan.countries.length === 0 && WHO_MUST[scan.language].test(scan.text);

const weaker = (reads: readonly Read<string>[]): Read<string>[] =>
  reads.map((r) => ({ ...r, confidence: Number((r.confidence * SURENESS).toFixed(2)) }));
