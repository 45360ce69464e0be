import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parquetMetadata } from "hyparquet";
import { afterAll, describe, expect, test } from "vitest";
import type { SweepPlan } from "../../src/simulation/draws/sweep.ts";
import { compareRuns, differenceOf } from "../../src/store/compare.ts";
import { executeSweep } from "../../src/store/execute.ts";
import { exportCsv, exportParquet } from "../../src/store/export.ts";
import { inProcessExecutor } from "../../src/store/in-process.ts";
import { readColumns } from "../../src/store/parquet.ts";
import { createRun, type RunFolder } from "../../src/store/run-folder.ts";
import { monazite } from "../cli/in-process.ts";
import { syntheticManifest, syntheticPlan, syntheticSweep, temporary } from "./synthetic.ts";

const { folder, clean } = temporary();
afterAll(clean);

/** A run whose first outcome is given, and whose second happens where the first is above 2. */
async function runOf(id: string, values: readonly number[], changes: Partial<SweepPlan> = {}): Promise<RunFolder> {
  const plan = syntheticPlan({ draws: values.length, ...changes });
  const sweep = syntheticSweep(plan);
  const run = createRun(join(folder, id), syntheticManifest(plan, id, 2));
  const given = {
    ...sweep,
    runChunk(first: number, draws: number) {
      const chunk = sweep.runChunk(first, draws);
      const mine = Float64Array.from(values.slice(first, first + draws));
      return { ...chunk, outcomes: [mine, mine.map((v) => (v > 2 ? v : Number.NaN))] };
    },
  };
  await executeSweep({ run, executor: async () => inProcessExecutor(given), say: () => {} });
  return run;
}

test("one endless outcome does not make all the others the same", () => {
  const less = differenceOf(Float64Array.of(Number.POSITIVE_INFINITY, 2, 3), Float64Array.of(Number.NaN, 4, 3));
  expect(less(2, 4)).toBe(2);
  expect(less(3, 3 + 1e-10)).toBe(0);
  expect(less(2, Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  expect(less(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)).toBe(0);
});

describe("two runs side by side", () => {
  test("with the same draws: differences draw by draw, by hand", async () => {
    const a = await runOf("a", [1, 2, 3, 4]);
    const b = await runOf("b", [2, 2, 5, 1]);
    const { paired, outcomes, onlyInA, onlyInB } = await compareRuns(a, b);
    expect({ paired, onlyInA, onlyInB }).toEqual({ paired: true, onlyInA: [], onlyInB: [] });
    // differences 1, 0, 2, -3: mean 0, sample variance 14/3, sorted -3 0 1 2
    expect(outcomes[0]).toMatchObject({
      id: "valueAtRisk/JPN",
      meanA: 2.5,
      meanB: 2.5,
      meanDifference: 0,
      standardError: Math.sqrt(14 / 3 / 4),
      p05: -3 + 0.15 * 3,
      p50: 0.5,
      shareAbove: 0.5,
      shareBelow: 0.25,
      counted: 4,
    });
    expect(outcomes[0]!.p95).toBeCloseTo(1 + 0.85, 12);
    // happens in draws 2, 3 of a and in draw 2 of b
    expect(outcomes[1]).toMatchObject({
      meanA: 3,
      meanB: 5,
      meanDifference: 2,
      standardError: null,
      counted: 1,
      onlyA: 1,
      onlyB: 0,
    });
  });

  test("with a dataset that cannot be read: the same figures, ids for names, and it is said", async () => {
    await runOf("d1", [1, 2, 3, 4]);
    await runOf("d2", [2, 2, 5, 1]);
    const broken = join(folder, "broken-data");
    cpSync("data", broken, { recursive: true });
    writeFileSync(join(broken, "countries.csv"), "id,name\nXX\n");
    const command = ["runs", "compare", "d1", "d2", "--store", folder];
    const { code, stdout, stderr } = await monazite("--data", broken, ...command);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining("ids stand for names") });
    expect(stdout).toContain("B less A: A is d1, B is d2");
    expect((await monazite(...command)).stderr).toBe("");
  });

  test("what is rounding beside the outcome's size is the same, in a draw and on the whole", async () => {
    const big = [1_990_000, 2_100_000, 5];
    const a = await runOf("r1", big);
    const noisy = await runOf("r2", [big[0]! + 2.44e-10, big[1]! - 4.7e-10, 5 + 9e-16]);
    const same = { meanDifference: 0, shareAbove: 0, shareBelow: 0, p05: 0, p95: 0, standardError: 0 };
    expect((await compareRuns(a, noisy)).outcomes[0]).toMatchObject(same);
    // a millionth of the largest is no rounding, though it is far below the others' sizes
    const moved = await runOf("r3", [big[0]!, big[1]!, 7]);
    expect((await compareRuns(a, moved)).outcomes[0]).toMatchObject({ meanDifference: 2 / 3, shareAbove: 1 / 3 });
    const nothing = await compareRuns(await runOf("r4", [0, 3e-15]), await runOf("r5", [2e-14, 0]));
    expect(nothing.outcomes[0]).toMatchObject({ meanDifference: 0, shareAbove: 0, shareBelow: 0 });
    const independent = await compareRuns(a, await runOf("r6", [...big, 1_363_335], { seed: 2 }));
    expect(independent.outcomes[0]!.meanDifference).toBe(0);
  });

  test("with other draws: means as of independent runs, and why", async () => {
    const a = await runOf("c", [1, 2, 3, 4]);
    const b = await runOf("d", [2, 4], { seed: 2 });
    const { paired, unpairedBecause, outcomes } = await compareRuns(a, b);
    expect({ paired, unpairedBecause }).toEqual({ paired: false, unpairedBecause: "seed 1 and 2, draws 4 and 2" });
    // variances 5/3 of 4 and 2 of 2
    expect(outcomes[0]).toMatchObject({ meanA: 2.5, meanB: 3, meanDifference: 0.5, p50: null, shareAbove: null });
    expect(outcomes[0]!.standardError).toBeCloseTo(Math.sqrt(5 / 3 / 4 + 1), 12);
  });
});

