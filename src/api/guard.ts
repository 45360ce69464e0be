import { createHash, timingSafeEqual } from "node:crypto";
import { isIP } from "node:net";
import { quote } from "../dataset/index.ts";
import { ApiProblem } from "./problem.ts";

export interface GuardOptions {
  /** names the server answers to besides loopback, in small letters */
  readonly hosts: readonly string[];
  /** it listens on every address: any IP address is one of its names (a rebound name is none) */
  readonly anyAddress: boolean;
  /** bearer token that the interface asks for; null = none */
  readonly token: string | null;
}

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/** Checks that a request comes by a name of this server, and that no other site sends it. Errors: ApiProblem */
export function checkHost(request: Request, { hosts, anyAddress }: GuardOptions): void {
  const host = request.headers.get("host") ?? new URL(request.url).host;
  const name = nameOf(host);
  const address = anyAddress && name !== undefined && isIP(name.replace(/^\[|\]$/g, "")) !== 0;
  if (name !== undefined && (address || LOOPBACK.includes(name) || hosts.includes(name))) return;
  throw new ApiProblem("forbidden", "The request was sent to another name", [
    {
      where: "header.host",
      message: `got ${quote(host)}, which is no name of this server`,
      remedy: "open http://localhost and its port, or start the server with --allow-host and this name",
    },
  ]);
}

/** Refuses what a page of another site makes a browser send. Errors: ApiProblem */
export function checkOrigin(request: Request): void {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const host = request.headers.get("host") ?? new URL(request.url).host;
  const own = origin === null || origin === `http://${host}` || origin === `https://${host}`;
  const fromHere = site === null || site === "same-origin" || site === "none";
  if (own && fromHere) return;
  throw new ApiProblem("forbidden", "The request was sent by a page of another site", [
    own
      ? { where: "header.sec-fetch-site", message: `got ${quote(site ?? "")}`, remedy: "ask from the page itself" }
      : {
          where: "header.origin",
          message: `got ${quote(origin)}, expected http://${host}`,
          remedy: "ask from the page itself",
        },
  ]);
}

/** Checks the token, in a time that tells nothing of it. Errors: ApiProblem */
export function checkToken(request: Request, { token }: GuardOptions): void {
  if (token === null) return;
  const given = request.headers.get("authorization") ?? "";
  const [, offered = ""] = /^bearer +(\S+) *$/i.exec(given) ?? [];
  if (timingSafeEqual(digest(offered), digest(token))) return;
  const message = given === "" ? "no token" : "another token";
  throw new ApiProblem(
    "unauthorised",
    "The interface asks for a token",
    [{ where: "header.authorization", message, remedy: "send Authorization: Bearer and the server's token" }],
    { "www-authenticate": 'Bearer realm="monazite"' },
  );
}

const digest = (text: string) => createHash("sha256").update(text).digest();

/** `localhost` of `localhost:4173`, `[::1]` of `[::1]:80`; undefined for what is no host. */
function nameOf(host: string): string | undefined {
  return /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/.exec(host.toLowerCase())?.[1];
}

/** Headers of every answer. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** What an answer of the interface may do in a browser: nothing. */
export const CLOSED_POLICY = "default-src 'none'; frame-ancestors 'none'";
