import { minimumDegreeOrder } from "./minimum-degree.ts";
import type { Network } from "./problem.ts";

/**
 * Everything about H = A D Aᵀ and its factor that does not depend on numbers; worked out once per network.
 * Positions ("rows") are markets in elimination order.
 */
export interface Symbolic {
  readonly rows: number;
  /** rowOf[m] = position of market m in the elimination order */
  readonly rowOf: Int32Array;
  /** H by row, entries left of the diagonal and the diagonal last: `hStart[k] .. hStart[k + 1] - 1` */
  readonly hStart: Int32Array;
  readonly hColumn: Int32Array;
  /** where activity a adds coefficient products into H: `pairStart[a] .. pairStart[a + 1] - 1` */
  readonly pairStart: Int32Array;
  readonly pairTarget: Int32Array;
  readonly pairProduct: Float64Array;
  /** L by column below the diagonal, rows ascending */
  readonly lStart: Int32Array;
  readonly lRow: Int32Array;
  /** columns that hold row k of L, ascending */
  readonly rowStart: Int32Array;
  readonly rowColumn: Int32Array;
}

/** Orders the markets and lays out H, its scatter map and its factor. */
export function analyse(network: Network): Symbolic {
  const rows = network.marketNames.length;
  const rowOf = inverse(minimumDegreeOrder(...neighbours(network)));
  const { hStart, hColumn } = lowerRows(network, rowOf);
  return { rows, rowOf, hStart, hColumn, ...scatterMap(network, rowOf, hStart, hColumn), ...fill(hStart, hColumn) };
}

function inverse(order: Int32Array): Int32Array {
  const place = new Int32Array(order.length);
  order.forEach((item, k) => {
    place[item] = k;
  });
  return place;
}

/** Markets that share an activity, both directions, without repeats. */
function neighbours(network: Network): [Int32Array, Int32Array] {
  const { columnStart, columnMarket } = network;
  const found = network.marketNames.map(() => new Set<number>());
  for (let a = 0; a + 1 < columnStart.length; a++) {
    for (let i = columnStart[a]!; i < columnStart[a + 1]!; i++) {
      for (let j = columnStart[a]!; j < columnStart[a + 1]!; j++) {
        if (i !== j) found[columnMarket[i]!]!.add(columnMarket[j]!);
      }
    }
  }
  return packLists(found.map((set) => [...set]));
}

function lowerRows(network: Network, rowOf: Int32Array): { hStart: Int32Array; hColumn: Int32Array } {
  const { columnStart, columnMarket } = network;
  const left = network.marketNames.map(() => new Set<number>());
  for (let a = 0; a + 1 < columnStart.length; a++) {
    for (let i = columnStart[a]!; i < columnStart[a + 1]!; i++) {
      for (let j = columnStart[a]!; j < i; j++) {
        const p = rowOf[columnMarket[i]!]!;
        const r = rowOf[columnMarket[j]!]!;
        left[Math.max(p, r)]!.add(Math.min(p, r));
      }
    }
  }
  const [hStart, hColumn] = packLists(left.map((set, k) => [...[...set].sort((p, r) => p - r), k]));
  return { hStart, hColumn };
}

function scatterMap(network: Network, rowOf: Int32Array, hStart: Int32Array, hColumn: Int32Array) {
  const { columnStart, columnMarket, coefficient } = network;
  const activities = columnStart.length - 1;
  const positionOf = new Map<number, number>();
  const rows = rowOf.length;
  for (let k = 0; k < rows; k++) {
    for (let p = hStart[k]!; p < hStart[k + 1]!; p++) positionOf.set(k * rows + hColumn[p]!, p);
  }
  const pairStart = new Int32Array(activities + 1);
  for (let a = 0; a < activities; a++) {
    const entries = columnStart[a + 1]! - columnStart[a]!;
    pairStart[a + 1] = pairStart[a]! + (entries * (entries + 1)) / 2;
  }
  const pairTarget = new Int32Array(pairStart[activities]!);
  const pairProduct = new Float64Array(pairStart[activities]!);
  let pair = 0;
  for (let a = 0; a < activities; a++) {
    for (let i = columnStart[a]!; i < columnStart[a + 1]!; i++) {
      for (let j = columnStart[a]!; j <= i; j++) {
        const p = rowOf[columnMarket[i]!]!;
        const r = rowOf[columnMarket[j]!]!;
        pairTarget[pair] = positionOf.get(Math.max(p, r) * rows + Math.min(p, r))!;
        pairProduct[pair] = coefficient[i]! * coefficient[j]!;
        pair++;
      }
    }
  }
  return { pairStart, pairTarget, pairProduct };
}

/** The factor's pattern: each column hands its rows on to its parent, the first row below its diagonal. */
function fill(hStart: Int32Array, hColumn: Int32Array) {
  const rows = hStart.length - 1;
  const below: number[][] = Array.from({ length: rows }, () => []);
  for (let k = 0; k < rows; k++) {
    for (let p = hStart[k]!; p < hStart[k + 1]! - 1; p++) below[hColumn[p]!]!.push(k);
  }
  const children: number[][] = Array.from({ length: rows }, () => []);
  const mark = new Int32Array(rows).fill(-1);
  for (let j = 0; j < rows; j++) {
    const pattern: number[] = [];
    mark[j] = j;
    for (const list of [below[j]!, ...children[j]!.map((child) => below[child]!)]) {
      for (const i of list) {
        if (mark[i] === j) continue;
        mark[i] = j;
        pattern.push(i);
      }
    }
    pattern.sort((p, r) => p - r);
    below[j] = pattern;
    const parent = pattern[0];
    if (parent !== undefined) children[parent]!.push(j);
  }
  const [lStart, lRow] = packLists(below);
  const columnsOfRow: number[][] = Array.from({ length: rows }, () => []);
  below.forEach((pattern, j) => {
    for (const i of pattern) columnsOfRow[i]!.push(j);
  });
  const [rowStart, rowColumn] = packLists(columnsOfRow);
  return { lStart, lRow, rowStart, rowColumn };
}

function packLists(lists: readonly (readonly number[])[]): [Int32Array, Int32Array] {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    start[i + 1] = start[i]! + list.length;
  });
  const item = new Int32Array(start[lists.length]!);
  lists.forEach((list, i) => {
    item.set(list, start[i]!);
  });
  return [start, item];
}
