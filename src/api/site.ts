import { etagOf, gzipped, takesGzip } from "./answer.ts";

/** What the built page may do in a browser; scripts/build-web.mjs writes the same into its <meta>, where frame-ancestors has no say. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const kinds: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  ico: "image/x-icon",
  txt: "text/plain; charset=utf-8",
  webmanifest: "application/manifest+json",
  wasm: "application/wasm",
  map: "application/json; charset=utf-8",
};
const PACKED = /^(?:text\/|application\/(?:json|manifest|wasm)|image\/svg)/;
const HASHED = /-[0-9A-Za-z_]{6,}\.[a-z0-9]+(?:\.map)?$/;

interface SiteFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly etag: string;
  readonly cache: string;
  packed?: Promise<Uint8Array>;
}

/** Serves the built page out of memory: what is not in the map does not exist. */
export interface Site {
  /** undefined where there is no such file */
  answer(pathname: string, headers: Headers): Promise<Response | undefined>;
}

/** @param files of the built page by path, such as `app-1A2B3C.js` */
export function openSite(files: ReadonlyMap<string, Uint8Array>): Site {
  const known = new Map<string, SiteFile>();
  for (const [path, bytes] of files) {
    const type = kinds[path.split(".").at(-1) ?? ""] ?? "application/octet-stream";
    const cache = HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
    known.set(`/${path}`, { bytes, type, etag: etagOf(bytes), cache });
  }
  const index = known.get("/index.html");
  if (index) known.set("/", index);
  return {
    async answer(pathname, headers) {
      const file = known.get(pathname);
      if (file === undefined) return undefined;
      const own = {
        "content-type": file.type,
        "content-security-policy": PAGE_POLICY,
        "cache-control": file.cache,
        etag: file.etag,
        vary: "accept-encoding",
      };
      if (matches(headers, file.etag)) return new Response(null, { status: 304, headers: own });
      if (!PACKED.test(file.type) || !takesGzip(headers)) return new Response(file.bytes as BodyInit, { headers: own });
      file.packed ??= gzipped(file.bytes);
      return new Response((await file.packed) as BodyInit, { headers: { ...own, "content-encoding": "gzip" } });
    },
  };
}

/** Whether who asks has it already. */
export function matches(headers: Headers, etag: string): boolean {
  const tags = headers.get("if-none-match")?.split(",") ?? [];
  return tags.map((tag) => tag.trim().replace(/^W\//, "")).some((tag) => tag === etag || tag === "*");
}
