/** The store could not do its work, and why, and what to do: a full disk, a run that somebody else is at, a lost server. */
export class StoreError extends Error {
  override readonly name: string = "StoreError";
}

/** Somebody asked to stop; what is committed stays. */
export class StoppedError extends StoreError {
  override readonly name = "StoppedError";
}

/** What a caught value says. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The code of a system error, such as ENOSPC. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** A draw could not be computed: the model's own words, from a thread or a machine that is not this one. */
export class DrawError extends StoreError {
  override readonly name = "DrawError";
  /** the class of the error where it was thrown, such as ClearingError */
  readonly kind: string;

  constructor(kind: string, message: string) {
    super(message);
    this.kind = kind;
  }
}
