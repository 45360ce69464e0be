import type { FigureExplanation } from "../../dataset/index.ts";
import { paint, plain, type RenderOptions, wrap } from "./text.ts";

const LABEL_WIDTH = 10;

/** A figure with everything that is known about it, one fact a line. */
export function renderExplanation(explained: FigureExplanation, options: RenderOptions = {}): string {
  const { source } = explained;
  const colours = paint(options.colour);
  const range = explained.low === null || explained.high === null ? "" : ` (${explained.low} to ${explained.high})`;
  const facts: [string, string][] = [
    ["value", `${explained.value ?? "not published"} ${explained.unit}${range}`],
    ["year", explained.year === null ? "" : String(explained.year)],
    ["status", explained.status],
    ["source", `${source.publisher}: ${source.title}${explained.locator === "" ? "" : `, ${explained.locator}`}`],
    ["address", source.url],
    ["licence", source.licence],
    ["note", explained.note],
    ["in", `data/${explained.at}`],
  ];
  const width = (options.width ?? 80) - LABEL_WIDTH;
  const lines = facts
    .filter(([, text]) => text !== "")
    .flatMap(([label, text]) =>
      wrap(plain(text), width).map((line, i) => `${(i === 0 ? label : "").padEnd(LABEL_WIDTH)}${line}`),
    );
  return `${[colours.bold(plain(explained.figure)), ...lines].join("\n")}\n`;
}
