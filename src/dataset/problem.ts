/** Something wrong in an input, where it is and how to put it right. */
export interface Problem {
  /** as the user knows it: `production.csv` (relative to data/), `scenarios/x.yaml`, or an option such as `--draws` */
  readonly file: string;
  /** 1-based; 1 for a problem of the whole file */
  readonly line: number;
  /** 1-based, in characters */
  readonly column?: number;
  /** what was got and what was expected */
  readonly message: string;
  /** what to do about it */
  readonly remedy: string;
}

/** `file:line:column: message; remedy`; an option or a variable of the environment has no line. */
export function formatProblem({ file, line, column, message, remedy }: Problem): string {
  const at = /^(?:--[a-z]|[A-Z_]+$)/.test(file) ? "" : column === undefined ? `:${line}` : `:${line}:${column}`;
  return `${file}${at}: ${message}; ${remedy}`;
}

/** One problem per line, at most `most` of them, and how many more there are. */
export function formatProblems(problems: readonly Problem[], most = 50): string {
  const lines = problems.slice(0, most).map(formatProblem);
  if (problems.length > most) lines.push(`… and ${problems.length - most} more problems`);
  return lines.join("\n");
}

/** Problems in reading order: by file, line, column. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...problems].sort(
    (a, b) =>
      text(a.file, b.file) || a.line - b.line || (a.column ?? 0) - (b.column ?? 0) || text(a.message, b.message),
  );
}

/** The user's input cannot be used. Carries all its problems; the message lists the first of them. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
    this.problems = problems;
  }
}
