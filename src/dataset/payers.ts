/** Who pays, and which share of the public money. */
export interface Payer {
  readonly payer: string;
  readonly share: number;
}

/** `JPN:0.5 USA:0.5` as read from a cell; a name alone has the share 1. A share that is no number is NaN, for a check to tell. */
export function payersOf(cells: readonly string[]): Payer[] {
  return cells.map((cell) => {
    const [payer = "", share] = cell.split(":");
    return {
      payer,
      share: share === undefined ? 1 : /^(?:0|1|0?\.\d+|1\.0+)$/.test(share) ? Number(share) : Number.NaN,
    };
  });
}
