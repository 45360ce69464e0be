import { choice, id, sort, words } from "../field.ts";

/** Parameters of the screen of sources. */
export const sources = {
  /** the search for figures */
  q: words({ absent: "" }),
  /** the figure that is looked at */
  figure: words(),
  source: id(),
  status: choice(["reported", "estimated", "assumed"]),
  /** the table whose figures are looked at */
  figures: id(),
  figuresBy: sort(),
};
