import { expect, test } from "vitest";
import { answer } from "../../src/charts/answer.ts";
import { blocsOf } from "../../src/charts/blocs.ts";
import { namesFrom } from "../../src/charts/names.ts";
import { shortageStrips } from "../../src/charts/shortage-strips.ts";
import { renderRehearsal } from "../../src/cli/render/index.ts";
import { sampleRehearsal } from "../report/sample.ts";

const sample = { ...sampleRehearsal(), viewpoint: ["JPN", "USA", "XXX"] };
const bloc = { ...sample, blocs: [{ bloc: "G7", members: ["JPN", "USA", "XXX"] }] };

test("a bloc is the sum of its members: need, loss, and months by the value of both", () => {
  const [seen] = blocsOf(bloc);
  expect(seen!.viewpoint).toEqual(["G7"]);
  const cars = seen!.summary.find((s) => s.use === "electric-vehicles")!;
  const members = sample.summary.filter((s) => s.use === "electric-vehicles");
  const total = (pick: (s: (typeof members)[number]) => number) => members.reduce((sum, s) => sum + pick(s), 0);
  expect(cars.demandTonnes).toBeCloseTo(
    total((s) => s.demandTonnes),
    6,
  );
  expect(cars.withMeasures.valueAtRiskUsd).toBeCloseTo(
    total((s) => s.withMeasures.valueAtRiskUsd),
    0,
  );
  const [worst, mildest] = members.map((s) => s.withoutMeasures.worstShortfallShare).sort((a, b) => b - a);
  expect(cars.withoutMeasures.worstShortfallShare).toBeLessThan(worst!);
  expect(cars.withoutMeasures.worstShortfallShare).toBeGreaterThan(mildest!);
});

test("the bloc stands first, its losses by member; nothing is counted twice", () => {
  const found = answer(bloc, namesFrom());
  expect(found.countries.map((c) => c.country)).toEqual(["G7", "JPN", "USA", "XXX"]);
  const [first] = found.paragraphs.map((p) => p.join(" ").replaceAll("\u00a0", " "));
  expect(first).toMatch(/^In G7, 1\d of 15 end uses run short/);
  expect(first).toMatch(
    /by member: the United States USD \d+ bn and Japan USD \d+ bn\. In XXX, no end use runs short\.$/,
  );
  const relief = (r: typeof sample) =>
    answer(r, namesFrom())
      .paragraphs.flat()
      .find((s) => s.startsWith("With the"));
  expect(relief(bloc)).toBe(relief(sample));
});

test("countries with nothing to tell have no bare heading of their own", () => {
  expect(shortageStrips(bloc, namesFrom()).map((chart) => chart.country)).toEqual(["G7", "JPN", "USA", "XXX"]);
  expect(renderRehearsal(bloc)).not.toMatch(/^XXX$/m);
  expect(renderRehearsal(bloc)).toMatch(/^G7$/m);
  expect(renderRehearsal({ ...sample, blocs: [] }, { width: 400 })).toContain(
    "In XXX, no end use runs short without the measures.",
  );
});
