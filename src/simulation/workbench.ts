import { calibrate } from "../chain/calibrate.ts";
import { parameterReader } from "../chain/figures.ts";
import { type Reconciliation, reconcile } from "../chain/reconcile.ts";
import { scopeDataset } from "../chain/scope.ts";
import { buildSkeleton } from "../chain/skeleton.ts";
import { vocabularyOf } from "../chain/vocabulary-of.ts";
import { type Dataset, figuresOf } from "../dataset/index.ts";
import type { Workbench } from "./rehearse.ts";

/** A dataset made ready to rehearse: balanced, calibrated, and with what had to move to make it balance. */
export interface OpenWorkbench extends Workbench {
  /** what was opened: the whole dataset, or the chains that were asked for */
  readonly dataset: Dataset;
  readonly reconciliation: Reconciliation;
}

/**
 * Figures → balanced baseline → calibrated model.
 * @param chains commodities whose chains to open, with all they are tied to; none or absent means every chain
 *
 * Errors: Error naming the figure or parameter that is missing.
 */
export function openWorkbench(whole: Dataset, chains: ReadonlySet<string> = new Set()): OpenWorkbench {
  const dataset = scopeDataset(whole, chains);
  const skeleton = buildSkeleton(dataset);
  const reconciliation = reconcile(skeleton);
  const model = calibrate(dataset, skeleton, reconciliation.level);
  const parameter = parameterReader(dataset);
  const stages = new Map(dataset.commodities.map((c) => [c.id, c.stage]));
  return {
    dataset,
    reconciliation,
    model,
    vocabulary: vocabularyOf(whole), // a name of another chain is known, it just has no market here
    contractingRatePerMonth: (commodity) => parameter("contractingRatePerMonth", stages.get(commodity)),
    assumptions: assumptionsOf(dataset),
  };
}

function assumptionsOf(dataset: Dataset): Workbench["assumptions"] {
  return figuresOf(dataset)
    .filter((figure) => figure.status === "assumed" && figure.value !== null)
    .map(({ figure, value, unit, note }) => ({ figure, value: `${value} ${unit}`, note }));
}
