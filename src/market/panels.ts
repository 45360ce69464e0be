/**
 * The layout of a Cholesky factor in panels four columns wide: columns that are (nearly) alike below the diagonal share
 * one dense block, zeros included where they differ, so that one index serves many products. A panel that has fewer than
 * four columns has empty places, whose rows and columns hold nothing but a 1 on the diagonal. Places are numbered through:
 * panel p has places 4 p to 4 p + 3.
 */
export interface Panels {
  readonly panels: number;
  /** place of each column given */
  readonly placeOf: Int32Array;
  /** places of the rows of panel p, ascending, its own four first: `row[rowStart[p] .. rowStart[p + 1] - 1]` */
  readonly rowStart: Int32Array;
  readonly row: Int32Array;
  /** what earlier panels take off panel p: {@link Update} records `updateStart[p] .. updateStart[p + 1] - 1` */
  readonly updateStart: Int32Array;
  readonly update: Int32Array;
  /** where the rows of updates begin in the values of the panel updated; see {@link Update} */
  readonly target: Int32Array;
  /** how many values there are, those of {@link Update} that are always zero at the end included */
  readonly valueCount: number;
  /**
   * Index of the entry at (row, column ≤ row), given as places, among the values: they are kept panel by panel and row by
   * row, four numbers per row, what is above the diagonal unused. Throws where the factor is always zero.
   */
  readonly indexOf: (row: number, column: number) => number;
}

/** The number of columns of a panel. */
export const WIDTH = 4;

/**
 * An update is a record of whole numbers: rows of a source panel, up to four of which are columns of the panel updated.
 * It takes (row) · (column) off the values from `target[at + …]` on, one by column, for every row from `begin` on. (Above
 * the diagonal that is done in vain.) A column that is no row of the source is a row of zeros: one kernel serves all.
 */
export const Update = {
  /** index of the first of these rows among the values */
  begin: 0,
  /** where the source panel ends among the values */
  end: 1,
  /** index in `target` of the first row's place */
  at: 2,
  /** index among the values of the row that is the first, second, third and fourth column of the panel updated */
  columns: 3,
  /** numbers per record */
  size: 7,
} as const;

/** A panel may grow as long as it holds at most so many zeros, or at most this share of zeros. */
const fewZeros = 64;
const zeroShare = 0.5;

/** @param below the rows below the diagonal of each column, ascending */
export function panelsOf(below: readonly (readonly number[])[]): Panels {
  const blocks = merge(below);
  const placeOf = new Int32Array(below.length);
  blocks.forEach(({ columns }, p) => {
    columns.forEach((column, k) => {
      placeOf[column] = WIDTH * p + k;
    });
  });
  const rowsOf = blocks.map(({ rowsBelow }, p) => [
    ...Array.from({ length: WIDTH }, (_, k) => WIDTH * p + k),
    ...rowsBelow.map((row) => placeOf[row]!),
  ]);
  const rowStart = new Int32Array(blocks.length + 1);
  rowsOf.forEach((rows, p) => {
    rowStart[p + 1] = rowStart[p]! + rows.length;
  });
  const localRow = rowsOf.map((rows) => new Map(rows.map((row, i) => [row, i])));
  const indexOf = (row: number, column: number) => {
    const p = Math.floor(column / WIDTH);
    const local = localRow[p]!.get(row);
    if (local === undefined) throw new Error(`entry (${row}, ${column}) is not part of the factor`);
    return WIDTH * (rowStart[p]! + local) + (column % WIDTH);
  };
  return {
    panels: blocks.length,
    placeOf,
    rowStart,
    row: Int32Array.from(rowsOf.flat()),
    valueCount: WIDTH * rowStart[blocks.length]! + WIDTH,
    ...updatesOf(rowsOf, rowStart, indexOf),
    indexOf,
  };
}

interface Block {
  readonly columns: readonly number[];
  readonly rowsBelow: readonly number[];
}

/**
 * Greedily joins each column to the panel before it if not too many zeros come in. All columns of a panel must lead to the
 * same parent outside it (the parent is the first row below the diagonal): what lies below any of them is then a row of
 * that parent too, and products of such rows have their place in the factor.
 */
function merge(below: readonly (readonly number[])[]): Block[] {
  const blocks: Block[] = [];
  for (let j = 0; j < below.length; ) {
    const first = j;
    let rows = new Set([first, ...below[first]!]);
    let nonZeros = rows.size;
    for (j++; j < below.length && j - first < WIDTH && leadToOneParent(below, first, j); j++) {
      const width = j - first + 1;
      const joined = new Set([...rows, j, ...below[j]!]);
      const entries = width * joined.size - (width * (width - 1)) / 2;
      const filled = nonZeros + below[j]!.length + 1;
      if (entries - filled > Math.max(fewZeros, zeroShare * entries)) break;
      rows = joined;
      nonZeros = filled;
    }
    const last = j;
    const rowsBelow = [...rows].filter((row) => row >= last).sort((p, r) => p - r);
    blocks.push({ columns: Array.from({ length: last - first }, (_, k) => first + k), rowsBelow });
  }
  return blocks;
}

function leadToOneParent(below: readonly (readonly number[])[], first: number, last: number): boolean {
  const outside = new Set<number | undefined>();
  for (let j = first; j <= last; j++) {
    const parent = below[j]![0];
    if (parent === undefined || parent > last) outside.add(parent);
  }
  return outside.size === 1;
}

function updatesOf(
  rowsOf: readonly (readonly number[])[],
  rowStart: Int32Array,
  indexOf: (row: number, column: number) => number,
) {
  const zeros = WIDTH * rowStart[rowsOf.length]!;
  const found = rowsOf.flatMap((rows, source) => {
    const updates: { panel: number; source: number; record: number[]; places: number[] }[] = [];
    for (let i = WIDTH; i < rows.length; ) {
      const begin = WIDTH * (rowStart[source]! + i);
      const panel = Math.floor(rows[i]! / WIDTH);
      const places = rows.slice(i).map((row) => indexOf(row, WIDTH * panel));
      const columns = Array.from({ length: WIDTH }, () => zeros);
      for (; i < rows.length && Math.floor(rows[i]! / WIDTH) === panel; i++)
        columns[rows[i]! % WIDTH] = WIDTH * (rowStart[source]! + i);
      updates.push({ panel, source, record: [begin, WIDTH * rowStart[source + 1]!, 0, ...columns], places });
    }
    return updates;
  });
  found.sort((a, b) => a.panel - b.panel || a.source - b.source);
  const updateStart = new Int32Array(rowsOf.length + 1);
  for (const { panel } of found) updateStart[panel + 1]!++;
  for (let p = 0; p < rowsOf.length; p++) updateStart[p + 1]! += updateStart[p]!;
  let at = 0;
  for (const { record, places } of found) {
    record[Update.at] = at;
    at += places.length;
  }
  return {
    updateStart,
    update: Int32Array.from(found.flatMap(({ record }) => record)),
    target: Int32Array.from(found.flatMap(({ places }) => places)),
  };
}
