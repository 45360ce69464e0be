import type { RedisOptions } from "ioredis";
import { InputError } from "../dataset/problem.ts";

/** A Redis server as a URL names it. */
export interface RedisPlace {
  readonly options: Pick<RedisOptions, "host" | "port" | "username" | "password" | "db" | "tls">;
  /** for messages: without user and password */
  readonly shown: string;
}

const DEFAULT_PORT = 6379;

/**
 * Reads `redis://[[user]:password@]host[:port][/database]`, or `rediss://…` for TLS (a private authority's certificate
 * goes in NODE_EXTRA_CA_CERTS).
 * @param from what the URL was given by, for messages
 * Errors: InputError that never repeats the URL, which may hold a password.
 */
export function parseRedisUrl(url: string, from: string): RedisPlace {
  const fail = (message: string): never => {
    const remedy = "expected redis://[:password@]host[:port][/database], or rediss:// for TLS";
    throw new InputError([{ file: from, line: 1, message, remedy }]);
  };
  if (!URL.canParse(url)) return fail("this is not a URL");
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(url);
  if (protocol !== "redis:" && protocol !== "rediss:") return fail(`got the scheme ${protocol}//`);
  if (hostname === "") return fail("the URL names no host");
  if (search !== "" || hash !== "") return fail("the URL has a part after ? or #");
  const database = pathname.replace(/^\//, "");
  if (!/^\d{0,4}$/.test(database)) return fail("the database after the last / is not a number");
  const host = hostname.replace(/^\[(.*)\]$/, "$1");
  const plain = (text: string): string | undefined => {
    try {
      return text === "" ? undefined : decodeURIComponent(text);
    } catch {
      return fail("user or password hold a % that stands for nothing; write a percent sign as %25");
    }
  };
  return {
    options: {
      host,
      port: port === "" ? DEFAULT_PORT : Number(port),
      username: plain(username),
      password: plain(password),
      db: Number(database),
      ...(protocol === "rediss:" ? { tls: { servername: host } } : {}),
    },
    shown: `${protocol}//${hostname}:${port === "" ? DEFAULT_PORT : port}${database === "" ? "" : `/${database}`}`,
  };
}
