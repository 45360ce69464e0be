import { describe, expect, it } from "vitest";
import { modelNetwork } from "../../../src/chain/network.ts";
import { createClearer } from "../../../src/market/clear.ts";
import { problemsOf, rehearse } from "../fixture.ts";

const licence = {
  kind: "licence",
  materials: ["oxide", "magnet"],
  origins: ["AAA"],
  processingWorkingDays: 0,
  approvals: [{ from: "2025-03-01", approvalShare: 0.5 }],
};
const free = Number.POSITIVE_INFINITY;

describe("licence", () => {
  it("scales each shipment by what its queue admits", () => {
    const { series } = rehearse({ licence: { ...licence, resubmitShare: 1 } }, 5);
    // 20 t × 0.5, × (1 + 0.5)/2, × (1 + 0.75)/2
    expect(series("ship:oxide:AAA>BBB", "upperBound")).toEqual(
      [free, free, 10, 15, 17.5].map((x) => expect.closeTo(x, 12)),
    );
  });

  it("favours destinations: the entry that names fewest countries wins", () => {
    const destinationSelectivity = { CCC: 0.2, PAIR: 0.8 };
    const { termsOf, index } = rehearse({ licence: { ...licence, destinationSelectivity } }, 3);
    const { upperBound } = termsOf(2);
    // magnets: 10 t × 0.5 × 0.8 to BBB, 50 t × 0.5 × 0.2 to CCC
    expect(upperBound[index("ship:magnet:AAA>BBB")]).toBeCloseTo(4, 12);
    expect(upperBound[index("ship:magnet:AAA>CCC")]).toBeCloseTo(5, 12);
  });

  it("keeps approvals and general licences to the destinations they name", () => {
    const changes = {
      approvals: [...licence.approvals, { from: "2025-03-01", approvalShare: 1, destinations: ["CCC"] }],
      generalLicences: [{ from: "2025-03-01", share: 0.5, headroomShare: 1.2, destinations: ["BBB"] }],
    };
    const { termsOf, index } = rehearse({ licence: { ...licence, ...changes } }, 3);
    const { upperBound } = termsOf(2);
    // BBB: 10 × (0.5 × 1.2 + 0.5 × 0.5); CCC: all of 50
    expect(upperBound[index("ship:magnet:AAA>BBB")]).toBeCloseTo(8.5, 12);
    expect(upperBound[index("ship:magnet:AAA>CCC")]).toBeCloseTo(50, 12);
  });

  it("leaks a share of what it does not admit", () => {
    const leakage = { share: 0.1, premiumShare: 0.5, via: "BBB" };
    const { series } = rehearse({ licence: { ...licence, leakage } }, 3);
    expect(series("leak:licence:magnet:AAA>CCC", "upperBound")).toEqual([0, 0, expect.closeTo(0.1 * 50 * 0.5, 12)]);
  });

  describe("with an end use shut out", () => {
    const shut = {
      ...licence,
      approvals: [{ from: "2025-03-01", approvalShare: 1 }],
      endUseSelectivity: { defence: 0 },
    };
    const surplus = "permit:licence:defence:oxide@BBB";

    it("lets nobody need a permit until it is in force", () => {
      const { series, termsOf, index } = rehearse({ licence: { ...shut, from: "2025-03-11" } }, 4);
      // radars need 3 t; 1 t is recycled; so 2 t are waved through in the baseline. 10 of 31 days of March are free.
      expect(termsOf(0).referenceLevel[index(surplus)]).toBe(1 - 3);
      expect(series(surplus, "lowerBound")).toEqual([-free, -free, expect.closeTo((-3 * 10) / 31, 12), 0]);
    });

    it("leaves defence only what does not come under the licence", () => {
      const { model, termsOf, index } = rehearse({ licence: shut }, 3);
      const { level, priceUsdPerTonne } = createClearer(modelNetwork(model)).clear(
        termsOf(2),
        model.basePriceUsdPerTonne,
      );
      const untied =
        level[index("recycle:recycle-scrap@BBB")]! +
        level[index("store:oxide@BBB:0")]! +
        level[index("store:oxide@BBB:1")]!;
      const radar = level[index("use:radar@BBB:0")]!;
      expect(radar).toBeCloseTo(untied - level[index(surplus)]!, 9);
      expect(radar).toBeGreaterThan(1);
      expect(radar).toBeLessThan(3);
      // what a tonne for defence costs over the ordinary price, in BBB
      expect(priceUsdPerTonne[model.markets.findIndex((m) => m.commodity === surplus)]).toBeGreaterThan(1);
    });

    it("asks for a use that takes the material", () => {
      const onlyMagnets = { ...shut, materials: ["magnet"] };
      expect(problemsOf({ licence: onlyMagnets })).toEqual([
        "licence.endUseSelectivity.defence: no defence in the destinations uses magnet",
      ]);
    });
  });
});
