import { describe, expect, test } from "vitest";
import { namesFrom } from "../../src/charts/names.ts";
import { worseOffSentences } from "../../src/charts/worse-off.ts";
import type { Rehearsal, UseSummary } from "../../src/simulation/result.ts";
import { rehearsalOf, runOf, use } from "../exposure/sample.ts";

const months = ["2027-01", "2027-02", "2027-03"];
const market = (peak: number) => ({
  commodity: "magnet",
  country: "JPN",
  basePriceUsdPerTonne: 10,
  priceUsdPerTonne: [10, 10 * peak, 10],
  stockTonnes: [0, 0, 0],
  coverDays: [0, 0, 0],
});
const shortage = (valueAtRiskUsd: number) => ({
  firstShortMonth: "2027-02",
  shortMonths: 1,
  worstMonth: "2027-02",
  worstShortfallShare: valueAtRiskUsd,
  missingTonnes: 1,
  valueAtRiskUsd,
});
const line: UseSummary = {
  ...{ country: "JPN", use: "vehicles", demandTonnes: 30 },
  withoutMeasures: shortage(0.1),
  withMeasures: shortage(0.3),
};
const plain = { country: "USA", use: "wind", withoutMeasures: shortage(0.3), withMeasures: shortage(0.1) };

/** Vehicles in Japan lack a tenth without the measures and three tenths with them. */
function rehearsal(changes: Partial<Rehearsal> = {}, peak = 3): Rehearsal {
  const without = { ...runOf(months, [], [use("JPN", 10, [1, 0.9, 1])]), markets: [market(2)] };
  const withAll = { ...runOf(months, [], [use("JPN", 10, [1, 0.7, 1])]), markets: [market(peak)] };
  return { ...rehearsalOf(withAll, without), summary: [line, { ...line, ...plain }], ...changes };
}
const told = (r: Rehearsal) => worseOffSentences(r, namesFrom()).join(" ").replaceAll("\u00a0", " ");
const measure = (id: string, title: string) => ({ id, title }) as Rehearsal["measures"][number];

describe("uses that the measures harm", () => {
  test("how many, which, and the input that became dearer", () => {
    expect(told(rehearsal())).toBe(
      "1 of 2 end uses is worse off with the measures than without: vehicles in Japan (magnet peaks at 3.0× instead of 2.0×).",
    );
  });

  test("no reason is made up where no input became dearer", () => {
    expect(told(rehearsal({}, 2))).toBe(
      "1 of 2 end uses is worse off with the measures than without: vehicles in Japan.",
    );
  });

  test("nothing where nobody is worse off, or nothing is compared", () => {
    expect(told(rehearsal({ summary: [{ ...line, ...plain }] }))).toBe("");
    expect(told(rehearsal({ withoutMeasures: null }))).toBe("");
    const slightly = { ...line, withMeasures: shortage(0.04), withoutMeasures: shortage(0.01) };
    expect(told(rehearsal({ summary: [slightly] }))).toBe("");
  });

  test("who takes it: the plant that uses it, the stockpile that grows while it is short", () => {
    const plant = {
      ...{ id: "plant:motors", kind: "refine", commodity: "motor", country: "USA" },
      ...{ tonnes: [0, 4, 4], baselineTonnesPerMonth: 0, rentUsdPerTonne: [0, 0, 0] },
      entries: [
        { commodity: "magnet", coefficient: -0.5 },
        { commodity: "motor", coefficient: 1 },
      ],
    };
    const stockpile = (tonnes: number[]) => ({ id: "reserve", commodity: "magnet", country: "JPN", tonnes });
    const measures = [measure("motors", "Motors in Texas"), measure("reserve", "A reserve."), measure("idle", "Idle")];
    const both = rehearsal({ activities: [plant], stockpiles: [stockpile([0, 5, 5])], measures });
    expect(told(both)).toContain(
      "Material goes to who pays most, and “Motors in Texas” takes it too, and “A reserve” fills during the shortage.",
    );
    // one that fills before and after, and gives in between, takes nothing from anybody
    const helpful = rehearsal({ stockpiles: [stockpile([5, 2, 5])], measures });
    expect(told(helpful)).not.toContain("Material goes");
  });
});
