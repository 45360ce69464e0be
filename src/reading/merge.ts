import type { Draft, Read, ReadDate } from "./draft.ts";

/** How far apart two statements of one event may lie, in drafts. */
const LOOK_BACK = 100;

/** Statements of one article that tell the same event (a headline and its lead) become one draft. */
export function mergeDrafts(drafts: readonly Draft[]): Draft[] {
  const merged: Draft[] = [];
  for (const draft of drafts) {
    const from = Math.max(0, merged.length - LOOK_BACK);
    const near = merged.slice(from).findLastIndex((other) => isSame(other, draft) || isHeadline(other, draft));
    const at = near < 0 ? -1 : from + near;
    if (at < 0) merged.push(draft);
    else merged[at] = joined(merged[at]!, draft);
  }
  return merged.map((draft, i) => ({ ...draft, number: i + 1 }));
}

function isSame(a: Draft, b: Draft): boolean {
  if (a.kind.value !== b.kind.value || a.topic !== b.topic || a.modality.value !== b.modality.value) return false;
  if (a.topic === "end-use" || a.topic === "dependence" || a.topic === "trade" || a.topic === "price") return false;
  if (!fits(a.actors, b.actors) || !fits(named(a.targets), named(b.targets))) return false;
  if (a.actors.length === 0 || (b.actors.length === 0 && b.materials.length === 0)) return false;
  if (!overlap(a.materials, b.materials)) return false;
  const isSameTime = sameTime(a.date, b.date) || sameTime(a.inForce ?? a.date, b.inForce ?? b.date);
  return isSameTime && sameTime(a.ends, b.ends);
}

/** How far into an article its first lines reach, in characters. */
const FIRST_LINES = 900;
const HAPPENS: readonly string[] = ["stated", "planned", "reported"];
const END = /[.。!?！？]["”»」』)]?\s*$/u;

/** A headline and the sentence below it: kind, actor, target and material agree, whatever the verbs' tenses. */
function isHeadline(a: Draft, b: Draft): boolean {
  const line = a.statements[0]!;
  const next = b.statements[0]!;
  if (a.statements.length > 1 || END.test(line.text) || next.start > FIRST_LINES || next.start <= line.end)
    return false;
  if (a.kind.value !== b.kind.value || a.topic !== b.topic) return false;
  if (
    a.modality.value !== b.modality.value &&
    !(HAPPENS.includes(a.modality.value) && HAPPENS.includes(b.modality.value))
  )
    return false;
  if (!fits(a.actors, b.actors) || !fits(named(a.targets), named(b.targets))) return false;
  const isAbout =
    a.materials.length > 0 ? overlap(a.materials, b.materials) && b.materials.length > 0 : a.actors.length > 0;
  const isOther = (x: Draft, y: Draft) =>
    x.figures.length > 0 && y.figures.length > 0 && !x.figures.some((f) => y.figures.some((o) => o.value === f.value));
  return isAbout && !isOther(a, b) && sameTime(a.date, b.date) && sameTime(a.ends, b.ends);
}

const named = (parties: readonly Read<string>[]) => parties.filter((p) => p.span !== null);

/** One names nobody, or what one names is all in the other. */
function fits(a: readonly Read<string>[], b: readonly Read<string>[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return few.every((x) => many.some((y) => x.value === y.value));
}

/** A headline says "rare earths" where the text lists seven. */
const GENERAL = new Set(["rare-earths", "critical-minerals", "heavy-rare-earths", "medium-heavy-7"]);
const overlap = (a: readonly Read<string>[], b: readonly Read<string>[]): boolean =>
  a.length === 0 ||
  b.length === 0 ||
  a.some((x) => GENERAL.has(x.value) || b.some((y) => x.value === y.value || GENERAL.has(y.value)));

/** One is not named, or one lies within the other. */
function sameTime(a: ReadDate | null, b: ReadDate | null): boolean {
  if (a === null || b === null) return true;
  const first = (d: ReadDate) => `${d.value}-01-01`.slice(0, 10);
  return (first(a) <= first(b) && b.to <= a.to) || (first(b) <= first(a) && a.to <= b.to);
}

/** One draft of two: what only one knows is kept, and of two dates the more precise. */
export function joined(a: Draft, b: Draft): Draft {
  const both = (x: readonly Read<string>[], y: readonly Read<string>[]) => [
    ...x,
    ...y.filter((m) => !x.some((o) => o.value === m.value)),
  ];
  const finer = (x: ReadDate | null, y: ReadDate | null) => {
    if (x === null || y === null) return x ?? y;
    if (x.span === null || y.span === null) return x.span === null ? y : x;
    if (x.value.length === y.value.length && y.value < x.value) return y;
    return y.value.length > x.value.length ? y : x;
  };
  const targets =
    named(a.targets).length > 0 || named(b.targets).length > 0 ? both(named(a.targets), named(b.targets)) : a.targets;
  const notes = [...a.notes, ...b.notes.filter((n) => !a.notes.includes(n))];
  const date = finer(a.date, b.date);
  const announced = finer(a.announced, b.announced);
  return {
    ...a,
    kind: a.kind.confidence >= b.kind.confidence ? a.kind : b.kind,
    // "China curbs …" is a headline's way to say that it will
    modality: a.modality.value === "stated" && b.modality.value === "planned" ? b.modality : a.modality,
    date,
    announced,
    inForce: finer(a.inForce, b.inForce),
    ends: finer(a.ends, b.ends),
    actors: both(a.actors, b.actors),
    targets: targets.filter((t) => !both(a.actors, b.actors).some((x) => x.value === t.value)),
    materials: both(a.materials, b.materials),
    stages: both(a.stages, b.stages),
    figures: [
      ...a.figures,
      ...b.figures.filter(
        (f) => !a.figures.some((o) => o.value === f.value && o.unit === f.unit && o.thing === f.thing),
      ),
    ],
    // a headline says little: the longer statement makes the better title
    title: a.statements.length === 1 && a.title.length < 70 && b.title.length > a.title.length ? b.title : a.title,
    statements: [...a.statements, ...b.statements],
    confidence: Math.max(a.confidence, b.confidence),
    notes: notes.filter(
      (n) =>
        !(n.startsWith("no target") && targets.some((t) => t.span !== null)) &&
        !(n.startsWith("no day of announcement") && announced?.span),
    ),
  };
}
