import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { queueExecutor } from "../../src/queue/queue-executor.ts";
import { parseRedisUrl } from "../../src/queue/redis-url.ts";
import { runWorker } from "../../src/queue/worker.ts";
import type { SweepPlan } from "../../src/simulation/draws/sweep.ts";
import { chunksOf } from "../../src/store/chunk-range.ts";
import type { ChunkExecutor } from "../../src/store/executor.ts";
import { createManifest } from "../../src/store/manifest.ts";
import { planText, startWorkerPool } from "../../src/store/worker-pool.ts";
import { workerThreadsExecutor } from "../../src/store/worker-threads.ts";
import { sweepWorkload, type Workload } from "./workload.ts";

const never = new AbortController().signal;

/** Draws a second on one and two threads, what the queue costs, and whether memory grows with the number of draws. */
export async function reportSweeps(print: (line: string) => void = console.log): Promise<void> {
  const shipped = await sweepWorkload("us-japan-framework", {});
  print(`sweeps: ${sizeOf(shipped)}`);
  const one = await drawsPerSecond(shipped, 1, 40);
  const two = await drawsPerSecond(shipped, 2, 80);
  const minutes = (rate: number) => (10_000 / rate / 60).toFixed(1);
  print(
    `  1 thread ${one.toFixed(2)} draws/s, 2 threads ${two.toFixed(2)} draws/s: ${(two / one).toFixed(2)}× (target 1.8); ` +
      `10,000 draws take ${minutes(two)} min on 2 threads (target 10)`,
  );
  await reportQueue(print);
  for (const draws of [1_000, 10_000]) print(`  ${await inOwnProcess(draws)}`);
}

function sizeOf({ plan, sweep: { columns } }: Workload): string {
  return `${plan.scenarioId}, ${columns.months.length} months, ${columns.inputs.length} inputs, ${columns.outcomes.length} outcomes, ${columns.series.length} series`;
}

/** The pace of opened threads: opening, which happens once, is not in it. */
async function drawsPerSecond({ tables, plan }: Workload, threads: number, draws: number): Promise<number> {
  const pool = await startWorkerPool(tables, threads);
  const text = planText(plan);
  const chunk = (firstDraw: number, count: number) => pool.run(text, { firstDraw, draws: count }, never);
  await Promise.all(Array.from({ length: threads }, (_, i) => chunk(i * 4, 4)));
  const start = performance.now();
  await Promise.all(Array.from({ length: threads }, (_, i) => chunk((i * draws) / threads, draws / threads)));
  const seconds = (performance.now() - start) / 1000;
  await pool.close();
  return draws / seconds;
}

/** The same chunks by a thread of ours and by a thread of a worker behind Redis, both opened. */
async function reportQueue(print: (line: string) => void): Promise<void> {
  if (spawnSync("redis-server", ["--version"]).status !== 0)
    return print("  queue: redis-server is not installed here; skipped");
  const workload = await sweepWorkload("gallium-germanium-stop", { draws: 1_000 });
  const folder = mkdtempSync(join(tmpdir(), "monazite-bench-"));
  const port = 17_391;
  const server = spawn("redis-server", ["--port", String(port), "--dir", folder, "--appendonly", "yes", "--save", ""], {
    stdio: "ignore",
  });
  await setTimeout(1_000);
  const stop = new AbortController();
  const place = parseRedisUrl(`redis://localhost:${port}`, "bench");
  const { tables, versions, plan, sweep } = workload;
  const quiet = { say: () => {}, patienceSeconds: 60 };
  const worker = runWorker({ ...quiet, place, tables, versions, workers: 1, leaseSeconds: 15, signal: stop.signal });
  try {
    const manifest = createManifest("bench", plan, sweep.columns, 100, versions);
    const threads = workerThreadsExecutor(await startWorkerPool(tables, 1), plan);
    const queued = await queueExecutor({ ...quiet, place, manifest });
    for (const executor of [threads, queued]) await timed(executor, plan, 1); // opens the sweep
    await setTimeout(2_000);
    const pairs: [Taken, Taken][] = [];
    for (let i = 0; i < 3; i++) pairs.push([await timed(threads, plan, 10, 1), await timed(queued, plan, 10, 1)]);
    const least = (side: 0 | 1, what: keyof Taken) => Math.min(...pairs.map((pair) => pair[side][what]));
    const more = (what: keyof Taken) => `${((least(1, what) / least(0, what) - 1) * 100).toFixed(1)} %`;
    print(
      `  queue: ${sizeOf(workload)}, 9 chunks of 100 draws on one thread: ${least(0, "seconds").toFixed(2)} s by threads, ` +
        `${least(1, "seconds").toFixed(2)} s by the queue, ${more("seconds")} more (target 5), ${more("cpuSeconds")} more of the processor without Redis' own; fastest of 3`,
    );
    await Promise.all([threads.close(), queued.close()]);
  } finally {
    stop.abort();
    await worker;
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Taken {
  readonly seconds: number;
  /** of all threads of this process */
  readonly cpuSeconds: number;
}

async function timed(executor: ChunkExecutor, plan: SweepPlan, chunks: number, from = 0): Promise<Taken> {
  const ranges = [...chunksOf(plan.draws, 100)].slice(from, chunks);
  const before = process.cpuUsage();
  const start = performance.now();
  await executor.run(
    ranges,
    async () => {},
    () => {},
    never,
  );
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6 };
}

/** A whole sweep, summary and all, in a process of its own, which says how much memory it took at most. */
function inOwnProcess(draws: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "monazite-bench-"));
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, "once.ts"), folder, String(draws)],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let text = "";
  child.stdout.on("data", (chunk) => {
    text += chunk;
  });
  return new Promise((resolve) =>
    child.on("close", () => {
      rmSync(folder, { recursive: true, force: true });
      resolve(text.trim());
    }),
  );
}
