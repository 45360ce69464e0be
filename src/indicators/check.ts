/** Says what was got where a number makes no sense; indicators never answer from such inputs. */
export function requireRange(name: string, value: number, least: number, most: number): void {
  if (!(value >= least && value <= most))
    throw new RangeError(`${name}: got ${value}, expected a number from ${least} to ${most}`);
}

/** The sum, after refusing what is negative or no number. */
export function sumOf(name: string, values: readonly number[]): number {
  let sum = 0;
  for (const value of values) {
    requireRange(name, value, 0, Number.MAX_VALUE);
    sum += value;
  }
  return sum;
}
