import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

export interface StaticServer {
  /** `http://localhost:41234/some/place/`: not at the top, since any host may put it anywhere */
  readonly url: string;
  stop(): void;
}

/** Serves a folder as any static host would: no header of ours, from memory, under a path. */
export async function serveStatic(folder: string): Promise<StaticServer> {
  return serveFiles(new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))])));
}

export async function serveFiles(
  files: ReadonlyMap<string, Uint8Array>,
  under = "/some/place/",
): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const name = path === under ? "index.html" : path.slice(under.length);
    const body = path.startsWith(under) ? files.get(name) : undefined;
    if (body === undefined) return void response.writeHead(404).end("not here");
    response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "application/octet-stream" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}${under}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
