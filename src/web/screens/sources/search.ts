import type { FigureRow, SourcesAnswer } from "../../engine/asks/figures.ts";

type Source = Pick<SourcesAnswer["sources"][number], "publisher" | "title">;

/** Everything of a figure that a reader may type: its name in the page's language, its id, unit, source, place in it and note. */
export function searchText(row: FigureRow, name: string, kind: string, source: Source | undefined): string {
  const { figure, unit, year, locator, note } = row;
  return folded(
    [name, kind, figure, unit, year ?? "", row.source, source?.publisher, source?.title, locator, note].join(" "),
  );
}

/** Whether a {@link searchText} holds every word of a query; words stand between spaces, full-width ones too. */
export function matcher(query: string): (text: string) => boolean {
  const wanted = folded(query)
    .split(/\s+/)
    .filter((word) => word !== "");
  return (text) => wanted.every((word) => text.includes(word));
}

/** One spelling for capitals, and for full-width letters and digits. */
function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
