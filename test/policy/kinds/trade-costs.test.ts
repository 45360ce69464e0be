import { describe, expect, it } from "vitest";
import { rehearse } from "../fixture.ts";

describe("export-tax", () => {
  it("adds a share of the origin's price and a sum per tonne", () => {
    const tax = { kind: "export-tax", materials: ["magnets"], origins: ["AAA"], adValoremShare: 0.2, usdPerTonne: 5 };
    const { series } = rehearse({ tax: { ...tax, to: "2025-04-15" } });
    // freight 55 − 50; tax 0.2 × 50 + 5 = 15; half of April
    expect(series("ship:magnet:AAA>BBB", "marginalCost")).toEqual([5, 5, 20, 12.5, 5, 5]);
  });
});

describe("import-tariff", () => {
  it("adds to what every origin pays", () => {
    const tariff = { kind: "import-tariff", materials: ["magnets"], destinations: ["CCC"], adValoremShare: 0.1 };
    const { termsOf, index } = rehearse({ tariff }, 3);
    const { marginalCost } = termsOf(2);
    // from AAA 10 + 0.1 × 50, from BBB 5 + 0.1 × 55
    expect(marginalCost[index("ship:magnet:AAA>CCC")]).toBeCloseTo(15, 12);
    expect(marginalCost[index("ship:magnet:BBB>CCC")]).toBeCloseTo(10.5, 12);
    expect(marginalCost[index("ship:magnet:AAA>BBB")]).toBe(5);
  });

  it("takes off when it is cut, and keeps to the origins it names", () => {
    const cut = {
      kind: "import-tariff",
      materials: ["magnets"],
      origins: ["BBB"],
      destinations: ["CCC"],
      changeShare: -0.04,
    };
    const { termsOf, index } = rehearse({ cut }, 3);
    // 5 − 0.04 × 55
    expect(termsOf(2).marginalCost[index("ship:magnet:BBB>CCC")]).toBeCloseTo(2.8, 12);
    expect(termsOf(2).marginalCost[index("ship:magnet:AAA>CCC")]).toBe(10);
  });

  it("adds up with a tax on the same shipment", () => {
    const tariff = { kind: "import-tariff", materials: ["magnets"], destinations: ["CCC"], adValoremShare: 0.1 };
    const tax = { kind: "export-tax", materials: ["magnets"], origins: ["AAA"], usdPerTonne: 3 };
    expect(rehearse({ tariff, tax }, 3).series("ship:magnet:AAA>CCC", "marginalCost")[2]).toBeCloseTo(10 + 5 + 3, 12);
  });
});
