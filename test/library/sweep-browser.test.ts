import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { readTables } from "../../src/cli/io/read-dataset.ts";
import { createSummary, openSweep, parseDataset, type SweepChunk, scenarioSchema } from "../../src/index.ts";

const scenario = {
  title: "Stop",
  description: "",
  start: "2026-12",
  months: 4,
  viewpoint: ["JPN"],
  events: {
    stop: {
      kind: "licence",
      title: "Licences",
      from: "2027-01-15",
      materials: ["medium-heavy-7", "controlled-magnets"],
      origins: ["CHN"],
      processingWorkingDays: 20,
      approvals: [{ from: "2027-01-15", approvalShare: 0.3 }],
      source: "test",
      status: "assumed",
    },
  },
  measures: {},
  uncertain: {
    approval: {
      title: "Share approved",
      targets: [{ event: "stop", field: "approvals.0.approvalShare" }],
      value: { kind: "lognormal", median: 0.3, spread: 1.5, low: 0.05, high: 0.9 },
      source: "test",
      status: "assumed",
    },
  },
};
const plan = { scenarioId: "stop", withoutMeasures: false, seed: 11, draws: 3, design: "sobol" as const };

/** Every number of a chunk as its bits. */
const bytes = (chunk: SweepChunk) =>
  [...chunk.inputs, ...chunk.outcomes, ...chunk.series].map((column) =>
    Buffer.from(column.buffer, column.byteOffset, column.byteLength).toString("hex"),
  );

test("a sweep computed by the browser bundle, in other chunks, has the same bytes and the same summary", async () => {
  const { outputFiles } = await build({
    entryPoints: ["src/index.ts"],
    bundle: true,
    platform: "browser",
    format: "iife",
    globalName: "monazite",
    write: false,
    logLevel: "silent",
  });
  const files = readTables("data");
  const bare = {
    files: [...files],
    plan: JSON.stringify(plan),
    scenario: JSON.stringify(scenario),
    chunks: [] as SweepChunk[],
    summary: "",
    atob, // every browser has it
  };
  runInNewContext(
    `${outputFiles[0]!.text}
    const whole = { ...JSON.parse(plan), scenario: monazite.scenarioSchema.parse(JSON.parse(scenario)) };
    const sweep = monazite.openSweep(monazite.parseDataset(new Map(files)), whole);
    chunks = [2, 0, 1].map((draw) => sweep.runChunk(draw, 1)).sort((a, b) => a.firstDraw - b.firstDraw);
    const builder = monazite.createSummary(whole, sweep.columns);
    for (const chunk of chunks) builder.add(chunk);
    summary = JSON.stringify(builder.finish());`,
    bare, // no process, no require, no document
  );
  const whole = { ...plan, scenario: scenarioSchema.parse(scenario) };
  const sweep = openSweep(parseDataset(files), whole);
  const here = sweep.runChunk(0, 3);
  const builder = createSummary(whole, sweep.columns);
  builder.add(here);
  expect(bare.summary).toBe(JSON.stringify(builder.finish()));
  const [first, second, third] = bare.chunks.map(bytes) as [string[], string[], string[]];
  expect(first.map((column, c) => column + second[c] + third[c])).toEqual(bytes(here));
});
