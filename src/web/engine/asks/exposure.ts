import type { Exposure } from "../../../exposure/index.ts";
import type { RunQuestion } from "./simulate.ts";

export interface ExposureRequest {
  readonly question: RunQuestion;
  /** as the user knows it; its ending tells CSV from XLSX */
  readonly fileName: string;
  /** the file's bytes; given over to the worker, and kept nowhere after the answer */
  readonly bytes: ArrayBuffer;
  /** where products are built whose rows name no country */
  readonly country?: string;
  /** month in which the stock is as the file says */
  readonly from?: string;
  /** 0–1, share of the order a tried second source takes over */
  readonly secondSourceShare?: number;
}

export interface ExposureAnswer {
  readonly exposure: Exposure;
  readonly rows: number;
}

/** Largest file that is read, bytes. */
export const MOST_FILE_BYTES = 20_000_000;
