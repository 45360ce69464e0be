import { ids, number, packed } from "../field.ts";

/** How a scenario is edited: events taken out or added, sliders, or the whole of it. */
export const scenario = {
  /** ids of events and measures that are switched off */
  off: ids({ absent: [] }),
  /** ids of events of the ledger that happen besides */
  add: ids({ absent: [] }),
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
};
