import { sort } from "../field.ts";

/** Parameters of the screen of one's own exposure; the file itself is never in the address. */
export const exposure = {
  linesBy: sort(),
};
