import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** A fenced block of a Markdown file. */
export interface Block {
  /** `README.md:57` */
  readonly place: string;
  readonly language: string;
  readonly text: string;
}

export function readDoc(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Fenced blocks of a document, in order. */
export function blocksOf(path: string): Block[] {
  const lines = readDoc(path).split("\n");
  const blocks: Block[] = [];
  let open: { line: number; language: string; text: string[] } | undefined;
  lines.forEach((line, i) => {
    const fence = /^```(\w*)\s*$/.exec(line);
    if (!fence) open?.text.push(line);
    else if (!open) open = { line: i + 1, language: fence[1]!, text: [] };
    else {
      blocks.push({ place: `${path}:${open.line}`, language: open.language, text: open.text.join("\n") });
      open = undefined;
    }
  });
  return blocks;
}

/** Rows of the first table under a heading, cells trimmed, by the words of its head. */
export function tableUnder(path: string, heading: string): Record<string, string>[] {
  const lines = readDoc(path).split("\n");
  const start = lines.indexOf(heading);
  if (start < 0) throw new Error(`${path} has no heading "${heading}"`);
  const first = lines.findIndex((line, i) => i > start && line.startsWith("|"));
  const rows: string[] = [];
  for (let i = first; lines[i]?.startsWith("|"); i++) rows.push(lines[i]!);
  const cells = rows.map((row) =>
    row
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
  const [head, , ...body] = cells;
  return body.map((row) => Object.fromEntries(head!.map((word, i) => [word, row[i]!])));
}
