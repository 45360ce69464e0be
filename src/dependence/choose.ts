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

/**
 * Of several figures for the makers at a stage the one of the form that is imported, else the first that counts tonnes;
 * shares of 2016–2020 stand in where none does.
 */
function nearestMakers(world: readonly WorldSupply[], supplied: ImportSupply | undefined): WorldSupply | undefined {
  const counted = world.filter((w) => w.totalTonnes !== null);
  return counted.find((w) => w.form === supplied?.makersForm) ?? counted[0] ?? world[0];
}

/** Whether the makers that a publisher counts make another form than the heading of the imports is for. */
export function isOtherForm({ made, supplied }: StageLine): boolean {
  if (!made || !supplied || supplied.makersForm === null || made.totalTonnes === null) return false;
  return made.cited.source !== "monazite" && made.form !== supplied.makersForm;
}

/** The stages of a mineral, each with its best figure for makers and the nearest one for suppliers; last what no stage is told of. */
export function stageLines({ world, imports }: MaterialDependence): StageLine[] {
  const stages = [...new Set([...world, ...imports].map((s) => s.stage))].filter((s) => s !== ALL_STAGES);
  const unstaged = imports.filter((i) => i.stage === ALL_STAGES);
  const whole = unstaged.find((i) => WHOLE.test(i.form)) ?? unstaged[0];
  return [
    ...stages.map((stage) => {
      const supplied = nearestSupply(imports.filter((s) => s.stage === stage));
      return {
        stage,
        made: nearestMakers(
          world.filter((w) => w.stage === stage),
          supplied,
        ),
        supplied,
      };
    }),
    ...(whole ? [{ stage: ALL_STAGES, made: undefined, supplied: whole }] : []),
  ];
}
/** Of the forms a publisher prints the one that sums them up. */
const WHOLE = /^(total|all forms)/i;

/** A heading, in gross weight, with less than this share of the balanced imports misses most of the trade. */
const TOO_LITTLE = 0.5;

/**
 * Of several figures for the same imports the one that is nearest to the mineral itself; the first of equals. A dominant
 * heading that holds less than half of the tonnes the balanced chain needs gives way to it.
 */
export function nearestSupply(imports: readonly ImportSupply[]): ImportSupply | undefined {
  const balanced = (stage: string) =>
    imports.reduce((sum, i) => sum + (i.fit === "model" && i.stage === stage ? (i.importsTonnes ?? 0) : 0), 0);
  const rank = ({ fit, stage, importsTonnes }: ImportSupply) =>
    fit === "dominant" && importsTonnes !== null && importsTonnes < TOO_LITTLE * balanced(stage)
      ? NEARNESS.indexOf("proxy")
      : NEARNESS.indexOf(fit);
  return imports.reduce<ImportSupply | undefined>(
    (best, i) => (best === undefined || rank(i) < rank(best) ? i : best),
    undefined,
  );
}

/** Imports of under this share of own production at the stage say nothing of a dependence. */
const TRIFLE = 0.05;

/** Whether the viewpoint makes so much more of this than it imports that its suppliers hardly matter. */
export function isTrifle({ made, supplied }: StageLine, members: ReadonlySet<string>): boolean {
  if (!made || !supplied || supplied.importsTonnes === null) return false;
  const own = made.makers.reduce((sum, m) => sum + (members.has(m.country) ? (m.tonnes ?? 0) : 0), 0);
  return supplied.importsTonnes < TRIFLE * own;
}

/** The stage of a mineral in the fewest hands, by its best figure for makers. */
export function narrowest(material: MaterialDependence): WorldSupply | undefined {
  return stageLines(material).reduce<WorldSupply | undefined>(
    (worst, { made }) =>
      made && (worst === undefined || made.concentration.hhi.least > worst.concentration.hhi.least) ? made : worst,
    undefined,
  );
}

/** Net import reliance for a line of its own: the publisher's before ours, a number before a word. */
export function headlineReliance({ indicators }: MaterialDependence) {
  const all = indicators.filter((i) => i.indicator === "net import reliance");
  return all.find((i) => !i.computed) ?? all.find((i) => i.value !== null) ?? all[0];
}
