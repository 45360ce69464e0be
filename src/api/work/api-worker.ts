import { workerData } from "node:worker_threads";
import { parseDataset } from "../../dataset/index.ts";
import { openAnswers } from "./answers.ts";
import type { PostedTask, TaskResult, WorkSetup } from "./task.ts";

// What runs in a worker thread: scripts/build.mjs bundles it to dist/api-worker.js.

const { tables } = workerData as WorkSetup;
const answers = openAnswers(() => parseDataset(tables));

export default async function runTask({ task, port }: PostedTask): Promise<TaskResult> {
  try {
    return await answers.answer(task, (progress) => port.postMessage(progress));
  } finally {
    port.close();
  }
}
