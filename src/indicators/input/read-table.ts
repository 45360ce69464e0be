import { closest, didYouMean, InputError, type Problem, quote, readCsv, sortProblems } from "../../dataset/index.ts";

/** One column of a user's table. */
export interface InputColumn {
  readonly name: string;
  readonly kind: "text" | "number";
  /** a blank cell or an absent column is null */
  readonly optional?: boolean;
  /** numbers: smallest and largest that make sense */
  readonly range?: readonly [number, number];
  /** text: the words allowed */
  readonly words?: readonly string[];
  readonly about: string;
}

/** A row of a user's table, with its line. */
export interface InputRow {
  readonly line: number;
  text(name: string): string;
  number(name: string): number | null;
  problem(name: string, message: string, remedy: string): Problem;
}

/**
 * Reads a user's CSV by the names of its columns, in any order.
 * @param passedOver columns that may be there and are not looked at, such as published results
 * @param check what is wrong with the rows that can be read, taken together
 * @throws InputError with every problem at file:line:column
 */
export function readInputTable(
  file: string,
  text: string,
  columns: readonly InputColumn[],
  passedOver: readonly string[] = [],
  check: (rows: readonly InputRow[]) => readonly Problem[] = () => [],
): InputRow[] {
  if (/^\uFEFF?\s*[{[]/.test(text))
    throw new InputError([
      {
        file,
        line: 1,
        message: "this is JSON, the indicator takes CSV",
        remedy: `its columns are ${namesOf(columns)}`,
      },
    ]);
  const { records, problems } = readCsv(file, text);
  const found: Problem[] = [...problems];
  const [header, ...body] = records;
  const wanted = columns.filter((c) => !c.optional).map((c) => c.name);
  if (!header)
    throw new InputError([
      { file, line: 1, message: "the table is empty", remedy: `its header is ${wanted.join(",")}` },
    ]);
  found.push(...headerProblems(file, header, columns, passedOver));
  if (body.length === 0) found.push({ file, line: 1, message: "no rows follow the header", remedy: "add some" });
  if (found.length > 0) throw new InputError(sortProblems(found));
  const readable: InputRow[] = [];
  for (const { line, fields, lines, columns: starts } of body) {
    const faultsBefore = found.length;
    const cells = new Map<string, string | number | null>();
    const problem = (name: string, message: string, remedy: string): Problem => {
      const i = header.fields.indexOf(name);
      return {
        file,
        line: lines[i] ?? line,
        ...(starts[i] === undefined ? {} : { column: starts[i] }),
        message: `${name}: ${message}`,
        remedy,
      };
    };
    if (fields.length !== header.fields.length)
      found.push({
        file,
        line,
        message: `the row has ${fields.length} cells, the header has ${header.fields.length}`,
        remedy: "add or remove commas; put text with commas in quotes",
      });
    else
      for (const column of columns) {
        const cell = fields[header.fields.indexOf(column.name)]?.trim() ?? "";
        const read = readCell(column, cell);
        if ("fault" in read) found.push(problem(column.name, read.fault, read.remedy));
        else cells.set(column.name, read.value);
      }
    if (found.length > faultsBefore) continue;
    readable.push({
      line,
      text: (name) => String(cells.get(name) ?? ""),
      number: (name) => (cells.get(name) as number | null | undefined) ?? null,
      problem,
    });
  }
  found.push(...check(readable));
  if (found.length > 0) throw new InputError(sortProblems(found));
  return readable;
}

const namesOf = (columns: readonly InputColumn[]): string =>
  columns.map((c) => (c.optional ? `${c.name} (may be left out)` : c.name)).join(", ");

type Header = { readonly line: number; readonly fields: readonly string[]; readonly columns: readonly number[] };

function headerProblems(
  file: string,
  header: Header,
  columns: readonly InputColumn[],
  passedOver: readonly string[],
): Problem[] {
  const names = columns.map((c) => c.name);
  const [only] = header.fields;
  const delimiter = header.fields.length === 1 ? /[;\t|]/.exec(only!)?.[0] : undefined;
  if (delimiter !== undefined)
    return [
      {
        file,
        line: header.line,
        message: `the columns are separated by ${quote(delimiter)}`,
        remedy: "separate them by commas, and write decimals with a point",
      },
    ];
  const missing = columns.filter((c) => !c.optional && !header.fields.includes(c.name)).map((c) => c.name);
  const unknown = header.fields.flatMap((name, i): Problem[] => {
    const place = { file, line: header.line, column: header.columns[i]! };
    if (header.fields.indexOf(name) < i)
      return [{ ...place, message: `column ${quote(name)} comes twice`, remedy: "remove one" }];
    if (names.includes(name) || passedOver.includes(name)) return [];
    return [
      {
        ...place,
        message: `unknown column ${quote(name)}`,
        remedy:
          closest(name, missing).length > 0 ? didYouMean(name, missing) : `remove it; known are ${namesOf(columns)}`,
      },
    ];
  });
  return [
    ...unknown,
    ...missing.map((name) => ({
      file,
      line: header.line,
      message: `column ${quote(name)} is missing`,
      remedy: `add it: ${columns.find((c) => c.name === name)!.about}`,
    })),
  ];
}

const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/;

function readCell(
  column: InputColumn,
  cell: string,
): { value: string | number | null } | { fault: string; remedy: string } {
  if (cell === "") {
    if (column.optional) return { value: column.kind === "number" ? null : "" };
    return { fault: "the cell is blank", remedy: `enter ${expected(column)}` };
  }
  if (column.kind === "text") {
    if (!column.words || column.words.includes(cell)) return { value: cell };
    return { fault: `got ${quote(cell)}, expected ${expected(column)}`, remedy: didYouMean(cell, [...column.words]) };
  }
  if (!decimal.test(cell)) {
    const comma = /^[+-]?\d+,\d+$/.test(cell)
      ? "write the decimal with a point"
      : cell.endsWith("%")
        ? "leave out the %"
        : "correct it";
    return { fault: `got ${quote(cell)}, expected ${expected(column)}`, remedy: comma };
  }
  const value = Number(cell);
  const [least, most] = column.range ?? [-Number.MAX_VALUE, Number.MAX_VALUE];
  if (value >= least && value <= most) return { value };
  return { fault: `got ${cell}, expected ${expected(column)}`, remedy: column.about };
}

function expected({ kind, words, range }: InputColumn): string {
  if (words) return `one of ${words.map((word) => quote(word)).join(", ")}`;
  if (kind === "text") return "text";
  if (!range) return "a number";
  return range[1] >= 1e15 ? `a number from ${range[0]}` : `a number from ${range[0]} to ${range[1]}`;
}
