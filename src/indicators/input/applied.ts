/** An indicator that can be computed over a user's own file. */
export interface AppliedIndicator {
  /** `monazite indicators <id>` */
  readonly id: string;
  readonly title: string;
  readonly formula: string;
  readonly variant: string;
  readonly source: string;
  /** what the file holds */
  readonly input: string;
  /** Computes one result per case. Errors: InputError with every problem of the file. */
  readonly compute: (file: string, text: string) => readonly IndicatorResult[];
}

/** What an indicator says of one case: a number, a word, or null with the reason in a field that ends in `Note`. */
export type IndicatorResult = Readonly<Record<string, string | number | null>>;
