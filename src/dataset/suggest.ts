/**
 * Edits (insert, delete, replace, swap of neighbours) that turn one word into the other; the "optimal string alignment"
 * distance, computed row by row.
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, beforeLast[j - 2]! + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

const longestWord = 80;

/** The names most like a mistyped one, closest first; none when nothing is near (over a third of its letters differ). */
export function closest(got: string, names: Iterable<string>, most = 1): string[] {
  if (got === "" || got.length > longestWord) return [];
  const word = got.toLowerCase();
  const scored: { name: string; distance: number }[] = [];
  for (const name of new Set(names)) {
    const candidate = name.toLowerCase();
    const allowed = Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
    if (Math.abs(word.length - candidate.length) > allowed) continue;
    const distance = editDistance(word, candidate);
    if (distance <= allowed) scored.push({ name, distance });
  }
  scored.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return scored.slice(0, most).map((s) => s.name);
}

/** A remedy for an unknown name: `did you mean "x"?`, else the names that are known. */
export function didYouMean(got: string, names: Iterable<string>): string {
  const known = [...new Set(names)];
  const [best] = closest(got, known);
  if (best !== undefined) return `did you mean "${best}"?`;
  if (known.length === 0) return "none is defined yet";
  const shown = known.slice(0, 12).join(", ");
  return known.length > 12 ? `use one of ${shown}, … (${known.length} in all)` : `use one of ${shown}`;
}

/** A remedy for a common word or symbol: `use its code COD`, `use its name gallium`. */
export function meantInstead(meant: string): string {
  return `use its ${/^[A-Z0-9]+$/.test(meant) ? "code" : "name"} ${meant}`;
}

/** A value for a message: quoted, control characters visible, shortened when long. */
export function quote(text: string, most = 60): string {
  return JSON.stringify(text.length > most ? `${text.slice(0, most)}…` : text);
}
