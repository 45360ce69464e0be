import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { linkRedis } from "../../src/queue/redis-link.ts";
import { parseRedisUrl } from "../../src/queue/redis-url.ts";
import { temporary } from "../store/synthetic.ts";
import { noRedis, startRedis } from "./redis-server.ts";

test.skipIf(noRedis !== undefined)(
  `who was busy itself does not take Redis for away${noRedis ? ` (skipped: ${noRedis})` : ""}`,
  async () => {
    const { folder, clean } = temporary();
    mkdirSync(join(folder, "redis"));
    const redis = await startRedis(join(folder, "redis"));
    const said: string[] = [];
    const link = await linkRedis(parseRedisUrl(redis.url, "--queue"), 4, (message) => said.push(message));
    let lost: unknown;
    link.lost.catch((error) => {
      lost = error;
    });
    await link.client.ping();
    await setTimeout(1_500);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 6_000); // as a master problem does
    await setTimeout(1_500);
    expect({ lost, said }).toEqual({ lost: undefined, said: [] });
    await redis.kill();
    await setTimeout(7_000);
    expect(lost).toMatchObject({ message: expect.stringContaining("has not answered for 4 s") });
    link.close();
    await redis.end();
    clean();
  },
);
