import type { Dataset } from "./schema/index.ts";

// What people write for a country or a material instead of its id; only remedies speak of them, no input is read by them.

/** short forms, in lower case without full stops */
export const COUNTRIES: Readonly<Record<string, string>> = {
  drc: "COD",
  "dr congo": "COD",
  "democratic republic of congo": "COD",
  "democratic republic of the congo": "COD",
  "republic of the congo": "COG",
  us: "USA",
  america: "USA",
  "united states of america": "USA",
  uk: "GBR",
  britain: "GBR",
  "great britain": "GBR",
  england: "GBR",
  uae: "ARE",
  emirates: "ARE",
  prc: "CHN",
  "people's republic of china": "CHN",
  "mainland china": "CHN",
  roc: "TWN",
  rok: "KOR",
  korea: "KOR",
  "republic of korea": "KOR",
  dprk: "PRK",
  burma: "MMR",
  turkey: "TUR",
  "russian federation": "RUS",
  "viet nam": "VNM",
  holland: "NLD",
  "the netherlands": "NLD",
  "czech republic": "CZE",
  "ivory coast": "CIV",
  rsa: "ZAF",
  "european union": "EU",
  eu27: "EU",
  "eu-27": "EU",
  world: "WLD",
};

// biome-ignore format: a table reads better in few lines
export const MATERIALS: Readonly<Record<string, string>> = {
  la: "lanthanum", ce: "cerium", pr: "praseodymium", nd: "neodymium", sm: "samarium", eu: "europium", gd: "gadolinium", tb: "terbium",
  dy: "dysprosium", ho: "holmium", er: "erbium", yb: "ytterbium", lu: "lutetium", y: "yttrium", al: "aluminium", aluminum: "aluminium",
  sb: "antimony", bi: "bismuth", co: "cobalt", cu: "copper", ga: "gallium", ge: "germanium", in: "indium", pb: "lead",
  li: "lithium", mg: "magnesium", mn: "manganese", ni: "nickel", nb: "niobium", pd: "palladium", pt: "platinum",
  ta: "tantalum", te: "tellurium", ti: "titanium", w: "tungsten", wolfram: "tungsten", v: "vanadium", zn: "zinc",
  c: "graphite", ree: "rare-earths", reo: "rare-earths", hree: "heavy-rare-earths", lree: "light-rare-earths",
  smco: "samarium-cobalt",
  "nd-fe-b": "ndfeb", magnets: "rare-earth-magnets",
};

/** The code a country's English name, ISO alpha-2 code, short form or lower-case code means; undefined for anything else. */
export function countryMeant(dataset: Pick<Dataset, "countries" | "blocs">, got: string): string | undefined {
  const word = folded(got);
  if (word === "") return undefined;
  const codes = [...dataset.countries.map((c) => c.id), ...dataset.blocs.map((b) => b.bloc)];
  const known = (id: string | undefined) => (id === "WLD" || codes.includes(id ?? "") ? id : undefined);
  return (
    known(own(COUNTRIES, word)) ??
    known(codes.find((id) => id.toLowerCase() === word)) ??
    dataset.countries.find((c) => folded(c.name) === word || c.iso2.toLowerCase() === word)?.id
  );
}

/** The material that a chemical symbol or a common word means, if it is among the known names. */
export function materialMeant(known: readonly string[], got: string): string | undefined {
  const word = folded(got).replaceAll(" ", "-");
  const found = own(MATERIALS, word);
  return [found, word].find((name) => name !== undefined && known.includes(name));
}

/** `D.R. Congo` → `dr congo`, `Côte d’Ivoire` → `cote d'ivoire` */
function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").replaceAll(".", "").trim().toLowerCase();
}

function own(table: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
