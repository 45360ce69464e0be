import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { complete, filesOf, temporary } from "./synthetic.ts";

// Death at every single write and rename of a run, not only at random moments.

const { folder, clean } = temporary();
afterAll(clean);
async function dieAt(place: string, moment: string, at: number): Promise<{ signal: string | null; stdout: string }> {
  const child = spawn(process.execPath, [
    "--import",
    "tsx",
    join(import.meta.dirname, "die-at.ts"),
    place,
    moment,
    String(at),
  ]);
  let stdout = "";
  child.stdout.on("data", (text) => {
    stdout += text;
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.on("close", (...end) => resolve(end)),
  );
  return { signal: signal ?? (code === 137 ? "SIGKILL" : null), stdout };
}

describe("a process that dies", () => {
  const steps = 11; // the manifest, three files a chunk, the summary

  test("nowhere counts as many steps as are tried below, and leaves what an undisturbed run leaves", async () => {
    const place = join(folder, "undisturbed");
    expect(await dieAt(place, "after-rename", 0)).toEqual({ signal: null, stdout: String(steps) });
    await complete(join(folder, "here"));
    expect(filesOf(place)).toEqual(filesOf(join(folder, "here")));
  });

  test.each(["mid-write", "before-rename", "after-rename"])(
    "%s, at any of them, leaves a run that resumes to the same bytes",
    async (moment) => {
      const wanted = filesOf(join(folder, "here"));
      const lanes = [1, 2].map(async (first) => {
        for (let at = first; at <= steps; at += 2) {
          const place = join(folder, `${moment}-${at}`);
          expect((await dieAt(place, moment, at)).signal).toBe("SIGKILL");
          await complete(place);
          expect({ at, files: filesOf(place) }).toEqual({ at, files: wanted });
        }
      });
      await Promise.all(lanes);
    },
  );
});
