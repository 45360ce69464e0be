import { type Columns, columnsOf } from "./columns.ts";
import type { Network } from "./problem.ts";
import { analyse, type Symbolic } from "./symbolic.ts";

/** What clearing a network takes that depends on who touches what alone, not on a coefficient or a price. */
export interface Structure {
  readonly columns: Columns;
  readonly symbolic: Symbolic;
}

/** Works out the structure of a network. */
export function structureOf(network: Network): Structure {
  const columns = columnsOf(network);
  return { columns, symbolic: analyse(columns) };
}
