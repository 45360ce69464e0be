import type { Model } from "../chain/model.ts";

/** Which activities of a model ship and which make each commodity, in their order. */
export interface ModelIndex {
  readonly ships: ReadonlyMap<string, readonly number[]>;
  readonly makes: ReadonlyMap<string, readonly number[]>;
  /** mines, whatever they mine */
  readonly mines: readonly number[];
}

const known = new WeakMap<Model, ModelIndex>();

/** Goes through a model once and remembers what it found: the model must not change afterwards. */
export function modelIndex(model: Model): ModelIndex {
  const index = known.get(model) ?? indexOf(model);
  known.set(model, index);
  return index;
}

function indexOf(model: Model): ModelIndex {
  const ships = new Map<string, number[]>();
  const makes = new Map<string, number[]>();
  const mines: number[] = [];
  const add = (index: Map<string, number[]>, commodity: string, activity: number) => {
    const same = index.get(commodity);
    if (same === undefined) index.set(commodity, [activity]);
    else if (same.at(-1) !== activity) same.push(activity);
  };
  model.activities.forEach((activity, a) => {
    if (activity.kind === "mine") mines.push(a);
    if (activity.kind === "ship") add(ships, activity.commodity, a);
    else if (activity.kind !== "use" && activity.kind !== "dispose")
      for (const { market, coefficient } of activity.entries)
        if (coefficient > 0) add(makes, model.markets[market]!.commodity, a);
  });
  return { ships, makes, mines };
}
