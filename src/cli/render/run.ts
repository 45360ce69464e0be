import type { SweepSummary } from "../../simulation/draws/summary.ts";
import type { ListedRun } from "../../store/listing.ts";
import { short } from "../../store/manifest.ts";
import type { RunFolder } from "../../store/run-folder.ts";
import { figure } from "./figure.ts";
import { table } from "./table.ts";
import { paint, plain, type RenderOptions, wrap } from "./text.ts";

/** A finished run for a terminal: what it is, where it lies, and its outcomes. */
export function renderRun(run: RunFolder, summary: SweepSummary, options: RenderOptions): string {
  return `${[...renderHead(run, options), "", renderOutcomes(summary, options)].join("\n")}\n`;
}

/** A run that is not finished: how far it has come and how to go on. */
export function renderUnfinished(run: RunFolder, committedDraws: number, options: RenderOptions): string {
  const { id, plan } = run.manifest;
  const what =
    committedDraws === plan.draws
      ? "Every draw is kept, the summary is not written yet."
      : `${committedDraws} of ${plan.draws} draws are kept.`;
  const lines = wrap(`${what} Go on with: monazite runs resume ${id}`, options.width ?? 80);
  return `${[...renderHead(run, options), "", ...lines].join("\n")}\n`;
}

/** The runs of a store, one a line. */
export function renderRuns(runs: readonly ListedRun[], store: string, options: RenderOptions): string {
  if (runs.length === 0) return `no runs in ${store}; monazite simulate <scenario> --draws 1000 makes one\n`;
  const columns = [
    { title: "run" },
    { title: "scenario", drop: 3 },
    { title: "design", drop: 2 },
    { title: "seed", align: "right" as const, drop: 2 },
    { title: "draws", align: "right" as const },
    { title: "state" },
    { title: "note", drop: 1 },
  ];
  const rows = runs.map(({ id, manifest, committedDraws, state, note }) => [
    id,
    manifest?.plan.scenarioId ?? "–",
    manifest?.plan.design ?? "–",
    manifest === null ? "–" : String(manifest.plan.seed),
    manifest === null ? "–" : String(manifest.plan.draws),
    state === "unfinished" ? `${committedDraws} kept` : state,
    note,
  ]);
  return `${table(columns, rows, options)}\n`;
}

/** Which run it is, in a few lines. */
export function renderHead({ folder, manifest }: RunFolder, options: RenderOptions): string[] {
  const { plan, columns } = manifest;
  const width = options.width ?? 80;
  const measures = plan.withoutMeasures ? "without measures" : "with measures";
  return [
    ...wrap(plain(plan.scenario.title), width).map((line) => paint(options.colour).bold(line)),
    ...wrap(
      `${plan.draws} draws of ${columns.inputs.length} uncertain inputs (${plan.design}, seed ${plan.seed}), ${columns.months.length} months, ${measures}. In ${folder}; code ${short(manifest.codeVersion)}, data ${short(manifest.dataHash)}.`,
      width,
    ),
  ];
}

/** Outcomes that ever happen, by what they are; the others are counted. */
function renderOutcomes({ outcomes }: SweepSummary, options: RenderOptions): string {
  const shown = outcomes.filter(({ mean, p95, probability }) => probability !== 0 && !(mean === 0 && p95 === 0));
  const columns = [
    { title: "outcome" },
    { title: "unit", drop: 3 },
    { title: "mean", align: "right" as const },
    { title: "p05", align: "right" as const, drop: 1 },
    { title: "p50", align: "right" as const, drop: 2 },
    { title: "p95", align: "right" as const, drop: 1 },
    { title: "chance", align: "right" as const },
  ];
  const rows = shown.map(({ title, unit, mean, p05, p50, p95, probability }) => [
    title,
    unit,
    ...[mean, p05, p50, p95].map(figure),
    probability === null ? "–" : `${Math.round(probability * 100)} %`,
  ]);
  const hidden = outcomes.length - shown.length;
  const more = hidden > 0 ? [`${hidden} more outcomes do not happen in any draw (--json has them).`] : [];
  return [table(columns, rows, options), ...more].join("\n");
}
