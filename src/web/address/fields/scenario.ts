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
  delay: number(0, 500),
  /** months that controls last longer, or shorter */
  duration: number(-60, 60),
  /** months that plants come later */
  late: number(-24, 60),
  /** factor on the stocks at the beginning */
  cover: number(0, 10),
  /** growth of demand, share a year */
  growth: number(-0.5, 0.5),
  /** the whole scenario as edited YAML */
  yaml: packed(),
};
