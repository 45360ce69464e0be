import { drawnWords } from "../../charts/sweep.ts";
import type { SweepSummary } from "../../simulation/draws/summary.ts";
import type { ListedRun } from "../../store/listing.ts";
import { short } from "../../store/manifest.ts";
import type { ListedPlan } from "../../store/plan-listing.ts";
import { type RunFolder, resumeCommand } from "../../store/run-folder.ts";
import { renderSweep, type SweepRenderOptions } from "./sweep.ts";
import { table } from "./table.ts";
import { paint, plain, type RenderOptions, wrap } from "./text.ts";

/** A finished run for a terminal: what it is, where it lies, and its summary. */
export function renderRun(run: RunFolder, summary: SweepSummary, options: SweepRenderOptions): string {
  const drawn = wrap(drawnWords(summary), options.width ?? 80);
  return `${[...renderHead(run, options), ...drawn].join("\n")}\n\n${renderSweep(summary, options)}`;
}

/** A run that is not finished: how far it has come and how to go on. */
export function renderUnfinished(
  run: RunFolder,
  committedDraws: number,
  options: RenderOptions & { readonly data?: string | undefined },
): string {
  const { plan } = run.manifest;
  const what =
    committedDraws === plan.draws
      ? "Every draw is kept, the summary is not written yet."
      : `${committedDraws} of ${plan.draws} draws are kept.`;
  const lines = [...wrap(`${what} Go on with:`, options.width ?? 80), `  ${resumeCommand(run.folder, options.data)}`];
  return `${[...renderHead(run, options), "", ...lines].join("\n")}\n`;
}

/** The runs of a store, one a line. */
export function renderRuns(
  runs: readonly ListedRun[],
  plans: readonly ListedPlan[],
  store: string,
  options: RenderOptions,
): string {
  if (runs.length + plans.length === 0)
    return `no runs in ${store}; monazite simulate <scenario> --draws 1000 or monazite plan <plan> makes one\n`;
  const columns = [
    { title: "run" },
    { title: "scenario or plan", drop: 3 },
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
  const planRows = plans.map(({ id, manifest, evaluations, state, note }) => [
    id,
    manifest?.planId ?? "–",
    "plan",
    "–",
    "–",
    state === "unfinished" ? `${evaluations} kept` : state,
    note,
  ]);
  return `${table(columns, [...rows, ...planRows], options)}\n`;
}

/** Which run it is, in a few lines. */
export function renderHead({ folder, manifest }: RunFolder, options: RenderOptions): string[] {
  const { plan, columns } = manifest;
  const width = options.width ?? 80;
  return [
    ...wrap(plain(plan.scenario.title), width).map((line) => paint(options.colour).bold(line)),
    ...wrap(
      `${plan.draws} draws of ${columns.inputs.length} uncertain inputs (${plan.design}, seed ${plan.seed}), ${columns.months.length} months. In ${folder}; code ${short(manifest.codeVersion)}, data ${short(manifest.dataHash)}.`,
      width,
    ),
  ];
}
