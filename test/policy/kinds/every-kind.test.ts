import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { modelNetwork } from "../../../src/chain/network.ts";
import { certify } from "../../../src/market/certify.ts";
import { createClearer } from "../../../src/market/clear.ts";
import { plusDays } from "../../../src/policy/calendar.ts";
import type { PolicyKind } from "../../../src/policy/kinds/index.ts";
import { rehearse } from "../fixture.ts";
import { sampleOf, samples } from "../samples.ts";

const kinds = Object.keys(samples) as PolicyKind[];

describe.each(kinds)("%s", (kind) => {
  it("leaves months outside its dates exactly as they were", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 240 }), fc.integer({ min: 0, max: 100 }), (offset, length) => {
        const from = plusDays("2025-01-01", offset);
        const to = plusDays(from, length);
        const { model, termsOf } = rehearse(sampleOf(kind, { from, to }), 12);
        for (let month = 0; month < 12; month++) {
          const label = `2025-${String(month + 1).padStart(2, "0")}`;
          if (label >= from.slice(0, 7) && label <= to.slice(0, 7)) continue;
          expect(termsOf(month)).toEqual(model.terms);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("stands still at base prices before it begins", () => {
    const { model, termsOf } = rehearse(sampleOf(kind, { from: "2025-03-01", to: "2025-04-30" }));
    const clearer = createClearer(modelNetwork(model));
    const { level, priceUsdPerTonne } = clearer.clear(termsOf(0), model.basePriceUsdPerTonne);
    level.forEach((x, a) => {
      expect(x).toBeCloseTo(model.baseLevel[a]!, 8);
    });
    priceUsdPerTonne.forEach((p, m) => {
      expect(p).toBeCloseTo(model.basePriceUsdPerTonne[m]!, 8);
    });
  });

  it("clears while it is in force, and changes something", () => {
    const { model, termsOf } = rehearse(sampleOf(kind, { from: "2025-03-01", to: "2025-04-30" }));
    const network = modelNetwork(model);
    const terms = termsOf(3);
    const clearing = createClearer(network).clear(terms, model.basePriceUsdPerTonne);
    const certificate = certify(network, terms, clearing);
    expect(certificate.primalResidualShare).toBeLessThan(1e-9);
    expect(certificate.dualityGapShare).toBeLessThan(1e-9);
    const moved = clearing.level.some((x, a) => Math.abs(x - model.baseLevel[a]!) > 1e-6);
    // a suspended ban changes nothing, and a dearer substitute is not worth it at base prices
    expect(moved).toBe(kind !== "suspension" && kind !== "substitution");
  });
});
