import type { Model } from "../../chain/model.ts";

/** The commodities a material is made of and goes into. */
export interface FlowChain {
  /** forms of the material itself */
  readonly own: ReadonlySet<string>;
  /** with all that they are made of and all that is made of them */
  readonly whole: ReadonlySet<string>;
  /** the forms, and all that is made of them */
  readonly holding: ReadonlySet<string>;
}

const MOVES = new Set(["ship", "leak", "store", "release", "dispose", "permit", "use"]);
/** A recycler's feed comes from what it makes: following it would lead through every other chain. */
const UPSTREAM_ENDS = new Set(["recycle", "substitute"]);

export function flowChain(model: Model, own: ReadonlySet<string>): FlowChain {
  const makers = model.activities
    .filter((a) => !MOVES.has(a.kind))
    .map(({ kind, entries }) => ({
      kind,
      used: commoditiesOf(model, entries, (c) => c < 0),
      made: commoditiesOf(model, entries, (c) => c > 0),
    }));
  const upstream = closure(own, (commodity) =>
    makers.flatMap((m) => (m.made.includes(commodity) && !UPSTREAM_ENDS.has(m.kind) ? m.used : [])),
  );
  const holding = closure(own, (commodity) =>
    makers.flatMap((m) => (m.used.includes(commodity) && !UPSTREAM_ENDS.has(m.kind) ? m.made : [])),
  );
  return { own, holding, whole: new Set([...upstream, ...holding]) };
}

function commoditiesOf(
  model: Model,
  entries: Model["activities"][number]["entries"],
  wanted: (coefficient: number) => boolean,
): string[] {
  return entries.flatMap(({ market, coefficient }) => {
    const { commodity, country } = model.markets[market]!;
    return wanted(coefficient) && country !== "" ? [commodity] : [];
  });
}

function closure(from: ReadonlySet<string>, next: (commodity: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(from);
  for (const commodity of found) for (const other of next(commodity)) found.add(other);
  return found;
}
