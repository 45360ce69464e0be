import { describe, expect, test } from "vitest";
import { rehearse } from "../../src/simulation/rehearse.ts";
import type { OpenWorkbench } from "../../src/simulation/workbench.ts";
import { openShipped, shippedScenario, workbenchOf } from "./shipped.ts";

const open = new Map<string, OpenWorkbench>();

// The balanced year 2024 of the other minerals against published shares.

/** tonnes a year a country (or the world) makes of a commodity */
function made({ model }: OpenWorkbench, commodity: string, country?: string): number {
  return model.activities.reduce((sum, activity, a) => {
    if (activity.kind === "ship" || (country !== undefined && activity.country !== country)) return sum;
    const own = activity.entries.filter((e) => e.coefficient > 0 && model.markets[e.market]!.commodity === commodity);
    return sum + own.reduce((t, e) => t + 12 * e.coefficient * model.baseLevel[a]!, 0);
  }, 0);
}

/** tonnes a year shipped between two countries; null is anywhere */
function shipped({ model }: OpenWorkbench, commodity: string, origin: string | null, destination: string | null) {
  return model.activities.reduce(
    (sum, activity, a) =>
      activity.kind === "ship" &&
      activity.commodity === commodity &&
      (origin === null || activity.country === origin) &&
      (destination === null || activity.destination === destination)
        ? sum + 12 * model.baseLevel[a]!
        : sum,
    0,
  );
}

interface Share {
  readonly material: string;
  readonly commodity: string;
  readonly country: string;
  readonly between: readonly [number, number];
  readonly says: string;
}

const shares: readonly Share[] = [
  { material: "gallium", commodity: "alumina", country: "CHN", between: [0.57, 0.63], says: "USGS 85.5 of 142 Mt" },
  { material: "gallium", commodity: "bauxite", country: "GIN", between: [0.29, 0.37], says: "USGS 142 of 428 Mt" },
  {
    material: "gallium",
    commodity: "aluminium-metal",
    country: "CHN",
    between: [0.58, 0.63],
    says: "USGS 44 of 73 Mt",
  },
  { material: "indium", commodity: "indium-metal", country: "CHN", between: [0.66, 0.74], says: "USGS 760 of 1,090 t" },
  { material: "indium", commodity: "indium-metal", country: "KOR", between: [0.14, 0.19], says: "USGS 180 of 1,090 t" },
  { material: "germanium", commodity: "germanium-metal", country: "CHN", between: [0.7, 0.86], says: "EU 83 %" },
  {
    material: "graphite",
    commodity: "graphite-flake",
    country: "CHN",
    between: [0.78, 0.86],
    says: "USGS 82 % of 2024",
  },
  { material: "graphite", commodity: "battery-graphite", country: "CHN", between: [0.93, 0.97], says: "IEA 96 %" },
];

describe("the balanced year 2024 of other minerals", () => {
  test.each(shares)("$commodity: $country, $says", ({ material, commodity, country, between: [low, high] }) => {
    const workbench = opened(material);
    const share = made(workbench, commodity, country) / made(workbench, commodity);
    expect(share).toBeGreaterThanOrEqual(low);
    expect(share).toBeLessThanOrEqual(high);
  });

  test("China makes 98–99 % of primary gallium (USGS)", () => {
    const { model } = opened("gallium");
    const level = (country?: string) =>
      model.activities.reduce(
        (sum, activity, a) =>
          activity.recipe === "refine-gallium" && (country ?? activity.country) === activity.country
            ? sum + model.baseLevel[a]!
            : sum,
        0,
      );
    expect(level("CHN") / level()).toBeGreaterThan(0.975);
    expect(12 * level()).toBeCloseTo(848, -2);
  });

  test("the United States import all gallium, indium and natural graphite but what scrap gives (USGS: 100 %)", () => {
    expect(made(opened("graphite"), "graphite-flake", "USA")).toBe(0);
    expect(made(opened("indium"), "indium-metal", "USA")).toBe(0);
    expect(made(opened("gallium"), "gallium-metal", "USA")).toBeLessThan(7);
    expect(shipped(opened("graphite"), "graphite-flake", null, "USA")).toBeGreaterThan(50_000);
  });
});

describe("a control on gallium", () => {
  const scenario = shippedScenario("gallium-germanium-stop");
  const rehearsal = rehearse(workbenchOf(scenario), "gallium-germanium-stop", scenario, { skipWorth: true });
  const price = (commodity: string, country: string) => {
    const market = rehearsal.markets.find((m) => m.commodity === commodity && m.country === country)!;
    return market.priceUsdPerTonne.map((p) => p / market.basePriceUsdPerTonne);
  };

  test.each(["gallium-metal", "germanium-metal"])(
    "raises the price of %s outside and lowers it inside",
    (commodity) => {
      expect(Math.max(...price(commodity, "USA"))).toBeGreaterThan(1.5);
      expect(Math.min(...price(commodity, "CHN"))).toBeLessThan(0.97);
    },
  );

  test("leaves the host metals alone: gallium is worth too little to an alumina plant", () => {
    expect(Math.max(...price("alumina", "USA"))).toBeLessThan(1.01);
    expect(Math.min(...price("alumina", "CHN"))).toBeGreaterThan(0.99);
  });
});

function opened(material: string): OpenWorkbench {
  const known = open.get(material) ?? openShipped(material);
  open.set(material, known);
  return known;
}
