import type { ColumnInfo } from "./sweep.ts";

/** How an outcome is to be read; by the first part of its column's id. */
export interface Judgement {
  /** in which draws it counts as having happened; undefined = the question makes no sense (prices) */
  readonly happened?: (value: number) => boolean;
  /** more is worse, so that its largest values are its tail */
  readonly tail: boolean;
}

const positive = (value: number) => value > 0;
const told = (value: number) => !Number.isNaN(value);

const judgements: Readonly<Record<string, Judgement>> = {
  valueAtRisk: { happened: positive, tail: true },
  extraBill: { tail: true },
  shortMonths: { happened: positive, tail: true },
  firstShortMonth: { happened: told, tail: false },
  worstShortfallShare: { happened: positive, tail: true },
  missingTonnes: { happened: positive, tail: true },
  peakPrice: { tail: true },
};

export function judgementOf({ id }: ColumnInfo): Judgement {
  const judgement = judgements[id.split("/")[0]!];
  if (!judgement) throw new Error(`outcome ${id} has no judgement`);
  return judgement;
}
