import { type Dataset, didYouMean, InputError, quote, type Statistics } from "../dataset/index.ts";

type MaterialRow = Statistics["materials"][number];

/** What minerals a user's words mean, in the order asked for, and what has to be said of them. */
export interface Asked {
  readonly rows: readonly MaterialRow[];
  readonly notes: readonly string[];
}

/**
 * Minerals by id, name or chemical symbol, capitals or not; a product of the model such as NdFeB means the minerals in it.
 * Errors: InputError with every word nobody knows.
 * @param mineralsIn rows of the minerals that a commodity of the model is made from
 */
export function askedMinerals(
  { materials }: Statistics,
  { commodities }: Pick<Dataset, "commodities">,
  wanted: readonly string[],
  mineralsIn: (product: string) => readonly MaterialRow[],
): Asked {
  const meant = wanted.map((word) => {
    const row = materials.find((m) => [m.id, m.name, m.symbol].some((n) => same(n, word)));
    if (row) return { word, rows: [row], isProduct: false };
    const together = materials.filter((m) => m.modelMaterials.split(" ").some((n) => same(n, word)));
    if (together.length > 0) return { word, rows: together, isProduct: true };
    const products = commodities.filter((c) => c.stage === "magnet" && isOf(c, word));
    const found = products.flatMap((p) => mineralsIn(p.id));
    return { word, rows: materials.filter((m) => found.includes(m)), isProduct: true };
  });
  const problems = meant.flatMap(({ word, rows }) =>
    rows.length > 0
      ? []
      : [
          {
            file: "commodity",
            line: 1,
            message: `unknown mineral ${quote(word)}`,
            remedy: didYouMean(
              word,
              materials.map((m) => m.id),
            ),
          },
        ],
  );
  if (problems.length > 0) throw new InputError(problems);
  return {
    rows: [...new Set(meant.flatMap((m) => m.rows))],
    notes: meant.flatMap(({ word, rows, isProduct }) =>
      isProduct ? [`${word} stands for several minerals; shown are ${rows.map((r) => r.name).join(", ")}.`] : [],
    ),
  };
}

const same = (name: string, word: string) => name !== "" && name.toLowerCase() === word.toLowerCase();
const SPELT_OUT: Readonly<Record<string, string>> = { smco: "samarium-cobalt" };
/** `NdFeB` is all magnets of the kind, `ndfeb-standard` one of them. */
const isOf = ({ id }: { readonly id: string }, word: string) => {
  const name = SPELT_OUT[word.toLowerCase()] ?? word.toLowerCase();
  return id === name || id.startsWith(`${name}-`);
};
