import { describe, expect, test } from "vitest";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { rehearse } from "../../src/simulation/rehearse.ts";
import { scenarioSchema } from "../../src/simulation/scenario.ts";
import type { OpenWorkbench } from "../../src/simulation/workbench.ts";
import { openShipped, scenarioOf, shippedScenario, workbenchOf } from "./shipped.ts";

// biome-ignore format: a list
const MATERIALS = [
  "gallium", "germanium", "antimony", "graphite", "tungsten", "magnesium", "cobalt", "lithium", "nickel", "manganese", "niobium", "tantalum",
  "indium", "bismuth", "tellurium", "titanium", "vanadium", "fluorspar", "platinum", "palladium", "copper", "aluminium",
];

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
  { material: "cobalt", commodity: "cobalt-ore", country: "COD", between: [0.71, 0.77], says: "USGS 226 of 302 kt" },
  { material: "cobalt", commodity: "cobalt-refined", country: "CHN", between: [0.75, 0.8], says: "IEA 78 %" },
  { material: "lithium", commodity: "lithium-ore", country: "AUS", between: [0.33, 0.37], says: "IEA 90 of 255 kt" },
  { material: "lithium", commodity: "lithium-chemicals", country: "CHN", between: [0.67, 0.73], says: "IEA 70 %" },
  { material: "nickel", commodity: "nickel-ore", country: "IDN", between: [0.59, 0.66], says: "USGS 2.31 of 3.71 Mt" },
  { material: "nickel", commodity: "nickel-refined", country: "IDN", between: [0.4, 0.45], says: "IEA 43 %" },
  {
    material: "manganese",
    commodity: "manganese-ore",
    country: "ZAF",
    between: [0.37, 0.43],
    says: "USGS 7.5 of 18.7 Mt",
  },
  { material: "manganese", commodity: "manganese-sulphate", country: "CHN", between: [0.93, 0.97], says: "95 %" },
  { material: "niobium", commodity: "niobium-ore", country: "BRA", between: [0.9, 0.95], says: "USGS 104 of 112 kt" },
  {
    material: "tantalum",
    commodity: "tantalum-ore",
    country: "COD",
    between: [0.48, 0.54],
    says: "USGS 1,270 of 2,500 t",
  },
  { material: "tungsten", commodity: "tungsten-ore", country: "CHN", between: [0.79, 0.84], says: "USGS 67 of 82 kt" },
  { material: "antimony", commodity: "antimony-ore", country: "CHN", between: [0.31, 0.36], says: "USGS 40 of 119 kt" },
  {
    material: "magnesium",
    commodity: "magnesium-metal",
    country: "CHN",
    between: [0.86, 0.9],
    says: "USGS 953 of 1,080 kt",
  },
  {
    material: "bismuth",
    commodity: "bismuth-metal",
    country: "CHN",
    between: [0.83, 0.88],
    says: "USGS 14 of 16.3 kt",
  },
  {
    material: "tellurium",
    commodity: "tellurium-metal",
    country: "CHN",
    between: [0.73, 0.8],
    says: "USGS 750 of 981 t",
  },
  {
    material: "titanium",
    commodity: "titanium-sponge",
    country: "CHN",
    between: [0.65, 0.7],
    says: "USGS 256 of 380 kt",
  },
  {
    material: "vanadium",
    commodity: "vanadium-slag",
    country: "CHN",
    between: [0.69, 0.74],
    says: "USGS 84 of 118 kt",
  },
  { material: "fluorspar", commodity: "fluorspar", country: "CHN", between: [0.56, 0.61], says: "USGS 6.0 of 10.3 Mt" },
  { material: "platinum", commodity: "platinum-ore", country: "ZAF", between: [0.68, 0.73], says: "USGS 126 of 179 t" },
  {
    material: "palladium",
    commodity: "palladium-ore",
    country: "RUS",
    between: [0.39, 0.43],
    says: "USGS 89 of 217 t",
  },
  { material: "copper", commodity: "copper-ore", country: "CHL", between: [0.22, 0.26], says: "USGS 5.5 of 23 Mt" },
  {
    material: "copper",
    commodity: "copper-refined",
    country: "CHN",
    between: [0.43, 0.47],
    says: "USGS 12.4 of 27.6 Mt",
  },
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

test("every critical mineral has a mine or a plant, a refined form and a use somewhere", () => {
  const dataset = readDataset();
  const used = new Set(dataset.applicationInputs.map((row) => row.commodity));
  for (const material of MATERIALS) {
    const own = dataset.commodities.filter((c) => c.material === material);
    expect(
      own.map((c) => c.stage),
      material,
    ).toContain("refining");
    expect(
      own.some((c) => used.has(c.id)),
      material,
    ).toBe(true);
    expect(
      dataset.production.some((row) => own.some((c) => c.id === row.commodity)),
      material,
    ).toBe(true);
  }
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

describe("a by-product", () => {
  const outageOfAlumina = (lossShare: number) => {
    const outage = {
      kind: "outage",
      title: "Alumina plants stop",
      from: "2026-11-01",
      source: "test",
      status: "assumed",
    };
    const stop = { ...outage, recipes: ["refine-alumina"], countries: ["CHN"], lossShare };
    const scenario = scenarioSchema.parse({ ...scenarioOf({}, 12), title: "Outage", events: { stop } });
    const { markets } = rehearse(opened("gallium"), "alumina", scenario, { skipWorth: true });
    const market = markets.find((m) => m.commodity === "gallium-metal" && m.country === "USA")!;
    return Math.max(...market.priceUsdPerTonne) / market.basePriceUsdPerTonne;
  };

  test("is not bound by its host while most of it is thrown away: half of China's alumina lost", () => {
    expect(outageOfAlumina(0.5)).toBeLessThan(1.1);
  });

  test("falls with its host when little of the host is left: nine tenths lost", () => {
    expect(outageOfAlumina(0.9)).toBeGreaterThan(1.5);
  });
});

describe("Congo's cobalt export stop of 2025", () => {
  const scenario = shippedScenario("congo-cobalt-2025");
  const rehearsal = rehearse(workbenchOf(scenario), "congo-cobalt-2025", scenario, { skipWorth: true });
  const market = rehearsal.markets.find((m) => m.commodity === "cobalt-refined" && m.country === "USA")!;

  // IMF primary commodity prices, cobalt, month over the mean of 2024 (26,650 USD/t)
  test.each([
    { month: 5, observed: 1.24, says: "June 2025" },
    { month: 9, observed: 1.62, says: "October 2025" },
    { month: 11, observed: 1.95, says: "December 2025" },
    { month: 14, observed: 2.1, says: "March 2026" },
  ])("price in $says within a fifth of what was seen", ({ month, observed }) => {
    const multiple = market.priceUsdPerTonne[month]! / market.basePriceUsdPerTonne;
    expect(multiple / observed).toBeGreaterThan(0.8);
    expect(multiple / observed).toBeLessThan(1.2);
  });
});

function opened(material: string): OpenWorkbench {
  const known = open.get(material) ?? openShipped(material);
  open.set(material, known);
  return known;
}
