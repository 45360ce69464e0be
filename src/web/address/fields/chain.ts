import { choice, id } from "../field.ts";

/** Parameters of the screen of the chain. */
export const chain = {
  /** the commodity whose flows the map shows; absent: the screen chooses */
  commodity: id(),
  /** whether the measures of the scenario are in force */
  measures: choice(["with", "without"], { absent: "with" }),
};
