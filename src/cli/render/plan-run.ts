import { short } from "../../store/manifest.ts";
import { keptCount, type PlanFolder } from "../../store/plan-folder.ts";
import { paint, plain, type RenderOptions, wrap } from "./text.ts";

/** Which plan it is and where it lies, in a few lines. */
export function renderPlanHead({ folder, manifest }: PlanFolder, options: RenderOptions): string[] {
  const width = options.width ?? 80;
  const { title, candidates, futures, months } = manifest;
  return [
    ...wrap(plain(title), width).map((line) => paint(options.colour).bold(line)),
    ...wrap(
      `A plan of ${candidates} candidates, ${futures} ${futures === 1 ? "future" : "futures"} and ${months} months. In ${folder}; code ${short(manifest.codeVersion)}, data ${short(manifest.dataHash)}.`,
      width,
    ),
  ];
}

/** A plan that is not finished: how far it has come and how to go on. */
export function renderUnfinishedPlan(run: PlanFolder, options: RenderOptions): string {
  const kept = `${keptCount(run, "evaluation")} evaluated and ${keptCount(run, "judged")} simulated portfolios are kept.`;
  const lines = wrap(`${kept} ${planWayOn(run)}.`, options.width ?? 80);
  return `${[...renderPlanHead(run, options), "", ...lines].join("\n")}\n`;
}

/** How to go on with a plan of which only the folder is known. */
export function planWayOn({ manifest }: PlanFolder): string {
  return `The monazite plan command it was begun with (a file ${manifest.planId}.yaml) goes on with it`;
}
