import { beforeAll, describe, expect, test } from "vitest";
import { readScenario } from "../../src/cli/io/read-scenario.ts";
import { rehearse } from "../../src/simulation/rehearse.ts";
import type { OpenWorkbench } from "../../src/simulation/workbench.ts";
import { openShipped } from "./shipped.ts";

// The balanced baseline of 2024 against what people of the field know. Bands are the spread of what is published.
let workbench: OpenWorkbench;
beforeAll(() => {
  workbench = openShipped("rare-earths", "rare-earth-magnets");
});

/** tonnes a year made (+) of a commodity by activities that match */
function made(commodity: string | RegExp, kinds: readonly string[], country?: string): number {
  const { model } = workbench;
  let tonnes = 0;
  model.activities.forEach((activity, a) => {
    if (!kinds.includes(activity.kind) || (country !== undefined && activity.country !== country)) return;
    for (const { market, coefficient } of activity.entries) {
      const name = model.markets[market]!.commodity;
      const matches = typeof commodity === "string" ? name === commodity : commodity.test(name);
      if (coefficient > 0 && matches) tonnes += 12 * coefficient * model.baseLevel[a]!;
    }
  });
  return tonnes;
}

function shipped(commodity: RegExp, origin: string | null, destination: string | null): number {
  const { model } = workbench;
  return model.activities.reduce(
    (sum, activity, a) =>
      activity.kind === "ship" &&
      commodity.test(activity.commodity) &&
      (origin === null || activity.country === origin) &&
      (destination === null || activity.destination === destination)
        ? sum + 12 * model.baseLevel[a]!
        : sum,
    0,
  );
}

const CONCENTRATES = /^(bastnaesite|monazite|ion-clay|loparite)/;
const OXIDES = /-oxide$/;
const NDFEB = /^ndfeb/;

const share = (part: number, whole: number) => part / whole;
const between = (value: number, low: number, high: number) => {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
};

describe("the balanced year 2024", () => {
  test("China mines 60–71 % of rare earths (IEA, USGS)", () => {
    between(share(made(CONCENTRATES, ["mine"], "CHN"), made(CONCENTRATES, ["mine"])), 0.6, 0.72);
  });

  test("the world mines 380–420 kt REO (USGS 380 kt, undocumented output on top)", () => {
    between(made(CONCENTRATES, ["mine"]), 370_000, 420_000);
  });

  test("China separates about 90 % (IEA 91 % in 2024)", () => {
    between(share(made(OXIDES, ["separate"], "CHN"), made(OXIDES, ["separate"])), 0.87, 0.93);
  });

  test("China separates nearly all dysprosium and terbium", () => {
    const heavies = /^(dysprosium|terbium)-oxide$/;
    expect(share(made(heavies, ["separate"], "CHN"), made(heavies, ["separate"]))).toBeGreaterThan(0.97);
  });

  test("China presses 92–95 % of NdFeB magnets (IEA and OECD 94 %)", () => {
    between(share(made(NDFEB, ["press"], "CHN"), made(NDFEB, ["press"])), 0.91, 0.955);
  });

  test("China exports about 58 kt of rare-earth magnets (customs: 58,152 t)", () => {
    between(shipped(/^(ndfeb|samarium-cobalt)/, "CHN", null), 54_000, 63_000);
  });

  test("the United States take about 7.4 kt of them (customs: 7,444 t)", () => {
    between(shipped(/^(ndfeb|samarium-cobalt)/, "CHN", "USA"), 6_700, 8_200);
  });

  test("Malaysia separates about 6.5 kt NdPr, Mountain Pass about 1.3 kt (Lynas FY2025, MP Materials 2024)", () => {
    between(made("ndpr-oxide", ["separate"], "MYS"), 5_800, 7_200);
    between(made("ndpr-oxide", ["separate"], "USA"), 1_100, 1_700);
  });

  test("Japan gets 55–72 % of its rare-earth compounds and metals and all its imported dysprosium oxide from China", () => {
    const compounds = /-(oxide|metal)$/;
    between(share(shipped(compounds, "CHN", "JPN"), shipped(compounds, null, "JPN")), 0.55, 0.72);
    expect(
      share(shipped(/^dysprosium-oxide$/, "CHN", "JPN"), shipped(/^dysprosium-oxide$/, null, "JPN")),
    ).toBeGreaterThan(0.95);
  });

  test("magnet rare earths: about 80 kt of separated NdPr, Dy and Tb from mines (IEA 80.8 kt refined)", () => {
    between(made(/^(ndpr|dysprosium|terbium)-oxide$/, ["separate"]), 70_000, 92_000);
  });
});

describe("a stop of exports to Japan", () => {
  const lossBnUsd = (to: string) => {
    const { scenario } = readScenario("scenarios/full-stop-japan.yaml", workbench);
    const stop = { ...scenario.events["cn-stop-japan"]!, to };
    const { summary } = rehearse(workbench, "stop", { ...scenario, events: { stop } }, { skipWorth: true });
    const japan = summary.filter((s) => s.country === "JPN");
    return japan.reduce((sum, s) => sum + s.withMeasures.valueAtRiskUsd, 0) / 1e9;
  };

  test("for three months costs Japan about what the Nomura Research Institute says (660 bn JPY, 4.4 bn USD), within a factor of two", () => {
    between(lossBnUsd("2027-03-31"), 2.2, 8.8);
  });

  test("for a year costs about what Nomura says (17 bn USD), within a factor of two", () => {
    between(lossBnUsd("2027-12-31"), 8.5, 34);
  });
});
