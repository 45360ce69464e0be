import type { ActivitySeries } from "../../src/simulation/result.ts";

type Entries = Readonly<Record<string, number>>;

/** A small chain: five mines, separation, metal and magnets for Japan and the United States. */
export function sampleActivities(months: number): readonly ActivitySeries[] {
  const series = (
    id: string,
    kind: string,
    commodity: string,
    country: string,
    level: number,
    more: { destination?: string; entries?: Entries; rentUsdPerTonne?: number } = {},
  ): ActivitySeries => ({
    id,
    kind,
    commodity,
    country,
    ...(more.destination === undefined ? {} : { destination: more.destination }),
    ...(more.entries === undefined
      ? {}
      : { entries: Object.entries(more.entries).map(([c, coefficient]) => ({ commodity: c, coefficient })) }),
    tonnes: Array.from({ length: months }, () => level),
    baselineTonnesPerMonth: level,
    rentUsdPerTonne: Array.from({ length: months }, (_, m) => (m >= 4 && m < 40 ? (more.rentUsdPerTonne ?? 0) : 0)),
  });
  const mine = (name: string, commodity: string, country: string, level: number) =>
    series(`mine:${name}@${country}`, "mine", commodity, country, level, { entries: { [commodity]: 1 } });
  const make = (
    kind: string,
    recipe: string,
    commodity: string,
    country: string,
    level: number,
    entries: Entries,
    rentUsdPerTonne = 0,
  ) => series(`${kind}:${recipe}@${country}`, kind, commodity, country, level, { entries, rentUsdPerTonne });
  const ship = (commodity: string, from: string, to: string, level: number, rentUsdPerTonne = 0) =>
    series(`ship:${commodity}:${from}>${to}`, "ship", commodity, from, level, { destination: to, rentUsdPerTonne });

  const light = { "light-concentrate": -1, "ndpr-oxide": 0.2 };
  const heavy = { "heavy-concentrate": -1, "ndpr-oxide": 0.12, "dysprosium-oxide": 0.05, "terbium-oxide": 0.008 };
  const ndprMetal = { "ndpr-oxide": -1.17, "ndpr-metal": 1 };
  const dyMetal = { "dysprosium-oxide": -1.15, "dysprosium-metal": 1 };
  const magnet = { "ndpr-metal": -0.28, "dysprosium-metal": -0.04, "ndfeb-high-coercivity": 1 };
  return [
    mine("bayan-obo", "light-concentrate", "CHN", 14_000),
    mine("south-china-clays", "heavy-concentrate", "CHN", 900),
    mine("kachin-clays", "heavy-concentrate", "MMR", 2_600),
    mine("mountain-pass", "light-concentrate", "USA", 3_800),
    mine("mount-weld", "light-concentrate", "AUS", 1_900),
    ship("heavy-concentrate", "MMR", "CHN", 2_600),
    ship("light-concentrate", "USA", "CHN", 2_400),
    ship("light-concentrate", "AUS", "MYS", 1_900),
    make("separate", "light", "light-concentrate", "CHN", 16_400, light),
    make("separate", "heavy", "heavy-concentrate", "CHN", 3_500, heavy),
    make("separate", "light", "light-concentrate", "MYS", 1_900, light, 2_400),
    make("separate", "light", "light-concentrate", "USA", 1_400, light),
    ship("ndpr-oxide", "MYS", "JPN", 300),
    ship("ndpr-oxide", "CHN", "JPN", 160),
    ship("dysprosium-oxide", "CHN", "JPN", 24, 210_000),
    make("reduce", "ndpr", "ndpr-metal", "CHN", 2_900, ndprMetal),
    make("reduce", "ndpr", "ndpr-metal", "JPN", 380, ndprMetal),
    make("reduce", "dy", "dysprosium-metal", "CHN", 110, dyMetal),
    make("reduce", "dy", "dysprosium-metal", "JPN", 20, dyMetal),
    ship("ndpr-metal", "CHN", "JPN", 90),
    ship("dysprosium-metal", "CHN", "JPN", 36),
    make("press", "high-coercivity", "ndfeb-high-coercivity", "CHN", 9_000, magnet),
    make("press", "high-coercivity", "ndfeb-high-coercivity", "JPN", 1_350, magnet, 31_000),
    make("press", "high-coercivity", "ndfeb-high-coercivity", "USA", 20, magnet),
    ship("ndfeb-high-coercivity", "CHN", "JPN", 260, 18_500),
    ship("ndfeb-high-coercivity", "CHN", "USA", 640, 44_000),
    ship("ndfeb-high-coercivity", "JPN", "USA", 95),
  ];
}
