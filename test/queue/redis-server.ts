import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { Redis } from "ioredis";
import { until } from "../store/process.ts";

/** Why tests that need Redis are skipped; undefined where it is installed. */
export const noRedis: string | undefined =
  spawnSync("redis-server", ["--version"]).status === 0
    ? undefined
    : "redis-server is not installed (apt-get install -y redis-server)";

/** A Redis of our own on a free port, with an append-only file in a folder of the test. */
export interface OwnRedis {
  readonly url: string;
  readonly port: number;
  readonly client: Redis;
  /** as a power cut would end it */
  kill(): Promise<void>;
  start(): Promise<void>;
  end(): Promise<void>;
}

export async function startRedis(folder: string, more: readonly string[] = [], password?: string): Promise<OwnRedis> {
  const port = await freePort();
  const args = [
    ...["--port", String(port), "--bind", "127.0.0.1", "-::1", "--dir", folder, "--save", ""],
    ...["--appendonly", "yes", "--appendfsync", "always", "--loglevel", "warning", ...more],
  ];
  let server: ChildProcess | undefined;
  const client = new Redis({ port, password, maxRetriesPerRequest: null, retryStrategy: () => 100, lazyConnect: true });
  client.on("error", () => {});
  const start = async () => {
    server = spawn("redis-server", args, { stdio: "ignore", cwd: folder });
    await client.ping();
  };
  const stop = async (signal: NodeJS.Signals) => {
    const ending = server;
    if (ending === undefined) return;
    server = undefined;
    const ended = new Promise((resolve) => ending.on("close", resolve));
    ending.kill(signal);
    await ended;
  };
  await start();
  return {
    url: `redis://${password === undefined ? "" : `:${encodeURIComponent(password)}@`}localhost:${port}`,
    port,
    client,
    start,
    kill: () => stop("SIGKILL"),
    async end() {
      client.disconnect();
      await stop("SIGKILL");
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

/** Makes a certificate for localhost. @returns false where openssl is missing */
export function selfSigned(folder: string): boolean {
  const args = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"];
  const files = [
    "-addext",
    "subjectAltName=DNS:localhost",
    "-keyout",
    join(folder, "key.pem"),
    "-out",
    join(folder, "cert.pem"),
  ];
  return spawnSync("openssl", [...args, ...files]).status === 0;
}

export { until };
