import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { InputError } from "../dataset/problem.ts";
import type { SweepChunk } from "../simulation/draws/sweep.ts";
import { cannotWrite, PART, syncFolder, type WriteBytes, writeAtomically } from "./atomic-write.ts";
import { sha256 } from "./canonical.ts";
import { decodeChunk, type EncodedChunk } from "./chunk-file.ts";
import { type ChunkRange, chunkName, chunksOf } from "./chunk-range.ts";
import { reasonOf } from "./errors.ts";
import { lockRun } from "./lock.ts";
import { type Manifest, manifestText, parseManifest } from "./manifest.ts";

/** A run on disk: a folder and what its manifest says. */
export interface RunFolder {
  readonly folder: string;
  readonly manifest: Manifest;
  /** how bytes reach the disk; tests put a full one here */
  readonly write?: WriteBytes;
}

/** Where runs lie unless the user says otherwise. */
export const USUAL_STORE = "runs";

const MANIFEST = "manifest.json";
const PARTS = ["draws", "months"] as const;

const commitSchema = z.strictObject({
  manifestHash: z.string(),
  firstDraw: z.int().min(0),
  draws: z.int().min(1),
  files: z.strictObject({
    draws: z.strictObject({ bytes: z.int(), sha256: z.string() }),
    months: z.strictObject({ bytes: z.int(), sha256: z.string() }),
  }),
});

/** Writes the manifest of a new run. Errors: StoreError when it cannot be written or another process is at it. */
export function createRun(folder: string, manifest: Manifest, write?: WriteBytes): RunFolder {
  try {
    mkdirSync(join(folder, "chunks"), { recursive: true });
    syncFolder(folder);
  } catch (error) {
    throw cannotWrite(folder, error);
  }
  const unlock = lockRun(folder, () => {});
  try {
    if (!isRun(folder)) writeAtomically(join(folder, MANIFEST), manifestText(manifest), write);
  } finally {
    unlock();
  }
  return openRun(folder, write);
}

/** Whether a folder holds a run: its manifest is the first thing written. */
export function isRun(folder: string): boolean {
  return existsSync(join(folder, MANIFEST));
}

/** The path of a run's manifest. */
export function manifestPath(folder: string): string {
  return join(folder, MANIFEST);
}

/** `runs resume` as it can be typed where the run lies. @param data dataset folder that was named, if one was */
export function resumeCommand(folder: string, data?: string): string {
  const dataFlag = data === undefined ? "" : ` --data ${shellWord(data)}`;
  return `monazite runs resume ${basename(folder)}${storeFlag(dirname(folder))}${dataFlag}`;
}

/** ` --store …` where the store is not the usual one. */
function storeFlag(store: string): string {
  return store === USUAL_STORE ? "" : ` --store ${shellWord(store)}`;
}

function shellWord(path: string): string {
  return /^[\w./@:+,-]+$/.test(path) ? path : `"${path.replace(/(["\\$`])/g, "\\$1")}"`;
}

/** Opens a run. Errors: InputError when there is none, its manifest is wrong or of another run, or a file is in its way. */
export function openRun(folder: string, write?: WriteBytes): RunFolder {
  const file = manifestPath(folder);
  if (!existsSync(file) || !statSync(file).isFile()) {
    const remedy = `see monazite runs list${storeFlag(dirname(folder))}`;
    throw new InputError([{ file, line: 1, message: "no such run", remedy }]);
  }
  const manifest = parseManifest(file, readFileSync(file, "utf8"));
  if (manifest.id !== basename(folder))
    throw new InputError([
      {
        file,
        line: 1,
        message: `the manifest is of run ${manifest.id}, the folder is called ${basename(folder)}`,
        remedy: `rename the folder to ${manifest.id}`,
      },
    ]);
  const chunks = join(folder, "chunks");
  if (existsSync(chunks) && !statSync(chunks).isDirectory()) {
    const remedy = `remove it, then ${resumeCommand(folder)}`;
    throw new InputError([{ file: chunks, line: 1, message: "expected a folder, got a file", remedy }]);
  }
  try {
    mkdirSync(chunks, { recursive: true });
  } catch (error) {
    throw cannotWrite(chunks, error);
  }
  return { folder, manifest, write };
}

/** The chunks of a run, in order. */
export function rangesOf({ manifest }: RunFolder): ChunkRange[] {
  return [...chunksOf(manifest.plan.draws, manifest.chunkDraws)];
}

function pathOf({ folder }: RunFolder, range: ChunkRange, ending: string): string {
  return join(folder, "chunks", `${chunkName(range)}.${ending}`);
}

/** Both files, then the record that makes them count. Errors: StoreError, and the chunk does not count. */
export function commitChunk(run: RunFolder, range: ChunkRange, encoded: EncodedChunk): void {
  for (const part of PARTS) writeAtomically(pathOf(run, range, `${part}.parquet`), encoded[part], run.write);
  const files = Object.fromEntries(
    PARTS.map((part) => [part, { bytes: encoded[part].length, sha256: sha256(encoded[part]) }]),
  );
  writeAtomically(
    pathOf(run, range, "json"),
    `${JSON.stringify({ manifestHash: run.manifest.manifestHash, ...range, files })}\n`,
    run.write,
  );
}

