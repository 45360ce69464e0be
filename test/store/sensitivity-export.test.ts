import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { executeSweep } from "../../src/store/execute.ts";
import { exportCsv } from "../../src/store/export.ts";
import { inProcessExecutor } from "../../src/store/in-process.ts";
import { createManifest } from "../../src/store/manifest.ts";
import { createRun } from "../../src/store/run-folder.ts";
import { sampleChunk, sampleColumns, samplePlan } from "../simulation/draws/sample-sweep.ts";
import { temporary, versions } from "./synthetic.ts";

// The formulas of docs/uncertainty.md, worked out again from what `runs export --csv` writes.

const { folder, clean } = temporary();
afterAll(clean);

const BLOCKS = 37;
const inputs = sampleColumns.inputs.map(({ id }) => id);
const rowsPerBlock = inputs.length + 2;
const plan = samplePlan("sensitivity", BLOCKS * rowsPerBlock);

type Block = { readonly a: number; readonly b: number; readonly ab: readonly number[] };
const sum = (values: readonly number[]) => values.reduce((x, y) => x + y, 0);

function indicesOf(blocks: readonly Block[], i: number): { first: number; total: number } {
  const n = blocks.length;
  const m = sum(blocks.map(({ a, b }) => a + b)) / (2 * n);
  const v = sum(blocks.map(({ a, b }) => (a - m) ** 2 + (b - m) ** 2)) / (2 * n - 1);
  return {
    first: sum(blocks.map(({ a, b, ab }) => (b - m) * (ab[i]! - a))) / (n * v),
    total: sum(blocks.map(({ a, ab }) => (a - ab[i]!) ** 2)) / (2 * n * v),
  };
}

function standardErrors(blocks: readonly Block[], i: number): { first: number; total: number } {
  const parts = Array.from({ length: 10 }, (_, g) =>
    indicesOf(
      blocks.filter((_, b) => b % 10 !== g),
      i,
    ),
  );
  const of = (values: readonly number[]) => {
    const mean = sum(values) / 10;
    return Math.sqrt((9 / 10) * sum(values.map((x) => (x - mean) ** 2)));
  };
  return { first: of(parts.map((p) => p.first)), total: of(parts.map((p) => p.total)) };
}

test("indices and their standard errors are those of the documented formulas on the exported draws", async () => {
  const run = createRun(join(folder, "run"), createManifest("run", plan, sampleColumns, 10, versions));
  const sweep = {
    plan,
    columns: sampleColumns,
    runChunk: (first: number, draws: number) => sampleChunk(plan, first, draws),
  };
  const summary = await executeSweep({ run, executor: async () => inProcessExecutor(sweep), say: () => {} });
  const csv = join(folder, "draws.csv");
  await exportCsv(run, "draws", csv);
  const [head, ...lines] = readFileSync(csv, "utf8").trim().split("\n");
  let compared = 0;
  for (const { outcome, inputs: found } of summary.sensitivity) {
    const column = head!.split(",").indexOf(outcome);
    const values = lines.map((line) => line.split(",")[column]!).map((cell) => (cell === "" ? Number.NaN : +cell));
    const blocks = Array.from({ length: BLOCKS }, (_, k): Block => {
      const [a, b, ...ab] = values.slice(k * rowsPerBlock, (k + 1) * rowsPerBlock);
      return { a: a!, b: b!, ab };
    });
    for (const { input, firstOrder, total } of found) {
      const i = inputs.indexOf(input);
      const expected = indicesOf(blocks, i);
      if (Number.isNaN(expected.first)) {
        expect({ firstOrder, total }, outcome).toEqual({
          firstOrder: { value: null, standardError: null },
          total: { value: null, standardError: null },
        });
        continue;
      }
      const error = standardErrors(blocks, i);
      expect(firstOrder.value, `${outcome} ${input}`).toBeCloseTo(expected.first, 9);
      expect(firstOrder.standardError).toBeCloseTo(error.first, 9);
      expect(total!.value).toBeCloseTo(expected.total, 9);
      expect(total!.standardError).toBeCloseTo(error.total, 9);
      compared++;
    }
  }
  expect(compared).toBeGreaterThanOrEqual(8);
});
