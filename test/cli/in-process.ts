import { Writable } from "node:stream";
import { exitCodeFor, reportFailure } from "../../src/cli/failure.ts";
import { buildProgram, type Streams } from "../../src/cli/program.ts";

export interface Outcome {
  readonly code: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** What `monazite ...args` would print and return, without a process of its own. */
export async function monazite(...args: string[]): Promise<Outcome> {
  const stdout = collector();
  const stderr = collector();
  const streams: Streams = { stdout: stdout.stream, stderr: stderr.stream };
  let code: Outcome["code"] = 0;
  try {
    await buildProgram(streams).parseAsync(args, { from: "user" });
  } catch (error) {
    reportFailure(stderr.stream, error);
    code = exitCodeFor(error);
  }
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/** The words of a command line; double quotes keep words together, nothing else is known. */
export function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2]!);
}

function collector() {
  const chunks: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join("") };
}
