import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { sha256 } from "../../src/store/canonical.ts";
import { checkRun } from "../../src/store/check.ts";
import { StoppedError, StoreError } from "../../src/store/errors.ts";
import { executeSweep } from "../../src/store/execute.ts";
import { inProcessExecutor } from "../../src/store/in-process.ts";
import { createRun, openRun, readChunks } from "../../src/store/run-folder.ts";
import { readSummary } from "../../src/store/summary-file.ts";
import { complete, filesOf, syntheticManifest, syntheticPlan, syntheticSweep, temporary } from "./synthetic.ts";

const places: (() => void)[] = [];
afterAll(() => {
  for (const clean of places) clean();
});
const place = () => {
  const { folder, clean } = temporary();
  places.push(clean);
  return folder;
};

const undisturbed = place();
await complete(undisturbed);
const wanted = filesOf(undisturbed);
const chunkFile = (folder: string, ending: string) => join(folder, "run", "chunks", `00000010-00000019.${ending}`);

describe("a run", () => {
  test("is a manifest, three files a chunk and a summary, and nothing else", () => {
    const chunks = ["00000000-00000009", "00000010-00000019", "00000020-00000024"];
    const files = chunks.flatMap((name) =>
      ["draws.parquet", "json", "months.parquet"].map((e) => `run/chunks/${name}.${e}`),
    );
    expect(Object.keys(wanted)).toEqual([...files, "run/manifest.json", "run/summary.json"]);
  });

  test("that is finished is not computed again", async () => {
    const executor = () => Promise.reject(new Error("nothing is left to compute"));
    const summary = await executeSweep({ run: openRun(join(undisturbed, "run")), executor, say: () => {} });
    expect(summary.draws).toBe(25);
  });

  test("is the same whatever chunks it is computed in, but for their files", async () => {
    const folder = place();
    const run = createRun(join(folder, "run"), syntheticManifest(syntheticPlan(), "run", 4));
    const executor = async () => inProcessExecutor(syntheticSweep());
    expect(await executeSweep({ run, executor, say: () => {} })).toEqual(
      readSummary(openRun(join(undisturbed, "run"))),
    );
  });
});

