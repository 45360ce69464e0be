import { expect, test } from "vitest";
import { activityParts } from "../../../../src/web/screens/sources/activity-name.ts";
import { figureName, joined, type Known } from "../../../../src/web/screens/sources/figure-name.ts";

const of = (names: Readonly<Record<string, string>>) => (id: string) => names[id];
const known: Known = {
  country: of({ CHN: "China", JPN: "Japan", WLD: "world" }),
  commodity: of({ alumina: "Alumina", "dysprosium-oxide": "Dysprosium oxide", "dysprosium-metal": "Dysprosium metal" }),
  material: of({ dysprosium: "Dysprosium" }),
  application: of({ "wind-geared": "Geared wind turbines" }),
  activity: of({ reduce: "Metal making", refine: "Refining" }),
  comma: ", ",
  plain: (id) => id.replaceAll("-", " "),
};

test.each([
  ["trade/alumina:CHN>JPN", "Alumina, China → Japan"],
  ["prices/dysprosium-oxide@WLD", "Dysprosium oxide, world"],
  ["production/reduce:reduce-dysprosium@JPN:dysprosium-metal", "Dysprosium metal, Japan, Metal making"],
  ["demand/wind-geared@CHN", "Geared wind turbines, China"],
  ["recipes/reduce-dysprosium:dysprosium-oxide", "Dysprosium oxide, reduce dysprosium"],
  ["stocks/private:dysprosium-metal@*", "Dysprosium metal, private"],
  ["facilities/browns-range", "browns range"],
  ["demand_curves/flexible:0:share", "flexible, 0, share"],
])("%s is %s", (id, name) => {
  expect(figureName(id, known)).toBe(name);
});

test.each([
  ["ship:alumina:CHN>JPN", "Alumina, China → Japan"],
  ["reduce:reduce-dysprosium@CHN", "Dysprosium, China, Metal making"],
  ["use:wind-geared@JPN", "Geared wind turbines, Japan"],
])("the activity %s is %s", (id, name) => {
  expect(joined(activityParts(id, known), known)).toBe(name);
});
