import { id, ids, number } from "../field.ts";

/** Parameters of the screen of measures. */
export const measures = {
  plan: id(),
  /** ids of the measures that are chosen; absent: what the plan recommends */
  choose: ids(),
  /** million USD */
  budget: number(0, 1_000_000),
};
