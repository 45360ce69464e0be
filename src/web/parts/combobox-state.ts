export interface ComboboxOption {
  readonly value: string;
  readonly text: string;
  readonly lang?: string;
  /** other words by which it is found, such as its id */
  readonly also?: string;
  readonly group?: string;
}

/** Letters without accents and case, so that "turkiye" finds Türkiye. */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Options that contain every word of a search, those that begin with it first; all of them for an empty search. */
export function matching(options: readonly ComboboxOption[], search: string): readonly ComboboxOption[] {
  const wanted = plain(search).trim();
  if (wanted === "") return options;
  const parts = wanted.split(/\s+/);
  const found = options.filter((o) => {
    const text = `${plain(o.text)} ${plain(o.also ?? "")}`;
    return parts.every((part) => text.includes(part));
  });
  const first = (o: ComboboxOption) => plain(o.text).startsWith(wanted) || plain(o.also ?? "") === wanted;
  return [...found.filter(first), ...found.filter((o) => !first(o))];
}

/** Runs of options of one group, with the place of the first. */
export function grouped(options: readonly ComboboxOption[]) {
  const groups: { readonly group: string | undefined; readonly from: number; readonly options: ComboboxOption[] }[] =
    [];
  options.forEach((option, from) => {
    const last = groups.at(-1);
    if (last && last.group === option.group) last.options.push(option);
    else groups.push({ group: option.group, from, options: [option] });
  });
  return groups;
}

/** Where an arrow, Home or End leads from a place in a list of `count`; -1 is no place. */
export function moved(at: number, key: string, count: number): number {
  if (count === 0) return -1;
  switch (key) {
    case "ArrowDown":
      return at >= count - 1 ? 0 : at + 1;
    case "ArrowUp":
      return at <= 0 ? count - 1 : at - 1;
    case "PageDown":
      return Math.min(at + 10, count - 1);
    case "PageUp":
      return Math.max(at - 10, 0);
    default:
      return at;
  }
}
