import { describe, expect, it } from "vitest";
import { checks, formatProblem, readDataset } from "../../src/dataset/index.ts";
import { changed, smallFiles, withLine } from "./small.ts";

const messages = (files: ReadonlyMap<string, string>) => readDataset(files).problems.map(formatProblem);
const sure = "2024,,,reported,usgs,table 1,";

/** Per check: a change that breaks it, and what is said of it. */
const faults: Record<keyof typeof checks, readonly [ReadonlyMap<string, string>, string][]> = {
  references: [
    [changed("demand.csv", "JPN", "JPM"), 'demand.csv:2: country: unknown name "JPM"; did you mean "JPN"?'],
    [changed("demand.csv", "JPN", "AUT"), 'demand.csv:2: country: unknown name "AUT"'],
    [changed("stocks.csv", "stage:magnet", "stage:magnets"), 'did you mean "stage:magnet"?'],
    [changed("demand.csv", "usgs", "ugss"), 'source: unknown name "ugss"; did you mean "usgs"?'],
    [
      smallFiles().set("trade/ndpr-metl.csv", smallFiles().get("trade/ndpr-metal.csv")!),
      'trade/ndpr-metl.csv:2: commodity: unknown name "ndpr-metl"',
    ],
  ],
  duplicates: [
    [
      withLine("demand.csv", `motors,JPN,8000,t/year,${sure}`),
      "demand.csv:3: demand/motors@JPN was given before, at demand.csv:2",
    ],
  ],
  ranges: [
    [changed("demand.csv", "2024,,,", "2024,9500,9900,"), "demand.csv:2: value 9000 is below low 9500"],
    [changed("demand.csv", "2024,,,", "2024,1,2,"), "value 9000 is above high 2"],
    [changed("demand.csv", "2024,,,", "2024,9900,100,"), "low 9900 is above high 100"],
  ],
  reasons: [
    [
      changed("demand.csv", "reported,usgs,table 1,", "assumed,monazite-assumption,,"),
      "an assumed figure has no note; write the reasoning",
    ],
    [changed("demand.csv", "reported,usgs,table 1,", "estimated,usgs,,"), "an estimated figure has no note"],
    [changed("demand.csv", "table 1", ""), "a reported figure has no locator"],
    [changed("demand.csv", "usgs", "monazite-assumption"), "a reported figure cites monazite-assumption"],
  ],
  redistributable: [
    [changed("sources.csv", "yes", "no"), "source usgs may not be redistributed"],
    [
      changed("demand.csv", "table 1", "https://comtradeplus.un.org/TradeFlow"),
      "figures of UN Comtrade may not be redistributed",
    ],
  ],
  countries: [
    [changed("countries.csv", "aggregate,XEU", "aggregate,JPN"), "AUT is XEU in the model, but XEU is JPN; use JPN"],
  ],
  groups: [
    [withLine("groups.csv", "light-rare-earths,rare-earths"), "contains itself"],
    [withLine("groups.csv", "ndpr,ndpr-oxide"), "group ndpr is called like a commodity"],
  ],
  compositionSums: [
    [
      withLine("compositions.csv", `bastnaesite,ndpr-metal,0.9,share,${sure}`),
      "compositions.csv:2: the 2 shares of bastnaesite sum to 1.1, expected at most 1",
    ],
  ],
  inputSums: [
    [
      changed("application_inputs.csv", "standard,1,", "standard,0.9,"),
      "the 1 shares of motors sum to 0.9, expected 1",
    ],
  ],
  curves: [
    [changed("demand_curves.csv", "0.75", "0.7"), "the shares of curve standard sum to 0.95, expected 1"],
    [changed("demand_curves.csv", /standard,1,elasticity.*\n/, ""), "curve standard has no elasticity of tranche 1"],
    [changed("demand_curves.csv", "1.2,1,", "1.2,share,"), "elasticity has unit share, expected 1"],
    [changed("demand_curves.csv", /standard,1,/g, "standard,2,"), "curve standard has tranches 0, 2"],
  ],
  separation: [
    [
      withLine("separations.csv", `separate-all,bastnaesite,ndpr-metal,0.5,share,${sure}`),
      "bastnaesite contains no ndpr-metal",
    ],
    [
      withLine("separations.csv", `separate-all,bastnaesite,ndpr-oxide,0.2,share,${sure}`),
      "recovers 1.1 of the ndpr-oxide in bastnaesite, more than all",
    ],
  ],
  recipeLevel: [
    [changed("recipes.csv", "ndpr-metal,1,", "ndpr-metal,2,"), "recipe reduce-ndpr counts 2 ndpr-metal per level"],
    [changed("recipes.csv", /press-standard,press/, "press-standard,reduce"), "make all its rows agree"],
  ],
  recipeMass: [
    [changed("recipes.csv", "-1.22", "-1.1"), "recipe reduce-ndpr makes 1.000 t of ndpr (as metal) from"],
    [changed("recipes.csv", "swarf-standard,-3", "swarf-standard,-2"), "recipe recycle-swarf makes"],
  ],
  applicationsComplete: [
    [withLine("applications.csv", `toys,electric-vehicles,Toys,standard,1,USD/t,${sure}`), "toys has no inputs"],
    [
      withLine("applications.csv", `toys,electric-vehicles,Toys,standard,1,USD/t,${sure}`),
      "toys has no demand anywhere",
    ],
  ],
  plants: [
    [
      changed("production.csv", "separate,separate-all", "separate,reduce-ndpr"),
      "recipe reduce-ndpr is for reduce, not for separate",
    ],
    [
      changed("production.csv", "JPN,ndfeb-standard", "JPN,ndpr-oxide"),
      "press-standard neither uses nor makes ndpr-oxide",
    ],
    [changed("production.csv", "dispose,,", "dispose,reduce-ndpr,"), "dispose takes no recipe"],
    [changed("production.csv", "reduce,reduce-ndpr", "reduce,"), "reduce needs a recipe"],
  ],
  supply: [
    [
      changed("trade/ndpr-metal.csv", "JPN", "XEU"),
      "production.csv:5: press-standard in JPN needs ndpr-metal, which is neither made there nor shipped there; add a flow into JPN to trade/ndpr-metal.csv",
    ],
    [changed("demand.csv", "JPN", "CHN"), "motors in CHN needs ndfeb-standard"],
  ],
  exporters: [[changed("trade/ndpr-metal.csv", "CHN", "XEU"), "XEU ships ndpr-metal, which it neither makes nor buys"]],
  tradeAbroad: [[changed("trade/ndpr-metal.csv", "CHN", "JPN"), "JPN ships to itself"]],
  prices: [
    [changed("prices.csv", /ndpr-oxide.*\n/, ""), "commodities.csv:3: ndpr-oxide has no price"],
    [changed("prices.csv", "55000", "0"), "the price of ndpr-oxide is 0"],
  ],
  dates: [[changed("facilities.csv", "2027-06", "2019"), "new-plant is planned, yet starts in 2019"]],
  parameters: [
    [
      changed("parameters.csv", "utilisation", "utilization"),
      'unknown parameter "utilization"; did you mean "utilisation"?',
    ],
    [changed("parameters.csv", "utilisation", "utilization"), "parameters.csv:1: parameter utilisation is missing"],
    [
      changed("parameters.csv", "utilisation,*,0.5,share", "utilisation,*,50,1"),
      "utilisation has unit 1, expected share",
    ],
    [changed("parameters.csv", "utilisation,*,0.5", "utilisation,*,50"), "utilisation is 50, outside 0.01 to 1"],
  ],
  uncertainties: [
    [
      withLine(
        "uncertainties.csv",
        "slack,How full plants are,parameters,utilization,,triangular,one state of the trade",
      ),
      'uncertainties.csv:2: rows: parameters.csv has no row "utilization"; did you mean "utilisation"?',
    ],
  ],
  measureCosts: [[changed("measures.csv", "JPN:0.75", "JPN:0.5"), "measures.csv:3: payers: the shares sum to 0.75"]],
  measureForm: [[changed("measures.csv", "2025-01,12", "2025,12"), "measures.csv:2: start: got 2025"]],
  measureOrder: [[changed("measures.csv", "idea,jp-metal", "idea,jp-magnets"), "a circle: jp-magnets → jp-magnets"]],
  names: [
    [
      changed("names.csv", "commodity/ndpr-metal", "commodity/ndpr-metl"),
      'names.csv:2: key: "commodity/ndpr-metl" names nothing; did you mean "commodity/ndpr-metal"?',
    ],
    [
      changed("names.csv", "use/", "uses/"),
      'names.csv:3: key: unknown kind "uses"; did you mean "use"? (keys are kind/id)',
    ],
    [changed("names.csv", "use/electric-vehicles", "use"), 'names.csv:3: key: unknown kind "use"'],
    [changed("names.csv", "Elektrofahrzeuge", ""), "names.csv:3:"],
    [
      withLine("names.csv", "use/electric-vehicles,Cars,Autos,自動車,"),
      "names.csv:5: names/use/electric-vehicles was given before, at names.csv:3",
    ],
  ],
  events: [
    [changed("events.csv", "2025-04,,CHN", "2025-04,2024,CHN"), "events.csv:2: ends 2024 is before in_force 2025-04"],
    [changed("events.csv", "2025-04-04,2025-04,,", "2025-04-04,,2025-05,"), "it ends but is never in force"],
    [changed("events.csv", "2025-04-04,2025-04,", "2025-04-04,,"), "a licence has no day of effect; fill in_force"],
    [changed("events.csv", "context,politics", "context,"), "events.csv:3: a context event does not say why"],
    [changed("events.csv", "licence,,", "licence,politics,"), "a licence says why it is context"],
    [changed("events.csv", "licence,,", "context,politics,"), "event_terms.csv:2: cn-2025-04-licences is context"],
    [changed("events.csv", "They meet,,cn-2025-04-licences", "They meet,,summit"), "it is related to itself"],
    [changed("events.csv", "no source found", ""), "events.csv:3: what is assumed has no note"],
    [
      changed("events.csv", "reported,usgs", "reported,monazite-assumption"),
      "a reported row cites monazite-assumption",
    ],
    [changed("events.csv", ",low,assumed", ",medium,assumed"), "what is assumed has confidence medium; make it low"],
    [changed("events.csv", "summit,2025-10-30", "summit,2025-01-30"), "2025-01-30 comes after 2025-04-04; sort"],
  ],
};

