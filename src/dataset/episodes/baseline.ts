import { problemAt } from "../checks/check.ts";
import { checkDataset } from "../checks/index.ts";
import { InputError, type Problem, sortProblems } from "../problem.ts";
import { type Row, readRows } from "../rows.ts";
import { number, oneOf, optional, reference, text } from "../schema/column.ts";
import { type Dataset, type TableName, tableNames, tables } from "../schema/index.ts";
import { type RowOf, type Table, table, tableStem } from "../schema/table.ts";
import { quote } from "../suggest.ts";

/** Tables whose figures an episode may have had otherwise. */
const SCALED = ["production", "demand", "trade", "prices", "capacities"] as const satisfies readonly TableName[];

export const scales = table({
  file: "scales.csv",
  about: "Figures of the dataset that an episode had higher or lower, many at a time.",
  key: "{table}:{where}",
  mayBeEmpty: true,
  columns: {
    table: oneOf(SCALED, "table of data/"),
    where: text("which rows: `country=CHN kind=mine|separate`; `*` stands for any characters"),
    factor: number("what value, low and high are multiplied by; 0 removes the rows", [0, 1e4]),
    status: oneOf(["estimated", "assumed"], "estimated (derived from the source) or assumed (our judgement)"),
    source: reference("sources.id", "who says so"),
    locator: optional(text("where in the source")),
    note: text("how the factor was made"),
  },
});
export type ScaleRow = RowOf<typeof scales>;

/**
 * The dataset as an episode had it: rows of `episodes/<id>/scales.csv` multiply figures, in order; rows of
 * `episodes/<id>/<table>.csv` then replace the row of the same name or are added. Figures keep their names.
 * @param files text by file name relative to data/
 * @throws InputError with every problem of those files and of the dataset they make
 */
export function episodeDataset(dataset: Dataset, episode: string, files: ReadonlyMap<string, string>): Dataset {
  const { made, problems } = readBaseline(dataset, episode, files);
  if (problems.length > 0) throw new InputError(problems);
  return made;
}

/** Like {@link episodeDataset}, but hands back the problems. */
export function readBaseline(
  dataset: Dataset,
  episode: string,
  files: ReadonlyMap<string, string>,
): { readonly made: Dataset; readonly problems: readonly Problem[] } {
  const folder = `episodes/${episode}/`;
  const own = [...files.keys()].filter((file) => file.startsWith(folder)).sort();
  if (own.length === 0) return { made: dataset, problems: [] };
  const problems: Problem[] = [];
  const made: Partial<Record<TableName, readonly Row[]>> = { ...(dataset as unknown as Record<TableName, Row[]>) };
  const scaling = own.filter((file) => file === `${folder}${scales.file}`);
  for (const file of scaling) {
    const { rows, problems: faults } = readRows(scales, file, files.get(file)!);
    problems.push(...faults);
    for (const row of rows as unknown as ScaleRow[]) problems.push(...applyScale(made, row));
  }
  for (const file of own.filter((f) => !scaling.includes(f))) {
    const name = tableNames.find((t) => belongs(file.slice(folder.length), tables[t]));
    if (!name) {
      problems.push({
        file,
        line: 1,
        message: "no such table is known",
        remedy: `name it as in data/, or ${scales.file}`,
      });
      continue;
    }
    const definition: Table = tables[name];
    const stem = file.slice(folder.length + tableStem(definition).length + 1, -".csv".length);
    const { rows, problems: faults } = readRows(
      definition,
      file,
      files.get(file)!,
      definition.fileColumn ? stem : undefined,
    );
    problems.push(...faults);
    made[name] = replaced(made[name]!, rows);
  }
  const complete = made as unknown as Dataset;
  if (problems.length === 0) problems.push(...checkDataset(complete).map((p) => ofEpisode(p, episode)));
  return { made: complete, problems: sortProblems(problems) };
}

/** A problem that only the episode's dataset has may stand in a row of the ordinary one. */
function ofEpisode(problem: Problem, episode: string): Problem {
  return problem.file.startsWith("episodes/")
    ? problem
    : { ...problem, message: `in the dataset of episode ${episode}: ${problem.message}` };
}

function belongs(file: string, definition: Table): boolean {
  return definition.fileColumn ? file.startsWith(`${tableStem(definition)}/`) : file === definition.file;
}

function replaced(rows: readonly Row[], others: readonly Row[]): readonly Row[] {
  const byName = new Map(others.map((row) => [row.figure, row]));
  const kept = rows.map((row) => byName.get(row.figure) ?? row);
  const known = new Set(rows.map((row) => row.figure));
  return [...kept, ...others.filter((row) => !known.has(row.figure))];
}

function applyScale(made: Partial<Record<TableName, readonly Row[]>>, row: ScaleRow): Problem[] {
  const conditions = row.where.split(" ").filter((word) => word !== "");
  const tests: ((row: Row) => boolean)[] = [];
  for (const condition of conditions) {
    const [column, wanted] = condition.split("=");
    if (!Object.hasOwn(tables[row.table].columns, column!) || !wanted)
      return [
        problemAt(
          row,
          `where: ${quote(condition)} is no condition on a column of ${row.table}`,
          "write column=name|name",
        ),
      ];
    const patterns = wanted.split("|").map((p) => new RegExp(`^${p.split("*").map(escaped).join(".*")}$`));
    tests.push((candidate) => patterns.some((p) => p.test(String(candidate[column!]))));
  }
  let met = 0;
  const { factor, status, source, locator, note } = row;
  const times = (value: unknown) => (typeof value === "number" ? value * factor : value);
  made[row.table] = made[row.table]!.flatMap((candidate) => {
    if (!tests.every((test) => test(candidate))) return [candidate];
    met += 1;
    if (factor === 0) return [];
    const { value, low, high } = candidate;
    return [{ ...candidate, value: times(value), low: times(low), high: times(high), status, source, locator, note }];
  });
  return met > 0
    ? []
    : [problemAt(row, `where: no row of ${row.table} meets ${quote(row.where)}`, "correct or remove it")];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
