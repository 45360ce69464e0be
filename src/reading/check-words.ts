import { type Dataset, didYouMean, type Problem } from "../dataset/index.ts";
import { stages } from "../dataset/schema/commodities.ts";
import type { WordRows } from "./words.ts";

/** Goods that events speak of although neither the model nor the statistics have them. */
const ELSEWHERE = ["molybdenum", "dual-use-goods", "superhard-materials", "cathode-material", "black-mass"];

/** Every name in the word tables that nothing else knows, every word that comes twice. @param minerals of data/statistics/ */
export function checkWords(rows: WordRows, dataset: Dataset, minerals: readonly string[]): Problem[] {
  const countries = new Set([...dataset.countries.map((c) => c.id), ...dataset.blocs.map((b) => b.bloc), "WLD"]);
  const materials = new Set([
    ...dataset.groups.map((g) => g.group),
    ...dataset.commodities.flatMap((c) => [c.material, c.id]),
    ...minerals,
    ...ELSEWHERE,
  ]);
  const unknown = (
    row: { file: string; line: number },
    column: string,
    name: string,
    known: ReadonlySet<string>,
  ): Problem[] =>
    known.has(name)
      ? []
      : [
          {
            file: row.file,
            line: row.line,
            message: `${column}: unknown name "${name}"`,
            remedy: didYouMean(name, known),
          },
        ];
  const knownStages = new Set<string>(stages);
  return [
    ...rows.countryNames.flatMap((row) => unknown(row, "country", row.country, countries)),
    ...rows.countryWords.flatMap((row) =>
      (row.country === "-" ? [] : row.country.split(";")).flatMap((c) => unknown(row, "country", c, countries)),
    ),
    ...rows.materialWords.flatMap((row) => unknown(row, "material", row.material, materials)),
    ...rows.stageWords.flatMap((row) => row.stages.split(";").flatMap((s) => unknown(row, "stages", s, knownStages))),
    ...Object.values(rows).flatMap((table) => repeated(table)),
  ];
}

function repeated(table: readonly { file: string; line: number; figure: string }[]): Problem[] {
  const first = new Map<string, number>();
  return table.flatMap((row) => {
    const before = first.get(row.figure);
    if (before === undefined) {
      first.set(row.figure, row.line);
      return [];
    }
    return [{ file: row.file, line: row.line, message: `the same word as in line ${before}`, remedy: "remove one" }];
  });
}
