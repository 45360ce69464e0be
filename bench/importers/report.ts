import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { FULL_YEAR_ROWS, writeBaciFile } from "./baci-file.ts";

/** Rows of the file of flows of 2002–2024 that the target of 10 s is for. */
const FLOW_FILE_ROWS = 345_731;
/** All rows of that file are kept; of a full year, those of 30 headings in about 5,200. */
const MINERAL_HEADINGS = 30;
const ALL_HEADINGS = 5200;

interface Once {
  readonly rows: number;
  readonly kept: number;
  readonly faults: number;
  readonly seconds: number;
  readonly peakMb: number;
}

/**
 * Time and peak memory of `baci` for a file of flows and a full year, beside csv-parse that only splits the same file
 * into cells. MONAZITE_BENCH_FLOWS and MONAZITE_BENCH_BACI name files to measure; otherwise they are generated.
 */
export async function reportImporters(print: (line: string) => void = console.log): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "monazite-bench-"));
  try {
    print("import of trade files; each in a process of its own, peak memory with Node and tsx (about 110 MB)");
    const flows = process.env.MONAZITE_BENCH_FLOWS ?? (await generated(folder, FLOW_FILE_ROWS, MINERAL_HEADINGS));
    reportFile(flows, "target 10 s, 500 MB", print);
    const year = process.env.MONAZITE_BENCH_BACI ?? (await generated(folder, FULL_YEAR_ROWS, ALL_HEADINGS));
    reportFile(year, "target 1000 MB", print);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function generated(folder: string, rows: number, headings: number): Promise<string> {
  const path = join(folder, `BACI_HS17_Y2024_V202601_${rows}_rows.csv`);
  await writeBaciFile(path, rows, headings);
  return path;
}

function reportFile(path: string, target: string, print: (line: string) => void): void {
  print(`${basename(path)}, ${(statSync(path).size / 1e6).toFixed(0)} MB (${target})`);
  for (const how of ["baci", "csv-parse"]) {
    const { rows, kept, faults, seconds, peakMb } = once(how, path);
    const speed = `${seconds.toFixed(1)} s, ${(rows / seconds / 1e6).toFixed(2)} million rows/s, peak ${peakMb.toFixed(0)} MB`;
    const what =
      how === "baci" ? `${rows} rows read, ${kept} kept, ${faults} faults` : `${rows} rows split, not checked`;
    print(`  ${how.padEnd(10)} ${speed}; ${what}`);
  }
}

function once(how: string, path: string): Once {
  const script = join(import.meta.dirname, "once.ts");
  const run = spawnSync(process.execPath, ["--import", "tsx", script, how, path], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`${how} failed on ${path}: ${run.stderr}`);
  return JSON.parse(run.stdout) as Once;
}