describe("damage", () => {
  const kinds: [string, (folder: string) => void, string][] = [
    ["a truncated file", (f) => truncateSync(chunkFile(f, "draws.parquet"), 100), "got 100 bytes, expected"],
    ["a file with more", (f) => appendFileSync(chunkFile(f, "months.parquet"), "x"), "bytes, expected"],
    ["an empty file", (f) => writeFileSync(chunkFile(f, "months.parquet"), ""), "got 0 bytes"],
    ["a missing file", (f) => rmSync(chunkFile(f, "draws.parquet")), "the file is missing"],
    ["a record cut in half", (f) => truncateSync(chunkFile(f, "json"), 20), "the record of the chunk cannot be read"],
    [
      "a flipped bit",
      (f) => {
        const bytes = readFileSync(chunkFile(f, "draws.parquet"));
        bytes[200]! ^= 1;
        writeFileSync(chunkFile(f, "draws.parquet"), bytes);
      },
      "the bytes are not those that were committed",
    ],
    [
      "another chunk's record",
      (f) => writeFileSync(chunkFile(f, "json"), readFileSync(join(f, "run/chunks/00000000-00000009.json"))),
      "the record is of another chunk",
    ],
    [
      "another run's record",
      (f) => {
        const text = readFileSync(chunkFile(f, "json"), "utf8");
        writeFileSync(chunkFile(f, "json"), text.replace(/"manifestHash":"[0-9a-f]{4}/, '"manifestHash":"0000'));
      },
      "the record is of another run",
    ],
    [
      "another chunk's files with a record that matches them",
      (f) => {
        const files: Record<string, { bytes: number; sha256: string }> = {};
        for (const part of ["draws", "months"]) {
          const bytes = readFileSync(join(f, `run/chunks/00000000-00000009.${part}.parquet`));
          writeFileSync(chunkFile(f, `${part}.parquet`), bytes);
          files[part] = { bytes: bytes.length, sha256: sha256(bytes) };
        }
        const record = JSON.parse(readFileSync(chunkFile(f, "json"), "utf8"));
        writeFileSync(chunkFile(f, "json"), JSON.stringify({ ...record, files }));
      },
      "the chunk is not of this run (row 1: got draw 0, expected 10)",
    ],
  ];

  test.each(kinds)("%s is an error for who reads, and computed again with a word", async (_kind, harm, words) => {
    const folder = place();
    await complete(folder);
    harm(folder);
    const run = openRun(join(folder, "run"));
    await expect(checkRun(run)).rejects.toThrow(words);
    const readAll = async () => {
      for await (const _chunk of readChunks(run));
    };
    await expect(readAll()).rejects.toThrow(words);
    const said = await complete(folder);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(words);
    expect(said[0]).toContain("computing it again");
    expect(filesOf(folder)).toEqual(wanted);
  });

  test("a missing record is a chunk to compute, without a word", async () => {
    const folder = place();
    await complete(folder);
    rmSync(chunkFile(folder, "json"));
    expect(await complete(folder)).toEqual([]);
    expect(filesOf(folder)).toEqual(wanted);
  });

  test.each([
    ["all files of", ["draws.parquet", "months.parquet", "json"]],
    ["the record of", ["json"]],
  ])("a finished run that lacks %s a chunk is not whole for who looks", async (_, endings) => {
    const folder = place();
    await complete(folder);
    for (const ending of endings) rmSync(chunkFile(folder, ending));
    const run = openRun(join(folder, "run"));
    await expect(checkRun(run)).rejects.toThrow("00000010-00000019.json:1: the chunk is missing: it has no record");
    rmSync(join(folder, "run", "summary.json"));
    expect(await checkRun(run)).toEqual({ committedDraws: 15, summary: undefined });
  });

  test("all of it is told at once", async () => {
    const folder = place();
    await complete(folder);
    rmSync(chunkFile(folder, "json"));
    truncateSync(join(folder, "run", "chunks", "00000020-00000024.draws.parquet"), 9);
    writeFileSync(join(folder, "run", "summary.json"), "{}");
    const found = await checkRun(openRun(join(folder, "run"))).catch((error) => error.problems);
    expect(found.map(({ message }: { message: string }) => message)).toEqual([
      "the chunk is missing: it has no record",
      expect.stringMatching(/^got 9 bytes, expected/),
      "the summary cannot be read",
    ]);
  });

  test("chunk files of another cut are an error for who looks, and cleared away with a word", async () => {
    const folder = place();
    await complete(folder);
    const chunks = join(folder, "run", "chunks");
    for (const ending of ["draws.parquet", "months.parquet", "json"])
      writeFileSync(join(chunks, `00000010-00000014.${ending}`), readFileSync(chunkFile(folder, ending)));
    const looking = checkRun(openRun(join(folder, "run")));
    await expect(looking).rejects.toThrow("00000010-00000014.draws.parquet:1: the file is not of this run");
    expect(await complete(folder)).toEqual([
      "/run: chunk files not of this run, cleared away: 00000010-00000014.draws.parquet, 00000010-00000014.json, 00000010-00000014.months.parquet",
    ]);
    expect(filesOf(folder)).toEqual(wanted);
  });

  test("a changed summary is an error for who reads, and written again with a word", async () => {
    const folder = place();
    await complete(folder);
    const file = join(folder, "run", "summary.json");
    writeFileSync(file, readFileSync(file, "utf8").replace('"draws":25', '"draws":26'));
    expect(() => readSummary(openRun(join(folder, "run")))).toThrow("the summary was changed after it was written");
    expect((await complete(folder))[0]).toContain("writing it again");
    expect(filesOf(folder)).toEqual(wanted);
  });

  test("files that are not of this run are named and left alone", async () => {
    const folder = place();
    await complete(folder);
    writeFileSync(join(folder, "run", "chunks", "notes.txt"), "mine");
    expect((await complete(folder))[0]).toContain("not of this run and left alone: notes.txt");
    expect(existsSync(join(folder, "run", "chunks", "notes.txt"))).toBe(true);
    expect((await checkRun(openRun(join(folder, "run")))).committedDraws).toBe(25);
    writeFileSync(join(folder, "run", "chunks", "all.parquet"), "mine");
    await expect(checkRun(openRun(join(folder, "run")))).rejects.toThrow("all.parquet:1: the file is not of this run");
  });
});

describe("a full disk", () => {
  const writes = 11; // the manifest, three files a chunk, the summary

  test.each(Array.from({ length: writes }, (_, at) => at))(
    "at write %i is an error in words, and the run goes on later",
    async (at) => {
      const folder = place();
      let count = 0;
      const full = (file: number, bytes: Uint8Array | string) => {
        if (count++ === at)
          throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
        writeFileSync(file, bytes);
      };
      const failing = complete(folder, syntheticPlan(), full);
      await expect(failing).rejects.toThrow("the disk is full (ENOSPC: no space left on device, write)");
      await expect(failing).rejects.toBeInstanceOf(StoreError);
      expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).includes("part"))).toEqual([]);
      expect(await complete(folder)).toEqual([]);
      expect(filesOf(folder)).toEqual(wanted);
    },
  );
});

describe("a stop", () => {
  test("keeps what is committed and leaves no lock", async () => {
    const folder = place();
    const stop = new AbortController();
    const run = createRun(join(folder, "run"), syntheticManifest());
    const sweep = syntheticSweep();
    const stopping = {
      ...sweep,
      runChunk: (first: number, draws: number) => {
        if (first === 10) stop.abort();
        return sweep.runChunk(first, draws);
      },
    };
    const running = executeSweep({
      run,
      executor: async () => inProcessExecutor(stopping),
      say: () => {},
      signal: stop.signal,
    });
    await expect(running).rejects.toBeInstanceOf(StoppedError);
    expect(await checkRun(run)).toEqual({ committedDraws: 20, summary: undefined });
    expect(existsSync(join(folder, "run", "lock.json"))).toBe(false);
    await complete(folder);
    expect(filesOf(folder)).toEqual(wanted);
  });
});
