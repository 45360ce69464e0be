import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { simulate } from "../../src/web/engine/handlers/simulate.ts";
import type { AnswerOf, Ask, RequestOf } from "../../src/web/engine/protocol.ts";
import { workbookOf } from "../web/engine/workbook.ts";
import { listening, openEngine } from "../web/engine/world.ts";
import { noBrowser } from "./chromium.ts";
import { type OpenedPage, startWorkbench, type Workbench } from "./page.ts";

/** Asks the worker of the build under the page's security policy, by its messages. */
async function askIn<A extends Ask>(page: Page, ask: A, request: RequestOf<A>): Promise<AnswerOf<A>> {
  const answer = await page.evaluate(
    async ({ ask, request }) => {
      const files = JSON.parse(document.querySelector<HTMLMetaElement>('meta[name="monazite-files"]')!.content);
      const at = (name: string) => new URL(name, document.baseURI).href;
      const kept = globalThis as unknown as { engineOfTest?: Worker; callOfTest?: number };
      if (!kept.engineOfTest) {
        kept.engineOfTest = new Worker(at(files.engine), { type: "module" });
        kept.engineOfTest.postMessage({ kind: "data", url: at(files.data) });
      }
      const worker = kept.engineOfTest;
      kept.callOfTest = (kept.callOfTest ?? 0) + 1;
      const call = kept.callOfTest;
      const packed: unknown = Reflect.get(request, "bytes");
      if (typeof packed === "string")
        request = { ...request, bytes: Uint8Array.from(atob(packed), (c) => c.charCodeAt(0)).buffer };
      return new Promise<string>((resolve, reject) => {
        worker.onerror = (event) => reject(new Error(event.message));
        worker.onmessage = ({ data }) => {
          if (data.kind === "unready") reject(new Error(JSON.stringify(data.failure)));
          if (data.call !== call || data.kind === "progress" || data.kind === "partial") return;
          const plain = (_: string, value: unknown) => (value instanceof Float64Array ? [...value] : value);
          if (data.kind === "answer") resolve(JSON.stringify(data.answer, plain));
          else reject(new Error(JSON.stringify(data)));
        };
        worker.postMessage({ kind: "ask", call, ask, request });
      });
    },
    { ask, request: request as object },
  );
  return JSON.parse(answer) as AnswerOf<A>;
}

describe.skipIf(noBrowser())("the engine in a worker of the page", () => {
  let workbench: Workbench;
  let opened: OpenedPage;
  beforeAll(async () => {
    workbench = await startWorkbench();
    opened = await workbench.open();
  });
  afterAll(() => workbench?.close());

  test("has the numbers of Node to the last bit", async () => {
    const question = { scenario: "us-japan-framework", months: 24, edits: { approval: 0.3, growth: 0.04 } };
    const here = await simulate(openEngine(), question, listening().talk);
    const there = await askIn(opened.page, "simulate", question);
    const plain = JSON.parse(JSON.stringify(here, (_, value) => (value instanceof Float64Array ? [...value] : value)));
    expect(there).toEqual(plain);
  });

  test("solves a plan with HiGHS, loaded when it is needed", async () => {
    const report = await askIn(opened.page, "solve", { plan: "small", budgetMultiples: [1] });
    expect(report.frontier).toHaveLength(1);
    expect(report.sureness.gapShare).toBeLessThanOrEqual(report.gapShare);
  });

  test("unpacks a workbook so large that its reader would make workers of its own", async () => {
    const [header] = readFileSync(join(import.meta.dirname, "../../examples/bom.csv"), "utf8").split("\n");
    const rows = Array.from({ length: 12_000 }, (_, i) => `product ${i},1,1,JPN,unobtainium,1,JPN,30`);
    const bytes = Buffer.from(workbookOf([header, ...rows].join("\n"))).toString("base64");
    const question = { scenario: "april-2025-controls", months: 2 };
    const request = { question, fileName: "large.xlsx", bytes };
    const failure = await askIn(opened.page, "exposure", request as never).then(
      () => undefined,
      (error: Error) => error.message,
    );
    expect(failure?.slice(0, 400)).toContain('"line":2');
    expect(Number(/"more":(\d+)/.exec(failure ?? "")?.[1])).toBeGreaterThan(20_000);
  });

  test("does nothing that the page's policy forbids, and asks no other host", () => {
    expect(opened.faults).toEqual([]);
  });
});
