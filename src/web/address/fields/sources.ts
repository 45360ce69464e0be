import { id, sort, words } from "../field.ts";

/** Parameters of the screen of sources. */
export const sources = {
  /** the search for figures */
  q: words({ absent: "" }),
  figure: words(),
  source: id(),
  status: id(),
  figuresBy: sort(),
};
