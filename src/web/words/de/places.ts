/** How German speaks of a place whose name has an article; adjectives bend. */
interface Bent {
  readonly nominative: string;
  readonly accusative: string;
  readonly dative: string;
  readonly isPlural: boolean;
}

const feminine = (name: string, dative = name): Bent => ({
  nominative: `die ${name}`,
  accusative: `die ${name}`,
  dative: `der ${dative}`,
  isPlural: false,
});
const plural = (name: string, dative = name): Bent => ({
  nominative: `die ${name}`,
  accusative: `die ${name}`,
  dative: `den ${dative}`,
  isPlural: true,
});
const masculine = (name: string): Bent => ({
  nominative: `der ${name}`,
  accusative: `den ${name}`,
  dative: `dem ${name}`,
  isPlural: false,
});

/** By the name in data/names.csv; who is not here has no article. */
const BENT: Readonly<Record<string, Bent>> = {
  USA: plural("USA"),
  "Vereinigtes Königreich": {
    nominative: "das Vereinigte Königreich",
    accusative: "das Vereinigte Königreich",
    dative: "dem Vereinigten Königreich",
    isPlural: false,
  },
  "Vereinigte Arabische Emirate": plural("Vereinigten Arabischen Emirate", "Vereinigten Arabischen Emiraten"),
  Niederlande: plural("Niederlande", "Niederlanden"),
  Philippinen: plural("Philippinen"),
  Bahamas: plural("Bahamas"),
  Komoren: plural("Komoren"),
  Malediven: plural("Malediven"),
  Seychellen: plural("Seychellen"),
  "DR Kongo": feminine("DR Kongo"),
  "Republik Kongo": feminine("Republik Kongo"),
  "Republik Moldau": feminine("Republik Moldau"),
  "Dominikanische Republik": feminine("Dominikanische Republik", "Dominikanischen Republik"),
  "Zentralafrikanische Republik": feminine("Zentralafrikanische Republik", "Zentralafrikanischen Republik"),
  Elfenbeinküste: feminine("Elfenbeinküste"),
  Mongolei: feminine("Mongolei"),
  Schweiz: feminine("Schweiz"),
  Slowakei: feminine("Slowakei"),
  Türkei: feminine("Türkei"),
  Ukraine: feminine("Ukraine"),
  Iran: masculine("Iran"),
  Irak: masculine("Irak"),
  Jemen: masculine("Jemen"),
  Libanon: masculine("Libanon"),
  Sudan: masculine("Sudan"),
  Südsudan: masculine("Südsudan"),
  Welt: feminine("Welt"),
  "Übrige Welt": feminine("übrige Welt", "übrigen Welt"),
  "Übrige EU-Mitglieder": plural("übrigen EU-Mitglieder", "übrigen EU-Mitgliedern"),
  "Andere Länder": {
    nominative: "andere Länder",
    accusative: "andere Länder",
    dative: "anderen Ländern",
    isPlural: true,
  },
  "Europäische Union": feminine("Europäische Union", "Europäischen Union"),
  G7: plural("G7"),
  BRICS: plural("BRICS"),
  "Five Eyes": plural("Five Eyes"),
  NATO: feminine("NATO"),
  APEC: feminine("APEC"),
  "Minerals Security Partnership (MSP)": feminine("Minerals Security Partnership (MSP)"),
  "Vertragsverbündete der USA in Asien": plural(
    "Vertragsverbündeten der USA in Asien",
    "Vertragsverbündeten der USA in Asien",
  ),
  "Freihandelspartner der USA": plural("Freihandelspartner der USA", "Freihandelspartnern der USA"),
};

const bent = (name: string): Bent =>
  Object.hasOwn(BENT, name) ? BENT[name]! : { nominative: name, accusative: name, dative: name, isPlural: false };

/** `Japan`, `die USA`, `das Vereinigte Königreich`: who does something. */
export const place = (name: string): string => bent(name).nominative;

/** `für Japan`, `für die USA` */
export const forPlace = (name: string): string => `für ${bent(name).accusative}`;

/** `in Japan`, `in den USA`, `im Vereinigten Königreich`, `im Iran` */
export const inPlace = (name: string): string => `in ${bent(name).dative}`.replace(/^in dem /, "im ");

/** `aus Japan`, `aus den USA` */
export const fromPlace = (name: string): string => `aus ${bent(name).dative}`;

/** The verb that goes with a place: `Japan kauft`, `die USA kaufen`. */
export const placeVerb = (name: string, { one, other }: { readonly one: string; readonly other: string }): string =>
  bent(name).isPlural ? other : one;
