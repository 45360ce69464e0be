import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Api, type ApiOptions, createApi } from "./app.ts";
import type { ApiTexts } from "./texts.ts";

export interface ServeOptions extends ApiOptions {
  /** 0 = any that is free */
  readonly port: number;
  /** address to listen on */
  readonly host: string;
}

export interface Serving {
  readonly api: Api;
  /** where it is, such as `http://localhost:4173/` */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

const REQUEST_MILLISECONDS = 30_000;
const HEADERS_MILLISECONDS = 10_000;
const MOST_CONNECTIONS = 512;
const MOST_HEADER_BYTES = 16_384;

/** Listens. Errors: those of the system, such as EADDRINUSE. */
export async function serveApi(texts: ApiTexts, { port, host, ...options }: ServeOptions): Promise<Serving> {
  const { createAdaptorServer } = await import("@hono/node-server");
  const api = await createApi(texts, options);
  const server = createAdaptorServer({
    fetch: (request: Request) => api.fetch(request),
    serverOptions: {
      requestTimeout: REQUEST_MILLISECONDS,
      headersTimeout: HEADERS_MILLISECONDS,
      maxHeaderSize: MOST_HEADER_BYTES,
    },
  }) as Server;
  server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host }, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    api,
    port: taken,
    url: `http://${isLoopback(host) ? "localhost" : host.includes(":") ? `[${host}]` : host}:${taken}/`,
    async close() {
      await api.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/** Whether only this machine reaches it. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}
