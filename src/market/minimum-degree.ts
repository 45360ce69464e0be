/**
 * Orders the nodes of an undirected graph so that Cholesky elimination in that order fills in little.
 *
 * Greedy minimum degree on a quotient graph with element absorption and the approximate external degree of
 * Amestoy, Davis and Duff (1996): eliminated nodes are remembered as cliques ("elements"), not as edges, and the
 * degree is bounded by |edges| + |newest clique| + Σ |older clique \ newest clique|.
 *
 * @param start length nodes + 1; neighbours of i are `neighbour[start[i] .. start[i + 1] - 1]`, both directions
 *   present, i itself absent
 * @returns order[k] = the node that is eliminated k-th
 */
export function minimumDegreeOrder(start: Int32Array, neighbour: Int32Array): Int32Array {
  const nodes = start.length - 1;
  const order = new Int32Array(nodes);
  const queue = createDegreeQueue(nodes);
  const edges: number[][] = [];
  const cliquesOf: number[][] = [];
  const clique: number[][] = [];
  for (let i = 0; i < nodes; i++) {
    edges.push(Array.from(neighbour.subarray(start[i]!, start[i + 1]!)));
    cliquesOf.push([]);
    clique.push([]);
    queue.insert(i, edges[i]!.length);
  }
  const mark = new Int32Array(nodes).fill(-1);
  const cliqueSeen = new Int32Array(nodes).fill(-1);
  const outside = new Int32Array(nodes);
  const absorbed = new Uint8Array(nodes);

  for (let step = 0; step < nodes; step++) {
    const pivot = queue.takeSmallest();
    order[step] = pivot;
    mark[pivot] = step;
    const members: number[] = [];
    const join = (list: readonly number[]) => {
      for (const i of list) {
        if (mark[i] === step) continue;
        mark[i] = step;
        members.push(i);
      }
    };
    join(edges[pivot]!);
    for (const e of cliquesOf[pivot]!) {
      join(clique[e]!);
      clique[e] = [];
      absorbed[e] = 1;
    }
    clique[pivot] = members;
    edges[pivot] = [];
    cliquesOf[pivot] = [];

    // outside[e] counts the members of older clique e that are not in the new clique
    for (const i of members) {
      for (const e of cliquesOf[i]!) {
        if (absorbed[e] === 1) continue;
        if (cliqueSeen[e] !== step) {
          cliqueSeen[e] = step;
          outside[e] = clique[e]!.length;
        }
        outside[e]!--;
      }
    }
    for (const i of members) {
      const keptEdges = edges[i]!.filter((j) => mark[j] !== step);
      const keptCliques = cliquesOf[i]!.filter((e) => absorbed[e] === 0 && outside[e]! > 0);
      let degree = keptEdges.length + members.length - 1;
      for (const e of keptCliques) degree += outside[e]!;
      keptCliques.push(pivot);
      edges[i] = keptEdges;
      cliquesOf[i] = keptCliques;
      queue.move(i, Math.min(degree, nodes - step - 2));
    }
  }
  return order;
}

/** Nodes in doubly linked lists by degree, so that the smallest is found and moved in constant time. */
function createDegreeQueue(nodes: number) {
  const head = new Int32Array(nodes + 1).fill(-1);
  const next = new Int32Array(nodes).fill(-1);
  const previous = new Int32Array(nodes).fill(-1);
  const degreeOf = new Int32Array(nodes);
  let smallest = 0;

  function insert(i: number, degree: number): void {
    degreeOf[i] = degree;
    next[i] = head[degree]!;
    previous[i] = -1;
    if (head[degree] !== -1) previous[head[degree]!] = i;
    head[degree] = i;
    if (degree < smallest) smallest = degree;
  }
  function remove(i: number): void {
    if (previous[i] === -1) head[degreeOf[i]!] = next[i]!;
    else next[previous[i]!] = next[i]!;
    if (next[i] !== -1) previous[next[i]!] = previous[i]!;
  }
  return {
    insert,
    move(i: number, degree: number): void {
      remove(i);
      insert(i, degree);
    },
    takeSmallest(): number {
      while (head[smallest] === -1) smallest++;
      const i = head[smallest]!;
      remove(i);
      return i;
    },
  };
}
