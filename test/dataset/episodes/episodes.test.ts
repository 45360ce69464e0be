import { describe, expect, test } from "vitest";
import {
  episodeDataset,
  formatProblems,
  InputError,
  parseEpisodes,
  readBaseline,
  readEpisodes,
} from "../../../src/dataset/index.ts";
import { miniDataset } from "../../chain/mini-dataset.ts";

const dataset = miniDataset();
const EPISODES =
  "id,title,scenario,control,outcomes,notGiven,baseline,reading\nold,Once upon a time,a-ban,2010-09,compared,,of 2010,well\n";
const SERIES =
  "episode,series,title,measure,commodities,origin,destination,unit,base,note\nold,exports,Exports,exports,dysprosium-oxide,CHN,,t/month,,\n";
const OBSERVED =
  "episode,series,unit,month,months,value,source,locator,status,note\nold,exports,t/month,2010-10,1,3,test,p. 1,reported,\n";
const files = (more: Record<string, string> = {}) =>
  new Map(Object.entries({ "episodes.csv": EPISODES, "replay_series.csv": SERIES, "observed.csv": OBSERVED, ...more }));
const said = (more: Record<string, string>) => formatProblems(readEpisodes(files(more), dataset).problems);

describe("the tables of episodes", () => {
  test("are read", () => {
    const read = parseEpisodes(files(), dataset);
    expect(read.episodes[0]!.control).toBe("2010-09");
    expect(read.observed[0]).toMatchObject({ value: 3, month: "2010-10", status: "reported" });
    expect(parseEpisodes(new Map(), dataset)).toEqual({ episodes: [], series: [], observed: [] });
  });

  test.each<[string, Record<string, string>, string]>([
    [
      "an episode nobody defined",
      { "observed.csv": OBSERVED.replace("\nold", "\nodd") },
      'observed.csv:2: episode: unknown name "odd"; did you mean "old"?',
    ],
    [
      "a series nobody defined",
      { "observed.csv": OBSERVED.replace("old,exports", "old,export") },
      'series: unknown name "export"; did you mean "exports"?',
    ],
    [
      "another unit than the series",
      { "observed.csv": OBSERVED.replace("t/month", "kg/month") },
      'unit: "kg/month", but the series is in "t/month"',
    ],
    [
      "an observation of an episode whose outcomes are withheld",
      { "episodes.csv": EPISODES.replace("compared", "withheld") },
      "observed.csv:2: the outcomes of old are withheld; leave the observation out",
    ],
    [
      "a mean over half a month",
      { "observed.csv": OBSERVED.replace("2010-10,1", "2010-10,1.5") },
      "months: 1.5 is no whole number",
    ],
    ["a month that is none", { "observed.csv": OBSERVED.replace("2010-10", "2010") }, 'month: "2010" is no month'],
    ["a source nobody defined", { "observed.csv": OBSERVED.replace("test", "tess") }, 'source: unknown name "tess"'],
    [
      "an estimate without its method",
      { "observed.csv": OBSERVED.replace("reported", "estimated") },
      "estimated without a note",
    ],
    [
      "a locator whose publisher forbids it",
      { "observed.csv": OBSERVED.replace("p. 1", "https://comtradeplus.un.org/x") },
      "figures of UN Comtrade may not be redistributed",
    ],
    [
      "an observation twice",
      { "observed.csv": `${OBSERVED}${OBSERVED.split("\n")[1]}\n` },
      "is given twice, first in line 2",
    ],
    [
      "a commodity nobody defined",
      { "replay_series.csv": SERIES.replace("dysprosium-oxide", "dysprosium-oxid") },
      'commodities: unknown name "dysprosium-oxid"; did you mean "dysprosium-oxide"?',
    ],
    [
      "a weight that is none",
      { "replay_series.csv": SERIES.replace("oxide,CHN", "oxide*much,CHN") },
      "the weight of dysprosium-oxide is no number",
    ],
    [
      "a unit the measure does not have",
      {
        "replay_series.csv": SERIES.replace("t/month", "USD/kg"),
        "observed.csv": OBSERVED.replace("t/month", "USD/kg"),
      },
      'unit: exports in "USD/kg"; write t/month or kg/month or times',
    ],
    [
      "a multiple of nothing",
      { "replay_series.csv": SERIES.replace("t/month", "times"), "observed.csv": OBSERVED.replace("t/month", "times") },
      "base is blank; name the month",
    ],
    ["a folder of no episode", { "episodes/older/prices.csv": "" }, 'no episode is called "older"; use one of old'],
  ])("%s is a problem", (_, more, expected) => {
    expect(said(more)).toContain(expected);
  });

  test("figures of a source that may not be passed on are a problem", () => {
    const sources = [
      {
        ...dataset.sources[0]!,
        id: "test",
        publisher: "UN Comtrade",
        title: "",
        url: "",
        licence: "",
        redistributable: "no" as const,
      },
    ];
    const { problems } = readEpisodes(files(), { ...dataset, sources });
    expect(formatProblems(problems)).toContain("figures of UN Comtrade may not be redistributed");
  });
});

