import type { Precision } from "./calendar.ts";
import type { Figure } from "./figures.ts";
import type { DraftKind, Topic } from "./kind.ts";
import type { Modality } from "./modality.ts";
import type { Span } from "./span.ts";

/** How a note begins that holds countries which only met. */
export const AFTER_MEETING = "after a meeting of";

/** A value that was read, where, and how sure that is (0–1). `span` is null for what was not said but follows. */
export interface Read<T> {
  readonly value: T;
  readonly confidence: number;
  readonly span: Span | null;
}

export interface ReadDate extends Read<string> {
  /** ISO, as precise as it was said: 2025, 2025-10 or 2025-10-28; a week or quarter is named by its first day or month */
  readonly value: string;
  /** last day of what was said */
  readonly to: string;
  readonly precision: Precision;
}

/** A proposal for a row of the ledger, with what each part of it rests on. */
export interface Draft {
  /** 1-based, in the order of the article; what `--accept` takes */
  readonly number: number;
  readonly kind: Read<DraftKind>;
  /** context only: what it is about */
  readonly topic: Topic | null;
  readonly modality: Read<Modality>;
  /** when it happens, as said: the day it is done, else the day it takes effect */
  readonly date: ReadDate | null;
  readonly announced: ReadDate | null;
  readonly inForce: ReadDate | null;
  readonly ends: ReadDate | null;
  readonly actors: readonly Read<string>[];
  readonly targets: readonly Read<string>[];
  readonly materials: readonly Read<string>[];
  readonly stages: readonly Read<string>[];
  readonly figures: readonly Figure[];
  readonly title: string;
  /** the sentences it was read from */
  readonly statements: readonly Span[];
  /** 0–1, of the whole */
  readonly confidence: number;
  /** what a person should look at */
  readonly notes: readonly string[];
}

/** Something that was seen and found no place in a draft. */
export interface Unplaced extends Span {
  readonly what: "date" | "material" | "country" | "figure" | "statement";
  readonly why: string;
}
