import type { Network, Terms } from "./problem.ts";
import { multipliedOut } from "./quadratic.ts";
import { solverName } from "./solver-names.ts";

/**
 * The month's problem in free MPS with a QUADOBJ section (½ xᵀQx, diagonal). The objective's constant is in RHS with its
 * sign turned, as the format wants. Names as in {@link solverName}.
 */
export function toMps(network: Network, terms: Terms): string {
  const { linear, constantUsd } = multipliedOut(terms);
  const x = network.activityNames.map((name, a) => solverName("x", a, name));
  const m = network.marketNames.map((name, i) => solverName("m", i, name));
  const columns = x.flatMap((name, a) => {
    const entries = [` ${name} costUsd ${linear[a]}`];
    for (let k = network.columnStart[a]!; k < network.columnStart[a + 1]!; k++) {
      entries.push(` ${name} ${m[network.columnMarket[k]!]} ${network.coefficient[k]}`);
    }
    return entries;
  });
  return [
    "NAME month",
    "ROWS",
    " N costUsd",
    ...m.map((name) => ` E ${name}`),
    "COLUMNS",
    ...columns,
    "RHS",
    ` RHS costUsd ${-constantUsd}`,
    "BOUNDS",
    ...x.flatMap((name, a) => bounds(name, terms.lowerBound[a]!, terms.upperBound[a]!)),
    "QUADOBJ",
    ...x.map((name, a) => ` ${name} ${name} ${terms.slope[a]}`),
    "ENDATA",
    "",
  ].join("\n");
}

function bounds(name: string, lower: number, upper: number): string[] {
  if (lower === upper) return [` FX BND ${name} ${lower}`];
  if (lower === -Infinity && upper === Infinity) return [` FR BND ${name}`];
  const below = lower === -Infinity ? ` MI BND ${name}` : ` LO BND ${name} ${lower}`;
  return upper === Infinity ? [below] : [below, ` UP BND ${name} ${upper}`];
}
