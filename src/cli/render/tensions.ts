import type { Adjustment } from "../../chain/reconcile.ts";
import { number } from "../../charts/format.ts";
import type { TensionRow } from "../../dataset/index.ts";
import { table } from "./table.ts";
import { paint, plain, type RenderOptions, wrap } from "./text.ts";

/** Where figures disagree: what had to move to balance them, then contradictions among publishers. */
export function renderTensions(
  adjustments: readonly Adjustment[],
  contradictions: readonly TensionRow[],
  options: RenderOptions = {},
): string {
  const colours = paint(options.colour);
  const width = options.width ?? 80;
  const moved = table(
    [
      { title: "activity" },
      { title: "figure t/year", align: "right" },
      { title: "balanced t/year", align: "right" },
      { title: "moved by σ", align: "right" },
    ],
    adjustments.map((a) => [
      a.activity,
      number(a.figureTonnesPerYear),
      number(a.balancedTonnesPerYear),
      `${a.sigmas >= 0 ? "+" : "−"}${Math.abs(a.sigmas).toFixed(1)}`,
    ]),
    options,
  );
  const known = contradictions.flatMap((c) => [
    colours.bold(plain(c.topic)),
    ...wrap(plain(`${c.figureA} against ${c.figureB}. ${c.note}`), width - 2).map((line) => `  ${line}`),
  ]);
  return `${[
    colours.bold("What had to move to balance the figures"),
    ...wrap("σ is the figure's own uncertainty: its published range, or by status. 2 and more is worth a look.", width),
    moved,
    "",
    colours.bold("Published figures that contradict each other"),
    ...known,
  ].join("\n")}\n`;
}
