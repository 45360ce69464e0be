import { Agent, get } from "node:http";

// A process of its own, so that the server has its core for itself: asks one path after the other over kept connections.

const [origin, seconds, connections, ...paths] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const waits: number[] = [];
let asked = 0;
let bytes = 0;

function ask(path: string): Promise<void> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    get(`${origin}${path}`, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${path}: ${response.statusCode}`));
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("end", () => {
        waits.push(performance.now() - begun);
        resolve();
      });
    }).on("error", reject);
  });
}

const begun = performance.now();
const end = begun + Number(seconds) * 1000;
await Promise.all(
  Array.from({ length: Number(connections) }, async () => {
    while (performance.now() < end && asked < (paths.length === 1 ? Number.POSITIVE_INFINITY : paths.length))
      await ask(paths[asked++ % paths.length]!);
  }),
);
const took = (performance.now() - begun) / 1000;
waits.sort((a, b) => a - b);
const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(share * waits.length))]!;
process.stdout.write(
  JSON.stringify({
    perSecond: waits.length / took,
    p50: at(0.5),
    p99: at(0.99),
    kilobytes: bytes / waits.length / 1000,
  }),
);
agent.destroy();
