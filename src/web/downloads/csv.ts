type Value = string | number | boolean | null | undefined;

/**
 * A table as CSV (RFC 4180, CRLF). Numbers have a decimal point in every language; what is missing is empty.
 * Texts that a spreadsheet would take for a formula get an apostrophe before them.
 */
export function csvText(columns: readonly string[], rows: readonly (readonly Value[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: Value): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const text = /^[=+\-@\t\r]/.test(String(value)) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
