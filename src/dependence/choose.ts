import type { ImportSupply, IndicatorFigure, MaterialDependence, WorldSupply } from "./result.ts";

/** Figures of a source for which no stage is told apart. */
export const ALL_STAGES = "all stages";

/** How near a figure for imports is to the mineral itself; a heading shared with other minerals comes last. */
const NEARNESS = ["exact", "dominant", "as printed", "model", "sourcing", "proxy", "shared"];

/** One stage of a mineral where only one figure of each kind has room. */
export interface StageLine {
  readonly stage: string;
  readonly made: WorldSupply | undefined;
  readonly supplied: ImportSupply | undefined;
  /** net import reliance of this stage and no other */
  readonly reliance: IndicatorFigure | undefined;
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
export function isOtherForm({ made, supplied }: Pick<StageLine, "made" | "supplied">): boolean {
  if (!made || !supplied || supplied.makersForm === null || made.totalTonnes === null) return false;
  return made.cited.source !== "monazite" && made.form !== supplied.makersForm;
}

/**
 * The stages of a mineral, each with its best figure for makers, the nearest one for suppliers and its net import
 * reliance; last what no stage is told of.
 */
export function stageLines({ world, imports, indicators }: MaterialDependence): StageLine[] {
  const relied = indicators.filter((i) => i.indicator === NET_IMPORT_RELIANCE);
  const stages = [
    ...new Set([...world.map((w) => w.stage), ...imports.map((i) => i.stage), ...relied.map((r) => r.stage)]),
  ].filter((s): s is string => s !== ALL_STAGES && s !== null);
  const unstaged = imports.filter((i) => i.stage === ALL_STAGES);
  const whole = unstaged.find((i) => WHOLE.test(i.form)) ?? unstaged[0];
  const ofAll = relianceOf(relied, ALL_STAGES, [whole?.form]);
  return [
    ...stages.map((stage) => {
      const supplied = nearestSupply(imports.filter((s) => s.stage === stage));
      const makers = world.filter((w) => w.stage === stage);
      const made = nearestMakers(makers, supplied);
      const forms = [supplied?.makersForm, supplied?.form, made?.form];
      return { stage, made, supplied, reliance: relianceOf(relied, stage, forms) };
    }),
    ...(whole || ofAll ? [{ stage: ALL_STAGES, made: undefined, supplied: whole, reliance: ofAll }] : []),
  ];
}

export const NET_IMPORT_RELIANCE = "net import reliance";

/** Of a stage's figures a publisher's before ours, of these the one of a form that is shown, then one that has a value. */
function relianceOf(
  relied: readonly IndicatorFigure[],
  stage: string,
  forms: readonly (string | null | undefined)[],
): IndicatorFigure | undefined {
  const here = relied.filter((r) => r.stage === stage);
  const printed = here.filter((r) => !r.computed);
  const of = printed.length > 0 ? printed : here;
  return (
    forms.flatMap((form) => of.filter((r) => r.about === form))[0] ??
    of.find((r) => WHOLE.test(r.about)) ??
    of.find((r) => r.value !== null) ??
    of[0]
  );
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

/** The nearest to the mineral first, as {@link nearestSupply} has it; stages in the given order, what no stage is told of last. */
export function byNearness(imports: readonly ImportSupply[], stages: readonly string[]): ImportSupply[] {
  const all = [...new Set([...stages, ...imports.map((i) => i.stage)])].filter((s) => s !== ALL_STAGES);
  return [...all, ALL_STAGES].flatMap((stage) => {
    const left = imports.filter((i) => i.stage === stage);
    const sorted: ImportSupply[] = [];
    for (let best = nearestSupply(left); best; best = nearestSupply(left)) {
      left.splice(left.indexOf(best), 1);
      sorted.push(best);
    }
    return sorted;
  });
}

/** Imports of under this share of own production at the stage say nothing of a dependence. */
const TRIFLE = 0.05;

/** Whether the viewpoint makes so much more of this than it imports that its suppliers hardly matter. */
export function isTrifle(
  { made, supplied }: Pick<StageLine, "made" | "supplied">,
  members: ReadonlySet<string>,
): boolean {
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
