/** What a reader calls things; ids are for machines. */
export interface Names {
  country(id: string): string;
  commodity(id: string): string;
  use(id: string): string;
}

export interface KnownNames {
  readonly countries?: Readonly<Record<string, string>>;
  readonly commodities?: Readonly<Record<string, string>>;
  readonly uses?: Readonly<Record<string, string>>;
}

// biome-ignore format: a table reads better in few lines
const COUNTRIES: Readonly<Record<string, string>> = {
  AUS: "Australia", BRA: "Brazil", CAN: "Canada", CHN: "China", DEU: "Germany", EST: "Estonia", EU: "European Union",
  EUU: "European Union", FRA: "France", GBR: "United Kingdom", IND: "India", ITA: "Italy", JPN: "Japan", KOR: "South Korea",
  LAO: "Laos", MDG: "Madagascar", MMR: "Myanmar", MYS: "Malaysia", NLD: "Netherlands", NOR: "Norway", PHL: "Philippines",
  POL: "Poland", ROW: "rest of the world", RUS: "Russia", SWE: "Sweden", THA: "Thailand", TWN: "Taiwan", USA: "United States",
  VNM: "Vietnam", XRW: "rest of the world", WLD: "the world", ZAF: "South Africa",
  ARE: "United Arab Emirates", ARG: "Argentina", BOL: "Bolivia", CHL: "Chile", COD: "DR Congo", GAB: "Gabon", GHA: "Ghana", GIN: "Guinea",
  IDN: "Indonesia", KAZ: "Kazakhstan", MEX: "Mexico", MNG: "Mongolia", MOZ: "Mozambique", NCL: "New Caledonia", PER: "Peru", RWA: "Rwanda",
  TJK: "Tajikistan", TUR: "Türkiye", UKR: "Ukraine", ZMB: "Zambia", ZWE: "Zimbabwe",
};

const COMMODITIES: Readonly<Record<string, string>> = {
  "ndfeb-high-coercivity": "High-coercivity NdFeB magnets",
  "ndpr-oxide": "NdPr oxide",
  "ndpr-metal": "NdPr metal",
  "ndfeb-standard": "Ordinary NdFeB magnets",
  "samarium-cobalt": "Samarium–cobalt magnets",
};

const USES: Readonly<Record<string, string>> = {
  "industrial-motors-robots": "Industrial motors and robots",
  "wind-direct-drive": "Wind turbines, direct-drive",
  "wind-geared": "Wind turbines, geared",
  "other-automotive": "Other car parts",
  "metallurgy-batteries": "Metallurgy and batteries",
};

// biome-ignore format: a table reads better in few lines
const SPELLINGS: Readonly<Record<string, string>> = {
  ndpr: "NdPr", ndfeb: "NdFeB", smco: "SmCo", dy: "Dy", tb: "Tb", sm: "Sm", gd: "Gd", treo: "TREO", ree: "REE", ev: "EV", mri: "MRI",
};

/** Short names made for charts, then the given ones, then readings of the ids. An unknown country keeps its code. */
export function namesFrom(known: KnownNames = {}): Names {
  const own = (table: Readonly<Record<string, string>> | undefined, id: string) =>
    table && Object.hasOwn(table, id) ? table[id] : undefined;
  return {
    country: (id) => own(COUNTRIES, id) ?? own(known.countries, id) ?? id,
    commodity: (id) => own(COMMODITIES, id) ?? own(known.commodities, id) ?? readId(id),
    use: (id) => own(USES, id) ?? own(known.uses, id) ?? readId(id),
  };
}

/** `dysprosium-oxide` → `Dysprosium oxide`, `ndpr-metal` → `NdPr metal` */
export function readId(id: string): string {
  const words = id.split(/[-_ ]+/).filter((w) => w !== "");
  const spelled = words.map((w) => (Object.hasOwn(SPELLINGS, w) ? SPELLINGS[w]! : w));
  const first = spelled[0];
  if (first === undefined) return id;
  return [first[0]!.toUpperCase() + first.slice(1), ...spelled.slice(1)].join(" ");
}

/** A name inside a sentence: `Electric vehicles` → `electric vehicles`, but `NdFeB magnets` stays. */
export function inSentence(name: string): string {
  return /^[A-Z][a-z]+(?![A-Za-z])/.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name;
}

/** `United States` → `the United States`, where English wants the article. */
export function withArticle(country: string): string {
  return /^(United|European|Netherlands|Philippines|(US|UK|EU|UAE)$)/.test(country) ? `the ${country}` : country;
}
