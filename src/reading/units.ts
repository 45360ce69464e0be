/** A unit as figures give it, and how the three languages write it after (or before) a number. */
export interface UnitForm {
  readonly unit: string;
  /** source of a regular expression, matched right after the number */
  readonly after: string;
}

/** Longest first where one begins like another. All alternatives are plain words: matching is linear. */
export const UNITS: readonly UnitForm[] = [
  {
    unit: "%",
    after:
      "割|%|％|percentage points?|per cent\\b|percent\\b|pct\\b|Prozentpunkte?n?|prozentige[nrsm]?\\b|Prozent\\b|パーセント|ポイント",
  },
  {
    unit: "t/year",
    after:
      "(?:metric )?(?:tonnes?|tons?|t) (?:per|a) year|(?:tonnes?|tons?) annually|t/y(?:ea)?r?\\b|tpa\\b|mtpa\\b|Tonnen (?:pro|im|je) Jahr|Tonnen jährlich|Jahrestonnen|t/a\\b",
  },
  { unit: "t", after: "metric tonnes?\\b|metric tons?\\b|tonnes?\\b|tons?\\b|Tonnen\\b|Tonne\\b|mt\\b|t\\b(?!/)|トン" },
  { unit: "kt", after: "kilotonnes?\\b|kilotons?\\b|Kilotonnen\\b|kt\\b" },
  {
    unit: "USD/kg",
    after: "(?:US )?dollars (?:per|a) (?:kilogram|kilo|kg)\\w*|(?:US-)?Dollar (?:je|pro) (?:Kilogramm|Kilo|kg)",
  },
  { unit: "USD/t", after: "(?:US )?dollars (?:per|a) (?:metric )?ton\\w*|(?:US-)?Dollar (?:je|pro) Tonne" },
  { unit: "kg", after: "kilograms?\\b|kilogrammes?\\b|kilos?\\b|kg\\b|Kilogramm\\b|Kilo\\b|キログラム|キロ(?!メ|ワ)" },
  { unit: "g", after: "grams?\\b|grammes?\\b|Gramm\\b|グラム|g\\b" },
  {
    unit: "USD",
    after: "US dollars?\\b|U\\.S\\. dollars?\\b|US-Dollar\\b|dollars?\\b|Dollar\\b|USD\\b|US\\$|米ドル|ドル",
  },
  { unit: "EUR", after: "euros?\\b|Euro\\b|EUR\\b|€|ユーロ" },
  { unit: "JPY", after: "yen\\b|Yen\\b|JPY\\b|円" },
  { unit: "CNY", after: "yuan\\b|Yuan\\b|renminbi\\b|CNY\\b|RMB\\b|人民元|元(?!素)" },
  { unit: "GBP", after: "pounds sterling\\b|pounds?\\b|GBP\\b|Pfund\\b|ポンド" },
  { unit: "AUD", after: "Australian dollars?\\b|australische Dollar|AUD\\b|豪ドル" },
  { unit: "CAD", after: "Canadian dollars?\\b|kanadische Dollar|CAD\\b|カナダドル|加ドル" },
  { unit: "INR", after: "rupees?\\b|Rupien\\b|INR\\b|ルピー" },
  { unit: "KRW", after: "won\\b|Won\\b|KRW\\b|ウォン" },
  { unit: "working days", after: "working days?\\b|business days?\\b|Arbeitstage?n?\\b|Werktage?n?\\b|営業日" },
  { unit: "days", after: "calendar days?\\b|days?\\b|Tage?n?\\b|日間|日以内|日後" },
  { unit: "weeks", after: "weeks?\\b|Wochen?\\b|週間" },
  { unit: "months", after: "months?\\b|Monate?n?s?\\b|[かカヶヵ]月(?:間|以内|分|後)?" },
  { unit: "years", after: "years?\\b|Jahre?[ns]?\\b|年間|年以上|年ぶり|年(?=前倒し)" },
  { unit: "hours", after: "hours?\\b|Stunden?\\b|時間" },
  { unit: "MW", after: "megawatts?\\b|MW\\b|Megawatt\\b|メガワット" },
  { unit: "GW", after: "gigawatts?\\b|GW\\b|Gigawatt\\b|ギガワット" },
  { unit: "km", after: "kilometres?\\b|kilometers?\\b|km\\b|Kilometern?\\b|キロメートル" },
  { unit: "m", after: "metres?\\b|meters?\\b|Metern?\\b|m\\b|メートル" },
  { unit: "ha", after: "hectares?\\b|Hektar\\b|ha\\b|ヘクタール" },
  { unit: "times", after: "times\\b|-fold\\b|fold\\b|mal\\b|-fache\\b|倍" },
];

/** Signs of money before a number. */
export const CURRENCY_BEFORE: readonly (readonly [RegExp, string])[] = [
  [/(?:US\$|USD\s?|U\.S\.\$)$/, "USD"],
  [/(?:A\$|AU\$|AUD\s?)$/, "AUD"],
  [/(?:C\$|CA\$|CAD\s?)$/, "CAD"],
  [/(?:NT\$)$/, "TWD"],
  [/(?:RMB\s?|CNY\s?)$/, "CNY"],
  [/(?:€|EUR\s?|euro\s)$/i, "EUR"],
  [/(?:£|GBP\s?)$/, "GBP"],
  [/(?:JPY\s?)$/, "JPY"],
  [/(?:₹|INR\s?|Rs\.?\s?)$/, "INR"],
  [/(?:¥|￥)$/, "JPY"],
  [/\$$/, "USD"],
];

export const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  millions: 1e6,
  billion: 1e9,
  billions: 1e9,
  trillion: 1e12,
  mn: 1e6,
  m: 1e6,
  bn: 1e9,
  b: 1e9,
  tn: 1e12,
  k: 1e3,
  crore: 1e7,
  lakh: 1e5,
  tausend: 1e3,
  "tsd.": 1e3,
  millionen: 1e6,
  "mio.": 1e6,
  mio: 1e6,
  milliarden: 1e9,
  milliarde: 1e9,
  "mrd.": 1e9,
  mrd: 1e9,
  billionen: 1e12,
};
