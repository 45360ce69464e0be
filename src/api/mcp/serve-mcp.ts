import { Jobs } from "../jobs/jobs.ts";
import { openLibrary } from "../library.ts";
import { problemOf } from "../problem.ts";
import type { ApiTexts } from "../texts.ts";
import { threadedWork } from "../work/work.ts";
import type { Tool } from "./tool.ts";
import { dependence, events, figures, listScenarios } from "./tools/lookups.ts";
import { plan } from "./tools/plan.ts";
import { simulate } from "./tools/simulate.ts";

/** Everything an assistant may call. */
export const tools: readonly Tool[] = [listScenarios, simulate, dependence, events, figures, plan];

export interface McpOptions {
  readonly threads: number;
  readonly onFault: (error: unknown) => void;
}

const LIMITS = { waiting: 8, simulateSeconds: 300, planSeconds: 3600, keptSeconds: 0, keptJobs: 0, keptBytes: 0 };

const INSTRUCTIONS =
  "Monazite rehearses export controls on rare earths and critical minerals. Its answers are of a model and of a dataset whose figures each have a source and a status (reported, estimated, assumed): say which when you pass one on.";

/** Serves the tools over standard input and output until the client is gone. `close` ends it at once. */
export async function serveMcp(
  texts: ApiTexts,
  { threads, onFault }: McpOptions,
): Promise<{ readonly ended: Promise<void>; close(): Promise<void> }> {
  const { McpServer } = await import("@modelcontextprotocol/server");
  const { serveStdio, StdioServerTransport } = await import("@modelcontextprotocol/server/stdio");
  const library = openLibrary(texts);
  const work = threadedWork(library.curated, threads);
  const jobs = new Jobs({ work, limits: { running: threads, ...LIMITS }, now: Date.now, onFault });
  const server = () => {
    const made = new McpServer(
      { name: "monazite", title: "Monazite", version: texts.version },
      { instructions: INSTRUCTIONS },
    );
    for (const { name, title, description, argumentSchema, call } of tools)
      made.registerTool(
        name,
        {
          title,
          description,
          inputSchema: asIs(argumentSchema),
          annotations: { readOnlyHint: true, openWorldHint: false },
        },
        async (given, context) => {
          const { signal, _meta, notify } = context.mcpReq;
          const progressToken = _meta?.progressToken;
          let steps = 0;
          const onProgress = ({ doing, done, total }: { doing: string; done?: number; total?: number }) => {
            if (progressToken === undefined) return;
            steps += 1;
            const message = done === undefined ? doing : `${doing} (${done} of ${total})`;
            void notify({
              method: "notifications/progress",
              params: { progressToken, progress: steps, message },
            }).catch(
              () => {}, // who does not listen any more
            );
          };
          try {
            const answer = await call(given, { library, jobs, signal, onProgress });
            return { content: [{ type: "text" as const, text: JSON.stringify(answer) }] };
          } catch (error) {
            return { isError: true, content: [{ type: "text" as const, text: wordsOf(error, onFault) }] };
          }
        },
      );
    return made;
  };
  const transport = new StdioServerTransport();
  const handle = serveStdio(server, { transport, onerror: () => {} });
  const close = async () => {
    await handle.close();
    await work.close();
  };
  const ended = new Promise<void>((resolve) => {
    process.stdin.once("close", resolve);
    process.stdin.once("end", resolve);
  });
  return { ended, close };
}

/** A schema that tells its form and lets everything through: the tool itself says what is wrong, all of it and in words. */
function asIs(schema: Record<string, unknown>) {
  return {
    "~standard": {
      version: 1 as const,
      vendor: "monazite",
      validate: (value: unknown) => ({ value }),
      jsonSchema: { input: () => schema, output: () => schema },
    },
  };
}

/** An error in words: every problem on a line of its own. */
function wordsOf(error: unknown, onFault: (error: unknown) => void): string {
  const { title, problems } = problemOf(error, onFault).document;
  const place = (n: number | undefined) => (n === undefined ? "" : `:${n}`);
  const lines = problems.map(({ where, line, column, message, remedy }) => {
    const at = where.replace(/^query\./, "arguments.").replace(/^body$/, "document");
    return `${at}${place(line)}${place(column)}: ${message}; ${remedy}`;
  });
  return [title, ...lines].join("\n");
}
