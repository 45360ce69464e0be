import type { Problem } from "./problem.ts";

/** One record of a CSV text; `columns[i]` and `lines[i]` say where field i begins (1-based). */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
  readonly lines: readonly number[];
  readonly columns: readonly number[];
}

const maxCharacters = 20_000_000;

/**
 * Splits comma-separated text (RFC 4180; LF, CRLF or CR; byte order mark dropped; blank lines skipped) into records,
 * and goes on after a fault so that all of them can be reported.
 *
 * Written here because the type declarations of csv-parse pull Node's types into the core, and because every field
 * must know its line and column; csv-parse is the oracle in the tests.
 */
export function readCsv(file: string, source: string): { records: CsvRecord[]; problems: Problem[] } {
  const problems: Problem[] = [];
  if (source.length > maxCharacters) {
    const message = `the file has ${source.length} characters, more than the ${maxCharacters} allowed`;
    return {
      records: [],
      problems: [{ file, line: 1, message, remedy: "split it or check that it is the right file" }],
    };
  }
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
  const records: CsvRecord[] = [];
  const plainEnd = /[,\r\n]/g;
  let at = 0;
  let line = 1;
  let lineStart = 0;
  let record = emptyRecord(1);

  const fault = (position: number, message: string, remedy: string, faultLine = line, start = lineStart) =>
    problems.push({ file, line: faultLine, column: position - start + 1, message, remedy });
  const findPlainEnd = (from: number) => {
    plainEnd.lastIndex = from;
    return plainEnd.exec(text)?.index ?? text.length;
  };
  const newline = (position: number) => {
    const next = text[position] === "\r" && text[position + 1] === "\n" ? position + 2 : position + 1;
    line += 1;
    lineStart = next;
    return next;
  };
  const quoted = (start: number): string => {
    const openLine = line;
    const openLineStart = lineStart;
    let value = "";
    let from = start + 1;
    for (at = from; at < text.length; ) {
      const c = text[at];
      if (c === '"' && text[at + 1] === '"') {
        value += text.slice(from, at + 1);
        at += 2;
        from = at;
      } else if (c === '"') {
        value += text.slice(from, at);
        at += 1;
        return value;
      } else if (c === "\n" || c === "\r") at = newline(at);
      else at += 1;
    }
    fault(
      start,
      "a quoted field is never closed",
      'add the closing " or remove the opening one',
      openLine,
      openLineStart,
    );
    return value + text.slice(from);
  };

  while (at < text.length || record.fields.length > 0) {
    const start = at;
    record.lines.push(line);
    record.columns.push(start - lineStart + 1);
    if (text[start] === '"') {
      record.fields.push(quoted(start));
      const end = findPlainEnd(at);
      if (end > at) fault(at, "text follows a closing quote", 'double the quotes inside a quoted field: ""');
      at = end;
    } else {
      at = findPlainEnd(start);
      const field = text.slice(start, at);
      if (field.includes('"')) {
        fault(
          start + field.indexOf('"'),
          "a quote inside an unquoted field",
          'put the whole field in quotes and double those inside: ""',
        );
      }
      record.fields.push(field);
    }
    if (text[at] === ",") {
      at += 1;
      continue;
    }
    const blank = record.fields.length === 1 && record.fields[0] === "" && start === at;
    if (!blank) records.push(record);
    if (at < text.length) at = newline(at);
    record = emptyRecord(line);
  }
  return { records, problems };
}

function emptyRecord(line: number) {
  return { line, fields: [] as string[], lines: [] as number[], columns: [] as number[] };
}
