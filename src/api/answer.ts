import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { KeptResult } from "./jobs/job.ts";

/** Plain data as JSON. */
export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(`${JSON.stringify(value)}\n`, {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store", ...headers },
  });
}

/** Text of another kind; a table is offered as a file. */
export function text(content: string, mediaType: string, fileName?: string): Response {
  return new Response(content, { headers: { "content-type": `${mediaType}; charset=utf-8`, ...asFile(fileName) } });
}

export function asFile(fileName: string | undefined): Record<string, string> {
  return fileName === undefined ? {} : { "content-disposition": `attachment; filename="${plain(fileName)}"` };
}
const plain = (name: string) => name.replace(/[^\w.-]/g, "_").slice(0, 100);

/** A packed answer: as it is to who takes gzip, unpacked to others. */
export async function packed(
  { packed, bytes }: KeptResult,
  headers: Headers,
  own: Readonly<Record<string, string>>,
): Promise<Response> {
  const shared = { "cache-control": "no-store", vary: "accept-encoding", ...own };
  if (takesGzip(headers))
    return new Response(packed as BodyInit, { headers: { ...shared, "content-encoding": "gzip" } });
  const whole = await promisify(gunzip)(packed, { maxOutputLength: Math.max(bytes, 1) });
  return new Response(whole as unknown as BodyInit, { headers: shared });
}

export function takesGzip(headers: Headers): boolean {
  return /(?:^|[,\s])gzip(?!\s*;\s*q=0(?:\.0*)?(?:\s|,|$))/i.test(headers.get("accept-encoding") ?? "");
}

export const gzipped = promisify(gzip);

/** A strong tag of what is served. */
export function etagOf(content: Uint8Array | string): string {
  return `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
}
