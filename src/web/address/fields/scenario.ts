import type { Policy } from "../../../policy/kinds/index.ts";
import { choice, ids, json, number, packed } from "../field.ts";

/** How a scenario is edited: events taken out or added, sliders, or the whole of it. */
export const scenario = {
  /** ids of events and measures that are switched off */
  off: ids({ absent: [] }),
  /** ids of events of the ledger that happen besides */
  add: ids({ absent: [] }),
  /** hypothetical events by id, as in a scenario file */
  events: json<Readonly<Record<string, Policy>>>(),
  /** share of licence applications that are approved; absent: as the scenario has it, and so for the others */
  approval: number(0, 1),
  /** working days that a licence takes */
  delay: number(0, 1000),
  /** months that controls last */
  duration: number(1, 600),
  /** months that plants and measures come later */
  late: number(0, 240),
  /** private stocks as a multiple of what is normal */
  cover: number(0.1, 10),
  /** growth of demand besides, share a year */
  growth: number(-0.5, 1),
  /** the whole scenario as edited YAML */
  yaml: packed(),
  /** whether the text of the scenario is open for editing */
  editor: choice(["open"]),
  /** whether all end uses are drawn, not only those that lose most */
  uses: choice(["all"]),
};
