import type { Draft, Read } from "./draft.ts";
import type { Scan } from "./scan.ts";

const ACTED = new Set(["export-ban", "licence", "quota", "export-tax", "import-tariff", "suspension"]);
const ABOUT_MATERIALS = new Set([
  ...ACTED,
  "outage",
  "facility",
  "offtake",
  "price-floor",
  "joint-stockpile",
  "public-stockpile",
]);
const TOGETHER = new Set(["agreement", "summit", "dispute"]);
const SURENESS = 0.6;
/** "It also agreed …": whoever acted before. */
const PRONOUN = /^(?:It|They|He|She|Er|Sie|Es|Dieser|Diese)(?!\p{L})|^同(?:社|国|氏|省|政府)/u;

/** What a statement leaves unsaid because the one before it, in the same paragraph, has said it: who acts, and on what. */
export function inherit(draft: Draft, scan: Scan, before: Draft): Draft {
  const has = (cue: string) => scan.cues.some((c) => c.cue === cue);
  const notes = [...draft.notes];
  let { actors, materials } = draft;
  const sameCountry = (has("the-country") || PRONOUN.test(scan.text)) && before.actors.length === 1;
  const sameParties = has("both") && TOGETHER.has(draft.topic ?? "");
  if (actors.length === 0 && before.actors.length > 0 && (ACTED.has(draft.kind.value) || sameCountry || sameParties)) {
    actors = weaker(before.actors).filter((a) => !draft.targets.some((t) => t.value === a.value));
    if (actors.length > 0) notes.push("who acts is taken from the statement before it");
  }
  if (
    materials.length === 0 &&
    before.materials.length > 0 &&
    ABOUT_MATERIALS.has(draft.kind.value) &&
    draft.kind.value !== "import-tariff"
  ) {
    materials = weaker(before.materials);
    notes.push("what it is about is taken from the statement before it");
  }
  return { ...draft, actors, materials, notes };
}

const weaker = (reads: readonly Read<string>[]): Read<string>[] =>
  reads.map((r) => ({ ...r, confidence: Number((r.confidence * SURENESS).toFixed(2)) }));
