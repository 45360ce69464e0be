import type { Columns } from "./columns.ts";
import { minimumDegreeOrder } from "./minimum-degree.ts";
import { type Panels, panelsOf, WIDTH } from "./panels.ts";

/**
 * Everything about H = A D Aᵀ and its Cholesky factor that does not depend on numbers; worked out once per network, or
 * once for many whose activities touch the same markets. Places are markets in elimination order, with empty ones between.
 */
export interface Symbolic extends Panels {
  /** placeOf[m] = place of market m */
  readonly placeOf: Int32Array;
  /** index of the diagonal entry of each place among the factor's values, and of those of empty places */
  readonly diagonalAt: Int32Array;
  readonly emptyAt: Int32Array;
  /** entries of the factor, the diagonal included, before panels add zeros to it */
  readonly nonZeros: number;
  /** where activity a adds its products A_ma A_na into the factor's values: `pairStart[a] .. pairStart[a + 1] - 1` */
  readonly pairStart: Int32Array;
  readonly pairTarget: Int32Array;
}

/** Orders the markets, finds where the factor is not zero and lays it out in panels. */
export function analyse(columns: Columns): Symbolic {
  const found = neighbours(columns);
  const firstOrder = inverse(minimumDegreeOrder(...packLists(found.map((set) => [...set]))));
  const pattern = fill(found, firstOrder);
  const order = parentsAfterChildren(pattern);
  const below = order.map((row) => pattern.below[row]!);
  const moved = inverse(order);
  const panels = panelsOf(below.map((rows) => rows.map((row) => moved[row]!).sort((p, r) => p - r)));
  const placeOf = firstOrder.map((row) => panels.placeOf[moved[row]!]!);
  const diagonalAt = Int32Array.from({ length: WIDTH * panels.panels }, (_, place) => panels.indexOf(place, place));
  const taken = new Set(placeOf);
  return {
    ...panels,
    placeOf,
    diagonalAt,
    emptyAt: diagonalAt.filter((_, place) => !taken.has(place)),
    nonZeros: below.reduce((sum, rows) => sum + rows.length + 1, 0),
    ...scatterMap(columns, placeOf, panels),
  };
}

function inverse(order: ArrayLike<number>): Int32Array {
  const place = new Int32Array(order.length);
  for (let k = 0; k < order.length; k++) place[order[k]!] = k;
  return place;
}

/** Markets that share an activity, both directions, without repeats. */
function neighbours({ markets, columnStart, columnMarket }: Columns): Set<number>[] {
  const found = Array.from({ length: markets }, () => new Set<number>());
  for (let a = 0; a + 1 < columnStart.length; a++) {
    for (let i = columnStart[a]!; i < columnStart[a + 1]!; i++) {
      for (let j = columnStart[a]!; j < columnStart[a + 1]!; j++) {
        if (i !== j) found[columnMarket[i]!]!.add(columnMarket[j]!);
      }
    }
  }
  return found;
}

interface Pattern {
  /** rows below the diagonal of each column of the factor */
  readonly below: readonly (readonly number[])[];
  /** the first of them, or −1 */
  readonly parent: Int32Array;
}

/** The factor's pattern: each column hands its rows on to its parent, the first row below its diagonal. */
function fill(neighbour: readonly ReadonlySet<number>[], rowOf: Int32Array): Pattern {
  const rows = rowOf.length;
  const below = Array.from({ length: rows }, () => new Set<number>());
  neighbour.forEach((others, m) => {
    for (const other of others) if (rowOf[other]! > rowOf[m]!) below[rowOf[m]!]!.add(rowOf[other]!);
  });
  const parent = new Int32Array(rows).fill(-1);
  for (let j = 0; j < rows; j++) {
    if (below[j]!.size === 0) continue;
    parent[j] = [...below[j]!].reduce((first, row) => Math.min(first, row));
    for (const row of below[j]!) if (row !== parent[j]) below[parent[j]!]!.add(row);
  }
  return { below: below.map((set) => [...set]), parent };
}

/**
 * The same elimination with columns that look alike next to each other: first the leaves among a column's children, then
 * those with children of their own, the fullest last, then the column itself.
 */
function parentsAfterChildren({ parent, below }: Pattern): number[] {
  const children: number[][] = Array.from(parent, () => []);
  parent.forEach((p, j) => {
    if (p >= 0) children[p]!.push(j);
  });
  const hasChildren = (j: number) => (children[j]!.length > 0 ? 1 : 0);
  for (const list of children)
    list.sort((i, j) => hasChildren(i) - hasChildren(j) || below[i]!.length - below[j]!.length || i - j);
  const order: number[] = [];
  const open = Array.from(parent.keys())
    .filter((j) => parent[j] === -1)
    .reverse();
  const opened = new Uint8Array(parent.length);
  while (open.length > 0) {
    const j = open.at(-1)!;
    if (opened[j] === 1) {
      order.push(j);
      open.pop();
    } else {
      opened[j] = 1;
      for (const child of children[j]!.reverse()) open.push(child);
    }
  }
  return order;
}

function scatterMap(columns: Columns, placeOf: Int32Array, { indexOf }: Panels) {
  const { columnStart, columnMarket } = columns;
  const activities = columnStart.length - 1;
  const pairStart = new Int32Array(activities + 1);
  for (let a = 0; a < activities; a++) {
    const entries = columnStart[a + 1]! - columnStart[a]!;
    pairStart[a + 1] = pairStart[a]! + (entries * (entries + 1)) / 2;
  }
  const pairTarget = new Int32Array(pairStart[activities]!);
  let pair = 0;
  for (let a = 0; a < activities; a++) {
    for (let i = columnStart[a]!; i < columnStart[a + 1]!; i++) {
      for (let j = columnStart[a]!; j <= i; j++) {
        const p = placeOf[columnMarket[i]!]!;
        const r = placeOf[columnMarket[j]!]!;
        pairTarget[pair++] = indexOf(Math.max(p, r), Math.min(p, r));
      }
    }
  }
  return { pairStart, pairTarget };
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
