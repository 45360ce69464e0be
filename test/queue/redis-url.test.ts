import { describe, expect, test } from "vitest";
import { parseRedisUrl } from "../../src/queue/redis-url.ts";

const read = (url: string) => parseRedisUrl(url, "--queue");

describe("a queue's URL", () => {
  test("gives host, port, user, password, database and TLS", () => {
    expect(read("redis://localhost").options).toEqual({
      host: "localhost",
      port: 6379,
      username: undefined,
      password: undefined,
      db: 0,
    });
    expect(read("rediss://me:p%40ss@queue.example:6380/2").options).toEqual({
      host: "queue.example",
      port: 6380,
      username: "me",
      password: "p@ss",
      db: 2,
      tls: { servername: "queue.example" },
    });
    expect(read("redis://[::1]:7000").options.host).toBe("::1");
  });

  test("is shown without user and password", () => {
    expect(read("rediss://me:secret@queue.example/2").shown).toBe("rediss://queue.example:6379/2");
  });

  test.each([
    ["queue.example:6379", "got the scheme queue.example://"],
    ["not a url", "this is not a URL"],
    ["http://queue.example", "got the scheme http://"],
    ["redis://", "names no host"],
    ["redis://queue.example/two", "is not a number"],
    ["redis://queue.example/0?family=6", "has a part after ?"],
    ["redis://:secret%@queue.example", "write a percent sign as %25"],
  ])("%s is refused, and never repeated", (url, words) => {
    expect(() => read(url)).toThrow(words);
    expect(() => read(url)).not.toThrow("secret");
  });
});
