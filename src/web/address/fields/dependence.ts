import { id, sort, words } from "../field.ts";

/** Parameters of the table of dependence. */
export const dependence = {
  /** the mineral whose card is open */
  mineral: id(),
  minerals: words({ absent: "" }),
  mineralsBy: sort(),
};
