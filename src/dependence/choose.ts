import type { ImportSupply, MaterialDependence, WorldSupply } from "./result.ts";

/** Figures of a source for which no stage is told apart. */
export const ALL_STAGES = "all stages";

/** How near a figure for imports is to the mineral itself; a heading shared with other minerals comes last. */
const NEARNESS = ["exact", "dominant", "as printed", "model", "sourcing", "proxy", "shared"];

/** One stage of a mineral where only one figure of each kind has room. */
export interface StageLine {
  readonly stage: string;
  readonly made: WorldSupply | undefined;
  readonly supplied: ImportSupply | undefined;
}

/** The stages of a mineral, each with its first figure for makers and the nearest one for suppliers; last what no stage is told of. */
export function stageLines({ world, imports }: MaterialDependence): StageLine[] {
  const stages = [...new Set([...world, ...imports].map((s) => s.stage))].filter((s) => s !== ALL_STAGES);
  const unstaged = imports.filter((i) => i.stage === ALL_STAGES);
  const whole = unstaged.find((i) => WHOLE.test(i.form)) ?? unstaged[0];
  return [
    ...stages.map((stage) => ({
      stage,
      made: world.find((w) => w.stage === stage),
      supplied: nearestSupply(imports.filter((s) => s.stage === stage)),
    })),
    ...(whole ? [{ stage: ALL_STAGES, made: undefined, supplied: whole }] : []),
  ];
}
/** Of the forms a publisher prints the one that sums them up. */
const WHOLE = /^(total|all forms)/i;

/** Of several figures for the same imports the one that is nearest to the mineral itself; the first of equals. */
export function nearestSupply(imports: readonly ImportSupply[]): ImportSupply | undefined {
  const rank = ({ fit }: ImportSupply) => NEARNESS.indexOf(fit);
  return imports.reduce<ImportSupply | undefined>(
    (best, i) => (best === undefined || rank(i) < rank(best) ? i : best),
    undefined,
  );
}

/** Net import reliance for a line of its own: the publisher's before ours, a number before a word. */
export function headlineReliance({ indicators }: MaterialDependence) {
  const all = indicators.filter((i) => i.indicator === "net import reliance");
  return all.find((i) => !i.computed) ?? all.find((i) => i.value !== null) ?? all[0];
}
