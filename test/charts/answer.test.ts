import { expect, test } from "vitest";
import { answer } from "../../src/charts/answer.ts";
import { namesFrom } from "../../src/charts/names.ts";
import { sampleRehearsal } from "../report/sample.ts";

const text = (rehearsal: ReturnType<typeof sampleRehearsal>) =>
  answer(rehearsal, namesFrom())
    .paragraphs.map((p) => p.join(" "))
    .join("\n")
    .replaceAll("\u00a0", " ");

test("the paragraph names uses, months, shares, prices and the best measure", () => {
  expect(text(sampleRehearsal())).toMatchInlineSnapshot(`
    "In Japan, 10 of 15 end uses run short without the measures, beginning with defence in Apr 2025. Deepest: defence, short of 32 % of its need in Jun 2025; costliest: electric vehicles, USD 25 bn of products not made. In the United States, 12 of 15 end uses run short without the measures, beginning with defence in Apr 2025. Deepest: defence, short of 55 % of its need in Jun 2025; costliest: electric vehicles, USD 32 bn of products not made.
    Yttrium oxide peaks at 11× in Japan and 13× in the United States of its former price, while inside China it falls to 0.88×.
    With the measures, the value of products that cannot be made over the 60 months falls from USD 128 bn to USD 67 bn (−47 %). The measure worth most is “Heavy rare-earth separation at Mountain Pass”: without it, USD 9.1 bn more would be lost.
    Less would be lost without “Price floor of USD 110/kg for NdPr oxide” (USD 110 m)."
  `);
});

test("without measures nothing is compared", () => {
  const found = text({ ...sampleRehearsal(), withoutMeasures: null, measures: [] });
  expect(found).not.toContain("measure");
  expect(found).toContain("In Japan, 10 of 15 end uses run short, beginning with defence");
});

test("nothing short is said plainly", () => {
  const calm = {
    firstShortMonth: null,
    shortMonths: 0,
    worstMonth: null,
    worstShortfallShare: 0,
    missingTonnes: 0,
    valueAtRiskUsd: 0,
  };
  const sample = sampleRehearsal();
  const summary = sample.summary.map((s) => ({ ...s, withMeasures: calm, withoutMeasures: calm }));
  expect(text({ ...sample, summary })).toContain(
    "In Japan and the United States, no end use runs short without the measures.",
  );
});
