import type { FigureExplanation, Status } from "../../../dataset/index.ts";

export interface FiguresRequest {
  /** words that all occur in the figure's name, source or note; "" = all */
  readonly query: string;
  readonly status?: Status;
  readonly table?: string;
  readonly source?: string;
  /** rows from .. from + count */
  readonly from: number;
  readonly count: number;
}

export interface FigureRow {
  readonly figure: string;
  readonly table: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly year: number | null;
  readonly status: Status;
  readonly source: string;
  readonly locator: string;
  readonly note: string;
}

export interface FiguresAnswer {
  readonly total: number;
  readonly rows: readonly FigureRow[];
  /** names that are close, where nothing was found */
  readonly suggestions: readonly string[];
  /** of all that was found */
  readonly byStatus: Readonly<Record<Status, number>>;
  /** the same by table, in the order of the data */
  readonly tables: readonly {
    readonly table: string;
    readonly figures: number;
    readonly byStatus: Readonly<Record<Status, number>>;
  }[];
}

export type FigureAnswer = FigureExplanation;

export interface SourcesAnswer {
  readonly sources: readonly {
    readonly id: string;
    readonly publisher: string;
    readonly title: string;
    readonly url: string | null;
    readonly licence: string;
    readonly redistributable: "yes" | "no" | "facts";
    /** how many figures cite it */
    readonly figures: number;
  }[];
  readonly disagreements: readonly {
    readonly topic: string;
    readonly figureA: string;
    readonly figureB: string;
    readonly note: string;
  }[];
  /** where balancing the chains had to move a figure most: the first 200, the largest in standard deviations first */
  readonly adjustments: readonly {
    /** `ship:dysprosium-oxide:CHN>JPN` */
    readonly activity: string;
    readonly figures: readonly string[];
    readonly figureTonnesPerYear: number;
    readonly balancedTonnesPerYear: number;
    readonly sigmas: number;
  }[];
}
