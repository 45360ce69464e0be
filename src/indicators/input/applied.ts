import type { CountryCodes } from "../../dataset/index.ts";

/** An indicator that can be computed over a user's own file. */
export interface AppliedIndicator {
  /** `monazite indicators <id>` */
  readonly id: string;
  readonly title: string;
  readonly formula: string;
  readonly variant: string;
  readonly source: string;
  /** fields of a result that lead to the others: a text table has them only where there is room */
  readonly steps?: readonly string[];
  /** fields that only --json prints */
  readonly onlyJson?: readonly string[];
  /** what the file holds */
  readonly input: string;
  /**
   * Computes one result per case. Errors: InputError with every problem of the file.
   * @param codes what country codes stand for; without it they are taken as written and not looked at
   */
  readonly compute: (file: string, text: string, codes?: CountryCodes) => readonly IndicatorResult[];
}

/** What an indicator says of one case: a number, a word, or null; a field that ends in `Note` gives the reason, or what
 * to bear in mind. */
export type IndicatorResult = Readonly<Record<string, string | number | null>>;
