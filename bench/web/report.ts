import { noBrowser } from "../../test/browser/chromium.ts";
import { timesInBrowser } from "./browser.ts";
import { type Times, timesInNode } from "./node.ts";

/** How fast the workbench's engine answers a slider: to what is drawn first (events alone), and to the whole answer. */
export async function reportWeb(): Promise<void> {
  console.log("Workbench: a slider move, 36 months of the shipped network (median of 20, in brackets the slowest)");
  print("in Node", await timesInNode());
  if (noBrowser()) return;
  print("in a worker of headless Chromium", await timesInBrowser());
}

function print(where: string, { openMs, times }: { readonly openMs: number; readonly times: readonly Times[] }): void {
  console.log(`${where}: data read in ${openMs.toFixed(0)} ms`);
  for (const { what, firstMs, wholeMs } of times)
    console.log(`  ${what.padEnd(40)} first ${shown(firstMs)}, whole ${shown(wholeMs)}`);
}

function shown(sorted: readonly number[]): string {
  return `${sorted[sorted.length >> 1]!.toFixed(0)} ms (${sorted.at(-1)!.toFixed(0)})`;
}
