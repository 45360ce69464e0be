import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Dependence } from "../../../src/dependence/index.ts";
import { namesInLanguage } from "../../../src/web/data/names-in-language.ts";
import { dependence } from "../../../src/web/engine/handlers/dependence.ts";
import { namesOf } from "../../../src/web/words/names.ts";
import { openEngine } from "../engine/world.ts";

const csv = readFileSync("data/names.csv", "utf8");

/** Every text of a dependence that is no id. */
function textsOf({ materials, notes }: Dependence): string[] {
  return [
    ...notes,
    ...materials.flatMap((m) => [
      ...m.gaps,
      ...m.world.map((w) => w.form),
      ...m.imports.flatMap((i) => [i.form, i.fit, i.caveat, i.makersForm ?? ""]),
      ...m.indicators.flatMap((i) => [i.indicator, i.qualifier, i.unit, i.stage ?? "", i.about, i.caveat]),
      ...m.uses.map((u) => u.application),
    ]),
  ];
}

test("what the dependence says in words has a translation: add what is missing as phrase/… to data/names.csv", () => {
  const engine = openEngine();
  const texts = new Set(
    ["JPN", "DEU", "USA", "EU", "POL"].flatMap((country) => textsOf(dependence(engine, { country }))),
  );
  texts.delete("");
  expect(texts.size).toBeGreaterThan(300);
  for (const lang of ["de", "ja"] as const) {
    const names = namesOf(namesInLanguage(csv, lang), lang);
    expect([...texts].filter((text) => names.sentence(text).lang !== lang)).toEqual([]);
  }
});
