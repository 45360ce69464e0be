import type { Page } from "playwright-core";
import { startWorkbench } from "../../test/browser/page.ts";
import { moves } from "./moves.ts";
import { type Times, WARM_UP } from "./node.ts";

/** The same in a worker of the page, from the message to the answer that the page has in hand. */
export async function timesInBrowser(): Promise<{ readonly openMs: number; readonly times: readonly Times[] }> {
  const workbench = await startWorkbench();
  try {
    const { page } = await workbench.open();
    const openMs = await openEngine(page);
    const times: Times[] = [];
    for (const { what, questions } of moves) {
      const { firstMs, wholeMs } = await askAll(page, questions);
      const sorted = (values: readonly number[]) => values.slice(WARM_UP).sort((a, b) => a - b);
      times.push({ what, firstMs: sorted(firstMs), wholeMs: sorted(wholeMs) });
    }
    return { openMs, times };
  } finally {
    await workbench.close();
  }
}

type WithEngine = typeof globalThis & { benchEngine?: Worker };

function openEngine(page: Page): Promise<number> {
  return page.evaluate(() => {
    const files = JSON.parse(document.querySelector<HTMLMetaElement>('meta[name="monazite-files"]')!.content);
    const start = performance.now();
    // no named functions in here: what runs the sources marks them with a helper that the page does not have
    const worker = new Worker(new URL(files.engine, document.baseURI).href, { type: "module" });
    (globalThis as WithEngine).benchEngine = worker;
    worker.postMessage({ kind: "data", url: new URL(files.data, document.baseURI).href });
    return new Promise<number>((resolve) => {
      worker.onmessage = () => resolve(performance.now() - start);
    });
  });
}

function askAll(page: Page, questions: readonly object[]) {
  return page.evaluate(async (questions) => {
    const worker = (globalThis as WithEngine).benchEngine!;
    const firstMs: number[] = [];
    const wholeMs: number[] = [];
    for (const [call, request] of questions.entries()) {
      const start = performance.now();
      let first: number | undefined;
      await new Promise<void>((resolve) => {
        worker.onmessage = ({ data }) => {
          if (data.kind === "partial") first ??= performance.now() - start;
          else if (data.kind !== "progress") resolve();
        };
        worker.postMessage({ kind: "ask", call, ask: "simulate", request });
      });
      const whole = performance.now() - start;
      firstMs.push(first ?? whole);
      wholeMs.push(whole);
    }
    return { firstMs, wholeMs };
  }, questions);
}
