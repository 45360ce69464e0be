import { join } from "node:path";
import { executeSweep } from "../../src/store/execute.ts";
import { createManifest } from "../../src/store/manifest.ts";
import { createRun } from "../../src/store/run-folder.ts";
import { startWorkerPool } from "../../src/store/worker-pool.ts";
import { workerThreadsExecutor } from "../../src/store/worker-threads.ts";
import { sweepWorkload } from "./workload.ts";

// once.ts <folder> <draws>: a small sweep from the first draw to the summary.

const [folder, draws] = [process.argv[2]!, Number(process.argv[3])];
const { tables, versions, plan, sweep } = await sweepWorkload("gallium-germanium-stop", { draws, months: 4 });
const run = createRun(join(folder, "bench"), createManifest("bench", plan, sweep.columns, 100, versions));
const start = performance.now();
await executeSweep({
  run,
  executor: async () => workerThreadsExecutor(await startWorkerPool(tables, 2), plan),
  say: () => {},
});
const seconds = (performance.now() - start) / 1000;
const { months } = sweep.columns;
process.stdout.write(
  `memory: ${draws} draws of ${plan.scenarioId} over ${months.length} months on 2 threads, written and summed up: ` +
    `${seconds.toFixed(1)} s, at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`,
);
