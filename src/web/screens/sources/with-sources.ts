/** A piece of a text, with the source it names if it is a source's id. */
export interface CitedPart<Source> {
  readonly text: string;
  readonly source?: Source;
}

/** Splits a text at the ids of sources: `94 % in 2024 (oecd-2025)` has `oecd-2025` as a piece of its own. */
export function withSources<Source extends { readonly id: string }>(
  text: string,
  sources: readonly Source[],
): CitedPart<Source>[] {
  const known = new Map(sources.map((source) => [source.id, source]));
  return text
    .split(/([a-z][a-z0-9]*(?:-[a-z0-9]+)+)/)
    .filter((part) => part !== "")
    .map((part) => {
      const source = known.get(part);
      return source === undefined ? { text: part } : { text: part, source };
    });
}
