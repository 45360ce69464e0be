import { scopeDataset } from "../../chain/scope.ts";
import type { Dataset } from "../../dataset/index.ts";
import type { Clearer } from "../../market/clear.ts";
import type { Network } from "../../market/problem.ts";
import { monthClearer } from "../../simulation/run.ts";
import { type OpenWorkbench, openWorkbench } from "../../simulation/workbench.ts";
import { createKept } from "./kept.ts";

/** A workbench with the solvers that clear its months; one for every set of chains that hang together. */
export interface Bench {
  readonly id: string;
  readonly workbench: OpenWorkbench;
  /** the solver of a network: one of the last few where it is built alike, for it saves the analysis and changes no bit */
  readonly clearerFor: (network: Network) => Clearer;
}

export interface Benches {
  /** @param chains commodities whose chains to open; none = all */
  open(chains: ReadonlySet<string>): Bench;
}

const MOST_OPEN = 4;
/** The events alone, the events with the measures, and one to spare. */
const MOST_CLEARERS = 3;

/** Workbenches are opened when first asked for; scenarios whose chains are tied to each other share one. */
export function createBenches(dataset: Dataset): Benches {
  const kept = createKept<Bench & { release(): void }>(MOST_OPEN, (bench) => bench.release());
  const idOf = createKept<string>(64);
  return {
    open(chains) {
      const id = idOf.of([...chains].sort().join(" "), () =>
        scopeDataset(dataset, chains)
          .commodities.map((c) => c.id)
          .join(" "),
      );
      return kept.of(id, () => ({ id, workbench: openWorkbench(dataset, chains), ...createClearers() }));
    },
  };
}

function createClearers(): { readonly clearerFor: Bench["clearerFor"]; release(): void } {
  let held: Clearer[] = [];
  return {
    clearerFor(network) {
      const fitting = held.find((clearer) => clearer.take(network)) ?? monthClearer(network);
      held = [fitting, ...held.filter((clearer) => clearer !== fitting)];
      for (const old of held.splice(MOST_CLEARERS)) old.release();
      return fitting;
    },
    release() {
      for (const clearer of held) clearer.release();
      held = [];
    },
  };
}