describe("an export", () => {
  test("as CSV has a row a draw, an empty cell for what did not happen, numbers that read back the same", async () => {
    const run = await runOf("e", [0.1 + 0.2, 4, 1e-300]);
    await exportCsv(run, "draws", join(folder, "e.csv"));
    const rows = readFileSync(join(folder, "e.csv"), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => line.split(","));
    expect(rows[0]).toEqual(["draw", "data/a", "scenario/b", "valueAtRisk/JPN", "firstShortMonth/JPN/vehicles"]);
    expect(rows.slice(1).map((row) => [row[0], row[3], row[4]])).toEqual([
      ["0", "0.30000000000000004", ""],
      ["1", "4", "4"],
      ["2", "1e-300", ""],
    ]);
    await exportCsv(run, "months", join(folder, "m.csv"));
    expect(
      readFileSync(join(folder, "m.csv"), "utf8")
        .split("\n")
        .slice(0, 2)
        .map((line) => line.split(",").slice(0, 2)),
    ).toEqual([
      ["draw", "month"],
      ["0", "2026-12"],
    ]);
  });

  test("as Parquet has a row group a chunk, and titles and units with it", async () => {
    const run = await runOf("p", [1, 2, 3, 4, 5]);
    const path = join(folder, "p.parquet");
    await exportParquet(run, "months", path);
    const bytes = readFileSync(path);
    const metadata = parquetMetadata(new Uint8Array(bytes).buffer);
    expect(metadata.row_groups.map((group) => Number(group.num_rows))).toEqual([6, 6, 3]);
    const [entry] = metadata.key_value_metadata!;
    expect([entry!.key, JSON.parse(entry!.value!)[1].id]).toEqual(["monazite-columns", "price/a/JPN"]);
    await exportParquet(run, "draws", path);
    const one = await readColumns(new Uint8Array(readFileSync(path)), [
      "draw",
      "data/a",
      "scenario/b",
      "valueAtRisk/JPN",
      "firstShortMonth/JPN/vehicles",
    ]).catch((error: Error) => error.message);
    expect(one).not.toBeTypeOf("string");
  });
});
