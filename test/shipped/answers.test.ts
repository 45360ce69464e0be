import { expect, test } from "vitest";
import { answer } from "../../src/charts/answer.ts";
import { leftOutPrices } from "../../src/charts/left-out-prices.ts";
import { namesFrom } from "../../src/charts/names.ts";
import { watchedCommodities } from "../../src/charts/watched-commodities.ts";
import { rehearse } from "../../src/simulation/rehearse.ts";
import { shippedScenario, workbenchOf } from "./shipped.ts";

const told = (id: string) => {
  const scenario = shippedScenario(id);
  const rehearsal = rehearse(workbenchOf(scenario), id, scenario, { skipWorth: true });
  const text = answer(rehearsal, namesFrom()).paragraphs.flat().join(" ").replaceAll("\u00a0", " ");
  return { rehearsal, text };
};

test("Congo's cobalt stop: inside is Congo, where the price falls, not China, which buys", () => {
  const { rehearsal, text } = told("congo-cobalt-2025");
  expect(text).toMatch(
    /^.* peaks at 3\.0× in China and 2\.9× in Japan .*, while inside DR Congo it falls to 0\.28×\.$/,
  );
  expect(new Set(rehearsal.heldBack.map((h) => h.country))).toEqual(new Set(["COD"]));
});

test("a stop of gallium and germanium: indium in the same uses does not water down what is missing", () => {
  const { rehearsal, text } = told("gallium-germanium-stop");
  const chips = rehearsal.summary.find((s) => s.country === "USA" && s.use === "semiconductors")!;
  // 14.7 t of gallium and 7.85 t of germanium a year over 18 months; with the 42.8 t of indium it would be 11 % at worst
  expect(chips.demandTonnes).toBeCloseTo((14.7 + 7.85) * 1.5, 0);
  expect(chips.withMeasures.worstShortfallShare).toBeGreaterThan(0.19);
  expect(rehearsal.uses.find((u) => u.country === "USA" && u.use === "semiconductors")!.demandTonnes[0]).toBeCloseTo(
    65.35 / 12,
    1,
  );
  expect(text).toMatch(/In the United States, 6 of 6 end uses run short/);
  expect(rehearsal.untouched.map((u) => u.use)).toEqual(expect.arrayContaining(["construction", "displays"]));
  expect(watchedCommodities(rehearsal)).toEqual(["gallium-metal", "germanium-metal"]);
  expect(leftOutPrices(rehearsal).replaceAll("\u00a0", " ")).toBe("Left out: 6 prices that never leave 1.0×.");
});
