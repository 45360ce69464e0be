import { spawn } from "node:child_process";
import { join } from "node:path";
import { serveApi } from "../../src/api/index.ts";
import { readApiTexts } from "../../src/cli/io/read-api-texts.ts";

const SECONDS = 4;
const CONNECTIONS = 8;
const V = "/api/v1/dependence";

interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly kilobytes: number;
}

/** Requests a second that one thread of the server answers over loopback; the client is a process of its own. */
export async function reportApi(): Promise<void> {
  console.log("HTTP interface: dependence, requests a second on one core (target 200)");
  const serving = await serveApi(readApiTexts(), { port: 0, host: "127.0.0.1", threads: 1 });
  const { library } = serving.api.context;
  const countries = library.dataset.countries.filter((c) => c.kind === "country").map((c) => c.id);
  const minerals = library.statistics.materials.map((m) => m.id);
  // a step that shares no factor with either visits every pair once
  const pairs = Array.from(
    { length: 4000 },
    (_, i) => `${V}/${countries[i % countries.length]}?materials=${minerals[(i * 7) % minerals.length]}`,
  );
  const origin = serving.url.replace(/\/$/, "");
  const cases: [string, readonly string[]][] = [
    ["one mineral, each computed", [...new Set(pairs)]],
    ["one mineral, asked again", [`${V}/JPN?materials=dysprosium`]],
    ["all minerals of a country, each computed", countries.slice(0, 200).map((c) => `${V}/${c}?top=200`)],
    ["all minerals of a country, asked again", [`${V}/JPN`]],
  ];
  await fetch(origin + cases[1]![1][0]!).then((response) => response.text());
  for (const [label, paths] of cases) {
    const { perSecond, p50, p99, kilobytes } = await measured(origin, paths);
    const waits = `half within ${p50.toFixed(1)} ms, 99 % within ${p99.toFixed(0)} ms`;
    console.log(
      `  ${label.padEnd(42)} ${perSecond.toFixed(0).padStart(6)}/s  ${waits}, ${kilobytes.toFixed(0)} kB each`,
    );
  }
  await serving.close();
}

async function measured(origin: string, paths: readonly string[]): Promise<Measured> {
  const client = join(import.meta.dirname, "client.ts");
  const child = spawn(
    process.execPath,
    ["--import", "tsx", client, origin, String(SECONDS), String(CONNECTIONS), ...paths],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let told = "";
  for await (const chunk of child.stdout) told += chunk;
  return JSON.parse(told);
}
