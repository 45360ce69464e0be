import { type LedgerRow, ledgerColumns } from "./row.ts";

/** Cells that two rows of one statement may differ in: its name. */
const NOT_COMPARED: readonly string[] = ["id"];

/**
 * The row of a ledger that says all a new one says: every cell that is filled in the new one is the same there. What a
 * person filled in since (the source, `related`) makes no other row of it. Undefined where there is none.
 */
export const sayingTheSame = (row: LedgerRow, ledger: readonly LedgerRow[]): LedgerRow | undefined =>
  ledger.find((old) => ledgerColumns.every((c) => NOT_COMPARED.includes(c) || row[c] === "" || row[c] === old[c]));

/** A row of the ledger that was read from the same characters of the same article, with the columns it differs in. */
export function ofTheSamePlace(
  row: LedgerRow,
  ledger: readonly LedgerRow[],
): { readonly id: string; readonly differsIn: readonly string[] } | undefined {
  const old = ledger.find((o) => o.locator === row.locator);
  return old && { id: old.id, differsIn: ledgerColumns.filter((c) => c !== "id" && row[c] !== old[c]) };
}
