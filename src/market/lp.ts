import type { Network, Terms } from "./problem.ts";
import { multipliedOut } from "./quadratic.ts";
import { solverName } from "./solver-names.ts";

/** Terms of a sum per line; some readers stop at 560 characters */
const termsPerLine = 2;

/**
 * The month's problem in CPLEX LP format, quadratic objective in brackets over two. The constant Σ ½ q x̂² stands in the
 * first comment, because not every reader takes one: add it to the objective the solver reports. Names as in
 * {@link solverName}.
 */
export function toLp(network: Network, terms: Terms): string {
  const { linear, constantUsd } = multipliedOut(terms);
  const x = network.activityNames.map((name, a) => solverName("x", a, name));
  const byMarket: string[][] = network.marketNames.map(() => []);
  for (let a = 0; a < x.length; a++) {
    for (let k = network.columnStart[a]!; k < network.columnStart[a + 1]!; k++) {
      byMarket[network.columnMarket[k]!]!.push(term(network.coefficient[k]!, x[a]!));
    }
  }
  const squares = x.map((name, a) => term(terms.slope[a]!, `${name} ^ 2`));
  // a row must have a term, even where nothing trades
  const rows = byMarket.flatMap((sum, m) => {
    const terms = sum.length > 0 || x.length === 0 ? sum : [term(0, x[0]!)];
    return terms.length > 0 ? [` ${solverName("m", m, network.marketNames[m]!)}:`, ...lines(terms), "  = 0"] : [];
  });
  return [
    `\\ objective constant, to be added: ${constantUsd}`,
    "Minimize",
    " costUsd:",
    ...lines(x.map((name, a) => term(linear[a]!, name))),
    ...(x.length > 0 ? ["  + [", ...lines(squares), "  ] / 2"] : []),
    "Subject To",
    ...rows,
    "Bounds",
    ...x.map((name, a) => ` ${bounds(name, terms.lowerBound[a]!, terms.upperBound[a]!)}`),
    "End",
    "",
  ].join("\n");
}

function term(factor: number, name: string): string {
  return `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${name}`;
}

function lines(terms: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < terms.length; i += termsPerLine) out.push(`  ${terms.slice(i, i + termsPerLine).join(" ")}`);
  return out;
}

function bounds(name: string, lower: number, upper: number): string {
  if (lower === upper) return `${name} = ${lower}`;
  if (lower === -Infinity) return upper === Infinity ? `${name} free` : `-inf <= ${name} <= ${upper}`;
  return upper === Infinity ? `${name} >= ${lower}` : `${lower} <= ${name} <= ${upper}`;
}
