/**
 * The layout of a Cholesky factor in panels: up to four neighbouring columns that are (nearly) alike below the diagonal
 * are kept as one dense block, zeros included where they differ. A dense block needs one index for many products.
 */
export interface Panels {
  readonly rows: number;
  readonly panels: number;
  /** columns of panel p: `firstColumn[p] .. firstColumn[p + 1] - 1` */
  readonly firstColumn: Int32Array;
  /** rows of panel p, ascending, its own columns first: `row[rowStart[p] .. rowStart[p + 1] - 1]` */
  readonly rowStart: Int32Array;
  readonly row: Int32Array;
  /** values of panel p, row by row, from `valueStart[p]` on; the upper triangle of its own columns is not used */
  readonly valueStart: Int32Array;
  /** what earlier panels take off panel p: updates `updateStart[p] .. updateStart[p + 1] - 1` */
  readonly updateStart: Int32Array;
  readonly updates: Updates;
  /** index of a diagonal entry among the values, by row */
  readonly diagonalAt: Int32Array;
  /** index among the values of the entry at (row ≥ column); throws where the factor is always zero */
  readonly placeOf: (row: number, column: number) => number;
}

/** Updates: panel `source` has `columns` of the target's columns among its rows, the first of them as row `first`. */
export interface Updates {
  readonly source: Int32Array;
  readonly first: Int32Array;
  readonly columns: Int32Array;
  /** where the source's rows from `first` on begin in the target's values: `target[targetStart[u] .. ]` */
  readonly targetStart: Int32Array;
  readonly target: Int32Array;
}

const widest = 4;
/** A panel may grow as long as it holds at most so many zeros, or at most this share of zeros. */
const fewZeros = 64;
const zeroShare = 0.5;

/** @param below the rows below the diagonal of each column, ascending; every column but the last of a tree follows its child */
export function panelsOf(below: readonly (readonly number[])[]): Panels {
  const blocks = merge(below);
  const panelOf = new Int32Array(below.length);
  const firstColumn = Int32Array.of(...blocks.map((b) => b.first), below.length);
  const rowStart = new Int32Array(blocks.length + 1);
  const valueStart = new Int32Array(blocks.length + 1);
  blocks.forEach(({ first, width, rows }, p) => {
    panelOf.fill(p, first, first + width);
    rowStart[p + 1] = rowStart[p]! + rows.length;
    valueStart[p + 1] = valueStart[p]! + rows.length * width;
  });
  const localRow = blocks.map(({ rows }) => new Map(rows.map((row, i) => [row, i])));
  const placeOf = (row: number, column: number) => {
    const p = panelOf[column]!;
    const local = localRow[p]!.get(row);
    if (local === undefined) throw new Error(`entry (${row}, ${column}) is not part of the factor`);
    return valueStart[p]! + local * blocks[p]!.width + column - blocks[p]!.first;
  };
  return {
    rows: below.length,
    panels: blocks.length,
    firstColumn,
    rowStart,
    row: Int32Array.from(blocks.flatMap((b) => b.rows)),
    valueStart,
    ...updatesOf(blocks, panelOf, placeOf),
    diagonalAt: Int32Array.from(below.keys(), (row) => placeOf(row, row)),
    placeOf,
  };
}

interface Block {
  readonly first: number;
  readonly width: number;
  /** own columns, then the rows below */
  readonly rows: readonly number[];
}

/** Greedily joins each column to the panel before it, if that ends in its child and not too many zeros come in. */
function merge(below: readonly (readonly number[])[]): Block[] {
  const blocks: Block[] = [];
  for (let j = 0; j < below.length; ) {
    const first = j;
    let rows = new Set([first, ...below[first]!]);
    let nonZeros = rows.size;
    for (j++; j < below.length && j - first < widest && below[j - 1]![0] === j; j++) {
      const width = j - first + 1;
      const joined = new Set([...rows, ...below[j]!]);
      const entries = width * joined.size - (width * (width - 1)) / 2;
      const filled = nonZeros + below[j]!.length + 1;
      if (entries - filled > Math.max(fewZeros, zeroShare * entries)) break;
      rows = joined;
      nonZeros = filled;
    }
    blocks.push({ first, width: j - first, rows: [...rows].sort((p, r) => p - r) });
  }
  return blocks;
}

function updatesOf(blocks: readonly Block[], panelOf: Int32Array, placeOf: (row: number, column: number) => number) {
  const found = blocks.flatMap(({ width, rows }, source) => {
    const updates: { source: number; panel: number; first: number; columns: number; target: number[] }[] = [];
    for (let i = width; i < rows.length; ) {
      const first = i;
      const panel = panelOf[rows[first]!]!;
      while (i < rows.length && panelOf[rows[i]!] === panel) i++;
      const target = rows.slice(first).map((row) => placeOf(row, blocks[panel]!.first));
      updates.push({ source, panel, first, columns: i - first, target });
    }
    return updates;
  });
  const byPanel = found.sort((a, b) => a.panel - b.panel || a.source - b.source);
  const updateStart = new Int32Array(blocks.length + 1);
  for (const { panel } of byPanel) updateStart[panel + 1]!++;
  for (let p = 0; p < blocks.length; p++) updateStart[p + 1]! += updateStart[p]!;
  const targetStart = new Int32Array(byPanel.length + 1);
  byPanel.forEach(({ target }, u) => {
    targetStart[u + 1] = targetStart[u]! + target.length;
  });
  return {
    updateStart,
    updates: {
      source: Int32Array.from(byPanel, (u) => u.source),
      first: Int32Array.from(byPanel, (u) => u.first),
      columns: Int32Array.from(byPanel, (u) => u.columns),
      targetStart,
      target: Int32Array.from(byPanel.flatMap((u) => u.target)),
    },
  };
}
