import { workerFile } from "../../store/worker-file.ts";
import type { PostedTask, Progress, Task, TaskResult, WorkSetup } from "./task.ts";

export interface WorkOptions {
  /** aborting it ends the thread that computes */
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Who computes long tasks. */
export interface Work {
  /** Errors: those of the signal; Error when the thread died, of memory for one */
  run(task: Task, options: WorkOptions): Promise<TaskResult>;
  close(): Promise<void>;
}

/** Memory of one thread: a plan of forty candidates needs some 700 MB. */
const MOST_MEGABYTES = 2048;
const IDLE_MILLISECONDS = 300_000;

/** Worker threads, started when there is work. @param tables the curated tables by name */
export function threadedWork(tables: ReadonlyMap<string, string>, threads: number): Work {
  const start = async () => {
    const { Piscina } = await import("piscina");
    const workerData: WorkSetup = { tables };
    return new Piscina<PostedTask, TaskResult>({
      filename: await workerFile("api"),
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: IDLE_MILLISECONDS,
      workerData,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
  };
  let pool: ReturnType<typeof start> | undefined;
  return {
    async run(task, { signal, onProgress }) {
      pool ??= start();
      const running = await pool;
      signal.throwIfAborted();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: { data: Progress }) => onProgress?.(data);
      try {
        // the type of a transferable port differs between the libraries of Node and the DOM; it is the same object
        const posted = { task, port: port2 } as unknown as PostedTask;
        return await running.run(posted, { transferList: [port2 as never], signal });
      } finally {
        port1.close();
      }
    },
    async close() {
      await (await pool?.catch(() => undefined))?.destroy();
    },
  };
}