/** The committed bytes of a chunk; undefined when it was never committed. Errors: InputError when they are damaged. */
function readCommitted(run: RunFolder, range: ChunkRange): EncodedChunk | undefined {
  const file = pathOf(run, range, "json");
  if (!existsSync(file)) return undefined;
  const record = parseCommit(file, run, range);
  const [draws, months] = PARTS.map((part) => {
    const path = pathOf(run, range, `${part}.parquet`);
    if (!existsSync(path)) throw damaged(run, path, "the file is missing");
    if (!statSync(path).isFile()) throw damaged(run, path, "expected a file, got a folder");
    const bytes = new Uint8Array(readFileSync(path));
    const { bytes: length, sha256: hash } = record.files[part];
    if (bytes.length !== length) throw damaged(run, path, `got ${bytes.length} bytes, expected ${length}`);
    if (sha256(bytes) !== hash) throw damaged(run, path, "the bytes are not those that were committed (sha-256)");
    return bytes;
  });
  return { draws: draws!, months: months! };
}

function parseCommit(file: string, run: RunFolder, range: ChunkRange) {
  const { manifest } = run;
  let record: z.infer<typeof commitSchema>;
  try {
    record = commitSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw damaged(run, file, "the record of the chunk cannot be read");
  }
  if (record.manifestHash !== manifest.manifestHash) throw damaged(run, file, "the record is of another run");
  if (record.firstDraw !== range.firstDraw || record.draws !== range.draws)
    throw damaged(run, file, "the record is of another chunk");
  return record;
}

function damaged(run: RunFolder, file: string, message: string): InputError {
  const remedy = `${resumeCommand(run.folder)} computes it again`;
  return new InputError([{ file, line: 1, message, remedy }]);
}

/**
 * The values of a chunk, after a look at every byte; undefined when it was never committed.
 * Errors: InputError when it is damaged, of another run or of other draws.
 */
export async function readChunkIfThere(run: RunFolder, range: ChunkRange): Promise<SweepChunk | undefined> {
  const encoded = readCommitted(run, range);
  if (encoded === undefined) return undefined;
  const file = pathOf(run, range, "json");
  try {
    const chunk = await decodeChunk(run.manifest.columns, range.firstDraw, encoded);
    if (chunk.draws === range.draws) return chunk;
    throw new Error(`got ${chunk.draws} draws, expected ${range.draws}`);
  } catch (error) {
    throw damaged(run, file, `the chunk is not of this run (${reasonOf(error)})`);
  }
}

/** The error for a chunk that should be there. */
export function missingChunk(run: RunFolder, range: ChunkRange): InputError {
  return damaged(run, pathOf(run, range, "json"), "the chunk is missing: it has no record");
}

/** Every chunk of a run in order, one in memory at a time. Errors: InputError at the first missing or damaged one. */
export async function* readChunks(run: RunFolder): AsyncGenerator<SweepChunk> {
  for (const range of rangesOf(run)) {
    const chunk = await readChunkIfThere(run, range);
    if (chunk === undefined) throw missingChunk(run, range);
    yield chunk;
  }
}

/** How many draws have a record; a look at names only. */
export function committedDraws(run: RunFolder): number {
  const names = new Set(readdirSync(join(run.folder, "chunks")));
  return rangesOf(run).reduce((sum, range) => sum + (names.has(`${chunkName(range)}.json`) ? range.draws : 0), 0);
}

/** Removes what a killed process had not finished writing; only by who holds the lock. */
export function clearParts(run: RunFolder): void {
  for (const folder of [run.folder, join(run.folder, "chunks")])
    for (const name of readdirSync(folder))
      if (name.endsWith(PART) && !name.startsWith("lock.")) rmSync(join(folder, name), { force: true });
}

/** What lies in the chunk folder and is of no chunk of this run. */
export interface Strangers {
  /** called like a chunk: of another cut or another run; who reads all files of the folder would read them too */
  readonly chunks: readonly string[];
  readonly others: readonly string[];
}

const CHUNK_FILE = /^\d{8,}-\d{8,}\.(draws\.parquet|months\.parquet|json)$/;

/** Looks for files that no chunk of this run has; those a killed process left half written do not count. */
export function strangersIn(run: RunFolder): Strangers {
  const ours = new Set(
    rangesOf(run).flatMap((range) =>
      ["draws.parquet", "months.parquet", "json"].map((e) => `${chunkName(range)}.${e}`),
    ),
  );
  const names = readdirSync(join(run.folder, "chunks")).filter((name) => !ours.has(name) && !name.endsWith(PART));
  return {
    chunks: names.filter((name) => CHUNK_FILE.test(name)).sort(),
    others: names.filter((name) => !CHUNK_FILE.test(name)).sort(),
  };
}

/** Removes strangers that are called like chunks; only by who holds the lock. */
export function clearStrangeChunks(run: RunFolder, { chunks }: Strangers): void {
  for (const name of chunks) rmSync(join(run.folder, "chunks", name), { force: true });
}