describe("the dataset as an episode had it", () => {
  const HEAD = "table,where,factor,status,source,locator,note\n";
  const PRICES = "commodity,country,value,unit,year,low,high,status,source,locator,note\n";

  test("is the dataset itself where nothing is said", () => {
    expect(episodeDataset(dataset, "old", files())).toBe(dataset);
  });

  test("scales multiply value, low and high of the rows that meet the condition, and say why", () => {
    const scale = `${HEAD}demand,country=J* application=magnets|polish,0.5,assumed,test,,half of it\n`;
    const { made } = readBaseline(dataset, "old", files({ "episodes/old/scales.csv": scale }));
    const of = (country: string) => made.demand.find((d) => d.country === country && d.application === "magnets")!;
    expect(of("JPN")).toMatchObject({ value: 24, status: "assumed", note: "half of it" });
    expect(of("CHN").value).toBe(72);
    expect(dataset.demand.find((d) => d.country === "JPN")!.value).toBe(48);
  });

  test("a factor of 0 removes rows; rows of a table replace their namesakes or are added", () => {
    const named = {
      ...dataset,
      prices: dataset.prices.map((p) => ({ ...p, figure: `prices/${p.commodity}@${p.country}` })),
    };
    const then = files({
      "episodes/old/scales.csv": `${HEAD}trade,exporter=CHN,0,assumed,test,,no trade\n`,
      "episodes/old/prices.csv": `${PRICES}dysprosium-oxide,WLD,118490,USD/t,2008,,,reported,test,,\ncerium-oxide,JPN,4560,USD/t,2008,,,reported,test,,\n`,
    });
    const { made } = readBaseline(named, "old", then);
    expect(made.trade).toEqual([]);
    expect(made.prices.map((p) => [p.figure, p.value])).toEqual([
      ["prices/dysprosium-oxide@WLD", 118_490],
      ["prices/cerium-oxide@WLD", 1_000],
      ["prices/cerium-oxide@JPN", 4_560],
    ]);
  });

  test.each<[string, Record<string, string>, string]>([
    [
      "a condition that nothing meets",
      { "scales.csv": `${HEAD}demand,country=DEU,2,assumed,test,,x\n` },
      'no row of demand meets "country=DEU"',
    ],
    [
      "a column that the table has not",
      { "scales.csv": `${HEAD}demand,land=CHN,2,assumed,test,,x\n` },
      '"land=CHN" is no condition on a column of demand',
    ],
    ["a table that is none", { "price.csv": "" }, "episodes/old/price.csv:1: no such table is known"],
    [
      "a cell that cannot be read",
      { "prices.csv": `${PRICES}dysprosium-oxide,WLD,dear,USD/t,2008,,,reported,test,,\n` },
      "episodes/old/prices.csv:2",
    ],
  ])("%s is a problem", (_, own, expected) => {
    const named = Object.fromEntries(Object.entries(own).map(([name, text]) => [`episodes/old/${name}`, text]));
    expect(() => episodeDataset(dataset, "old", files(named))).toThrow(InputError);
    expect(formatProblems(readBaseline(dataset, "old", files(named)).problems)).toContain(expected);
  });
});
