/** Countries that Japanese papers write with one character before a name or an office: 豪ライナス, 米政府, 独メーカー. */
const COUNTRIES: Readonly<Record<string, string>> = {
  豪: "AUS",
  米: "USA",
  中: "CHN",
  日: "JPN",
  韓: "KOR",
  独: "DEU",
  英: "GBR",
  仏: "FRA",
  印: "IND",
};
const OFFICE =
  "(?:政府|政権|当局|大統領|首相|財務省|外務省|国防省|商務省|議会|企業|大手|鉱山|資源|化学|自動車|電池|磁石)";
const PREFIX = new RegExp(
  `(?<![\\p{Script=Han}\\p{N}のそ])([豪米中日韓独英仏印])(?=(?:[\\p{Script=Katakana}ー]{3,}|[A-Z]{2,}|${OFFICE}))`,
  "gu",
);
/** 豪ドル is money, 日トン and 中レアアース are no countries. */
const NOT_BEFORE = /^.(?:ドル|トン|キロ|ポンド|ルピー|レアアース|レアメタル|マイル)/u;

/** Where such a character stands for a country. `bodyEnd` is the end of the name that it is part of, by which its particle is read. */
export function prefixesOf(sentence: string): { start: number; end: number; bodyEnd: number; country: string }[] {
  return [...sentence.matchAll(PREFIX)]
    .filter((m) => !NOT_BEFORE.test(sentence.slice(m.index, m.index + 8)))
    .map((m) => {
      const name = /^(?:[\p{Script=Katakana}ー・]+|[A-Z]+)/u.exec(sentence.slice(m.index + 1, m.index + 30))?.[0] ?? "";
      return {
        start: m.index,
        end: m.index + 1,
        bodyEnd: m.index + 1 + name.length,
        country: COUNTRIES[m[1]!]!,
      };
    });
}
