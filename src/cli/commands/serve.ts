import { existsSync, readFileSync, statSync } from "node:fs";
import { Command } from "commander";
import { UsageError } from "../failure.ts";
import { numberBetween } from "../io/numbers.ts";
import { onStop } from "../io/on-stop.ts";
import { readApiTexts } from "../io/read-api-texts.ts";
import { whereOf } from "../io/where-of.ts";
import { workersOf, workersOption } from "../io/workers.ts";
import type { GlobalOptions } from "../open.ts";
import type { Streams } from "../program.ts";

interface ServeOptions extends GlobalOptions {
  readonly port: number;
  readonly host: string;
  readonly allowHost?: readonly string[];
  readonly tokenFile?: string;
  readonly workers?: number;
}

const USUAL_PORT = 4173;
const LEAST_TOKEN = 16;
const MOST_TOKEN_BYTES = 4096;

/** `monazite serve`: the workbench and the HTTP interface. */
export function serveCommand(streams: Streams): Command {
  return new Command("serve")
    .description("serve the workbench and the HTTP interface to this machine")
    .option("--port <n>", "port; 0 takes any that is free", numberBetween(0, 65_535), USUAL_PORT)
    .option("--host <address>", "address to listen on; any but loopback needs a token", "127.0.0.1")
    .option("--allow-host <names...>", "other names by which the server may be called, such as that of a proxy")
    .option("--token-file <path>", "file with the token the interface asks for (or the variable MONAZITE_TOKEN)")
    .addOption(workersOption())
    .addHelpText("after", EXAMPLES)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ServeOptions>();
      const { isLoopback, serveApi } = await import("../../api/index.ts");
      const token = tokenOf(options.tokenFile);
      if (token === null && !isLoopback(options.host))
        throw new UsageError(
          `--host ${options.host}: others could reach it, and no token is set; name a file with --token-file, set MONAZITE_TOKEN, or keep to 127.0.0.1`,
        );
      const texts = readApiTexts(options.data);
      const stop = onStop();
      const serving = await serveApi(texts, {
        port: options.port,
        host: options.host,
        threads: workersOf(options.workers),
        guard: {
          hosts: [options.host, ...(options.allowHost ?? [])].map((name) => name.toLowerCase()),
          anyAddress: ["0.0.0.0", "::"].includes(options.host),
          token,
        },
        onFault: (error) => streams.stderr.write(`monazite: a request failed: ${whereOf(error)}\n`),
      }).catch((error: NodeJS.ErrnoException) => {
        throw inWords(error, options);
      });
      streams.stdout.write(`Monazite at ${serving.url}\n`);
      if (options.quiet !== true) {
        const page = texts.site.size === 0 ? "the page is not built (npm run build); " : "";
        streams.stderr.write(`${page}interface: ${serving.url}api/v1/openapi.json; Ctrl-C ends it\n`);
      }
      setImmediate(() => serving.api.warm());
      await new Promise<void>((resolve) => {
        if (stop.signal.aborted) resolve();
        stop.signal.addEventListener("abort", () => resolve(), { once: true });
      });
      stop.off();
      await serving.close();
    });
}

/** The token of the file or the environment; null where neither is named. Errors: UsageError */
function tokenOf(file: string | undefined): string | null {
  const where = file === undefined ? "MONAZITE_TOKEN" : `--token-file ${file}`;
  const token = (file === undefined ? process.env.MONAZITE_TOKEN : readToken(file))?.trim();
  if (token === undefined) return null;
  if (token.length < LEAST_TOKEN || !/^[\x21-\x7e]+$/.test(token))
    throw new UsageError(
      `${where}: expected one word of at least ${LEAST_TOKEN} letters, digits and signs; openssl rand -hex 32 makes one`,
    );
  return token;
}

function readToken(file: string): string {
  if (!existsSync(file) || !statSync(file).isFile() || statSync(file).size > MOST_TOKEN_BYTES)
    throw new UsageError(`--token-file ${file}: no such file; openssl rand -hex 32 > ${file} makes one`);
  return readFileSync(file, "utf8");
}

function inWords(error: NodeJS.ErrnoException, { port, host }: ServeOptions): unknown {
  if (error.code === "EADDRINUSE")
    return new UsageError(`--port ${port}: another program listens there; choose another, or 0 for any that is free`);
  if (error.code === "EACCES") return new UsageError(`--port ${port}: you may not listen there; choose one from 1024`);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND" || error.code === "EAI_AGAIN")
    return new UsageError(`--host ${host}: no address of this machine; 127.0.0.1 is for this machine alone`);
  return error;
}

const EXAMPLES = `
Examples:
  monazite serve
  monazite serve --port 0
  monazite serve --host 0.0.0.0 --token-file token.txt --allow-host monazite.example`;
