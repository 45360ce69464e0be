import { month, number, sort, words } from "../field.ts";

/** Parameters of the screen of one's own exposure; the file itself is never in the address. */
export const exposure = {
  linesBy: sort(),
  /** the month in which the stock is as the file says; absent: the first of the run */
  since: month(),
  /** share of the order that a tried second source takes over */
  second: number(0.05, 1),
  /** the product that is looked at */
  product: words(),
};
