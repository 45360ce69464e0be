/** One field of a CSV record that reads back as it was: quoted where it must be, null as a blank, numbers in JavaScript's shortest form. */
export function csvField(value: string | number | null): string {
  if (value === null) return "";
  const text = String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * One field of a table meant for a spreadsheet: as {@link csvField}, but text that one would take for a formula (it begins
 * with = + - @, a tab or a carriage return) gets an apostrophe in front. Numbers stay numbers, also those below zero.
 */
export function sheetField(value: string | number | null): string {
  if (typeof value === "string" && FORMULA.test(value) && !NUMBER.test(value)) return csvField(`'${value}`);
  return csvField(value);
}

const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
