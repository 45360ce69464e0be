import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { notesOn } from "../../../src/planning/plan-notes.ts";
import { namesInLanguage } from "../../../src/web/data/names-in-language.ts";
import { readPlan } from "../../../src/web/engine/read-plan.ts";
import { namesOf } from "../../../src/web/words/names.ts";
import { openEngine } from "../engine/world.ts";

const csv = readFileSync("data/names.csv", "utf8");

test("the notes of the shipped plans have a translation: after a change, change phrase/… in data/names.csv", () => {
  const engine = openEngine();
  const notes = new Set(
    ["us-japan", "us-japan-worth", "eu-crma-2030", "small"].flatMap((id) => {
      const { plan } = readPlan(engine, { plan: id });
      return notesOn(
        plan,
        plan.candidates.map(() => 0),
      );
    }),
  );
  expect(notes.size).toBeGreaterThan(8);
  for (const lang of ["de", "ja"] as const) {
    const names = namesOf(namesInLanguage(csv, lang), lang);
    expect([...notes].filter((note) => names.sentence(note).lang !== lang)).toEqual([]);
  }
});
