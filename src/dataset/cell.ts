import type { Column } from "./schema/column.ts";
import { didYouMean, quote } from "./suggest.ts";

/** What became of a cell: its value, or why it has none. */
export type CellReading =
  | { readonly ok: true; readonly value: string | number | null | readonly string[] }
  | { readonly ok: false; readonly message: string; readonly remedy: string };

const decimal = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d{1,3})?$/;
const whole = /^-?(0|[1-9]\d*)$/;
const name = /^[A-Za-z0-9*][A-Za-z0-9_.:*+-]*$/;
const calendar = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Reads one cell strictly, as its column says. Whether a name is defined is for the checks. */
export function readCell(column: Column, text: string): CellReading {
  const numeric = column.type === "number" || column.type === "integer" || column.type === "year";
  if (text.trim() === "") {
    if (!column.required) return { ok: true, value: numeric ? null : column.type === "names" ? [] : "" };
    return fault("the cell is blank", `enter ${expected(column)}`);
  }
  if (column.type !== "text" && text !== text.trim())
    return fault(`spaces around ${quote(text.trim())}`, "remove them");
  if (numeric) return readNumber(column, text);
  if (column.type === "names") return readNames(column, text);
  if (column.type === "enum" && !column.values?.includes(text)) {
    return fault(`${quote(text)} is not ${expected(column)}`, didYouMean(text, column.values ?? []));
  }
  if (column.type === "id" && !name.test(text)) {
    return fault(`${quote(text)} is not a name`, "use letters, digits and - only (also _ . : * +)");
  }
  if (column.type === "date" && !isDate(text))
    return fault(`${quote(text)} is not a date`, `enter ${expected(column)}`);
  return { ok: true, value: text };
}

function readNames({ values }: Column, text: string): CellReading {
  const list = text.split(" ");
  for (const [i, word] of list.entries()) {
    if (!name.test(word)) return fault(`${quote(word)} is not a name`, "put one space between names, nothing else");
    if (list.indexOf(word) < i) return fault(`${quote(word)} comes twice`, "remove one");
    if (values && !values.includes(word)) return fault(`unknown name ${quote(word)}`, didYouMean(word, values));
  }
  return { ok: true, value: list };
}

function readNumber(column: Column, text: string): CellReading {
  const pattern = column.type === "number" ? decimal : whole;
  if (!pattern.test(text) || !Number.isFinite(Number(text))) {
    const remedy = `enter ${expected(column)}, without spaces, thousands separators or signs other than a leading -`;
    return fault(`${quote(text)} is not a number`, remedy);
  }
  const value = Number(text);
  const [least, most] = column.range ?? [-Infinity, Infinity];
  if (value < least || value > most)
    return fault(`${text} is outside ${least} to ${most}`, `enter ${expected(column)}`);
  return { ok: true, value };
}

function isDate(text: string): boolean {
  const [whole, , month = "01", day = "01"] = calendar.exec(text) ?? [];
  if (whole === undefined || Number(month) < 1 || Number(month) > 12) return false;
  const daysInMonth = new Date(Date.UTC(Number(whole.slice(0, 4)), Number(month), 0)).getUTCDate();
  return Number(day) >= 1 && Number(day) <= daysInMonth;
}

/** In words, what a column wants. */
export function expected(column: Column): string {
  switch (column.type) {
    case "enum":
      return column.values?.length === 1 ? `${column.values[0]}` : `one of ${column.values?.join(", ")}`;
    case "names":
      return "names with a space between";
    case "number":
      return "a number such as 1234.5";
    case "integer":
      return "a whole number";
    case "year":
      return "a year such as 2024";
    case "date":
      return "a date as YYYY, YYYY-MM or YYYY-MM-DD";
    case "id":
      return column.references?.length ? `a name of ${column.references.join(" or ")}` : "a name";
    case "text":
      return "text";
    default:
      return column.type satisfies never;
  }
}

function fault(message: string, remedy: string): CellReading {
  return { ok: false, message, remedy };
}
