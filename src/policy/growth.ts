/**
 * (1 + yearly growth)^(months / 12) from multiplications alone: `Math.pow` differs in its last bits between engines, and
 * results must not.
 */
export function compoundGrowth(growthSharePerYear: number, months: number): number {
  const yearly = 1 + growthSharePerYear;
  return power(yearly, Math.floor(months / 12)) * power(twelfthRoot(yearly), months % 12);
}

/** y with y^12 = x > 0, by Newton's method. */
function twelfthRoot(x: number): number {
  let y = 1 + (x - 1) / 12;
  for (let step = 0; step < 60; step++) {
    const below = power(y, 11);
    const next = y - (below * y - x) / (12 * below);
    if (next === y) break;
    y = next;
  }
  return y;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result *= base;
  return result;
}
