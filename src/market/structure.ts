import { type Columns, columnsOf, fits } from "./columns.ts";
import type { Network } from "./problem.ts";
import { analyse, type Symbolic } from "./symbolic.ts";

/** What clearing a network takes that depends on who touches what alone, not on a coefficient or a price. */
export interface Structure {
  readonly columns: Columns;
  readonly symbolic: Symbolic;
}

/** The structure of a network: `known` if it is of this network or of one built alike, else worked out anew. */
export function structureOf(network: Network, known?: Structure): Structure {
  if (known && fits(known.columns, network)) return known;
  const columns = columnsOf(network);
  return { columns, symbolic: analyse(columns) };
}
