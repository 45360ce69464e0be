/** What the LP and MPS formats bear everywhere; longer names are cut down to their index. */
const longestName = 255;

/**
 * A name that every solver can read: prefix and index, then the original with anything but letters and digits as
 * `_hex_`. `solverName("x", 7, "ship Dy: CN→JP")` is `x7_ship_20_Dy_3a__20_CN_2192_JP`. The index makes it unique.
 */
export function solverName(prefix: "x" | "m", index: number, name: string): string {
  const readable = Array.from(name, (character) =>
    /^[A-Za-z0-9]$/.test(character) ? character : `_${character.codePointAt(0)!.toString(16)}_`,
  ).join("");
  const full = `${prefix}${index}_${readable}`;
  return full.length <= longestName ? full : `${prefix}${index}_`;
}

/** Undoes {@link solverName}: which of the network's names it was, by index, and the name (empty where it was cut). */
export function originalName(solverName: string): { index: number; name: string } {
  const match = /^[xm](\d+)_(.*)$/.exec(solverName);
  if (!match) throw new Error(`got solver name "${solverName}", expected one like "x7_ship_20_Dy"`);
  const name = match[2]!.replace(/_([0-9a-f]+)_/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  return { index: Number(match[1]), name };
}