describe("checks", () => {
  it("find nothing wrong with a sound dataset", () => {
    expect(messages(smallFiles())).toEqual([]);
  });

  it("each have a fault they find here", () => {
    expect(Object.keys(faults).sort()).toEqual(Object.keys(checks).sort());
  });

  it.each(
    Object.entries(faults).flatMap(([name, cases]) => cases.map(([files, said]) => [name, said, files] as const)),
  )("%s: %s", (_, said, files) => {
    expect(messages(files).join("\n")).toContain(said);
  });

  it.each([
    ["KOMIS", "https://www.komis.or.kr/"],
    ["United Nations, UN Comtrade", "https://example.org/"],
    ["United Nations", "https://comtradeplus.un.org/"],
    ["SIPRI", "https://www.sipri.org/databases"],
    ["Energy Institute", "https://www.energyinst.org/statistical-review"],
    ["Datawheel (OEC)", "https://oec.world/"],
  ])("refuse rows of %s (%s), even when the source claims they may be shared", (publisher, url) => {
    const files = changed("sources.csv", "US Geological Survey,", `"${publisher}",`);
    files.set("sources.csv", files.get("sources.csv")!.replace("https://pubs.usgs.gov/", url));
    const said = messages(files);
    expect(said.join("\n")).toMatch(/sources\.csv:2: source usgs: figures of .+ may not be redistributed/);
    expect(said.join("\n")).toContain("demand.csv:2: source usgs: figures of");
  });

  it("let BACI and the OECD pass", () => {
    const files = changed("sources.csv", "US Geological Survey", "OECD and CEPII (BACI)");
    expect(messages(files)).toEqual([]);
  });

  it("report everything together, in reading order", () => {
    const files = changed("demand.csv", "2024,,,", "2024,9500,9900,");
    files.set("prices.csv", files.get("prices.csv")!.replace("55000", "55 000"));
    expect(messages(files)).toEqual([
      expect.stringContaining("demand.csv:2: value 9000 is below"),
      expect.stringContaining('prices.csv:2:16: value: "55 000" is not a number'),
    ]);
  });

  it("do not blame rows for names in a table that could not be read", () => {
    expect(messages(changed("sources.csv", "publisher", "publsher"))).toHaveLength(2);
  });
});
