import { type Api, type ApiOptions, createApi } from "../../src/api/index.ts";
import type { ApiTexts } from "../../src/api/texts.ts";
import type { TaskResult } from "../../src/api/work/task.ts";
import type { Work } from "../../src/api/work/work.ts";
import { readApiTexts } from "../../src/cli/io/read-api-texts.ts";

let known: ApiTexts | undefined;

/** What ships, read once, with a page of two files. */
export function texts(): ApiTexts {
  known ??= {
    ...readApiTexts(),
    site: new Map([
      ["index.html", Buffer.from("<!doctype html><title>Monazite</title>")],
      ["app-1A2B3C4D.js", Buffer.from("export const page = 1;\n".repeat(40))],
    ]),
  };
  return known;
}

/** The server over what ships; faults of the program are gathered. */
export async function shippedApi(options: ApiOptions = {}): Promise<Api & { readonly faults: unknown[] }> {
  const faults: unknown[] = [];
  const api = await createApi(texts(), { onFault: (fault) => faults.push(fault), ...options });
  return { ...api, faults };
}

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** parsed; throws when it is no JSON */
  json<T = Record<string, never>>(): T;
}

/** Sends a request without a port. */
export async function ask(api: Api, path: string, init: RequestInit = {}): Promise<Asked> {
  const response = await api.fetch(new Request(`http://localhost:4173${path}`, init));
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
}

export const post = (body: unknown, type = "application/json"): RequestInit => ({
  method: "POST",
  headers: { "content-type": type },
  body: typeof body === "string" ? body : JSON.stringify(body),
});

/** Waits for a job by its stream and says how it ended. */
export async function ended(api: Api, job: { readonly links: { readonly progress: string } }): Promise<string> {
  const { text } = await ask(api, job.links.progress);
  return /event: (\w+)\n[^\n]*\n\n$/.exec(text)?.[1] ?? "";
}

/** Who computes nothing: each task waits until the test lets it end. */
export function heldWork(): Work & { readonly tasks: { end(result: TaskResult): void; readonly ask: string }[] } {
  const tasks: { end(result: TaskResult): void; readonly ask: string }[] = [];
  return {
    tasks,
    run: ({ ask }, { signal }) =>
      new Promise((resolve, reject) => {
        tasks.push({ ask, end: resolve });
        signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      }),
    close: async () => {},
  };
}
