import { figuresOf } from "../figures.ts";
import { type Check, problemAt } from "./check.ts";

export const ranges: Check = {
  says: "low ≤ value ≤ high",
  needs: [],
  run: (dataset) =>
    figuresOf(dataset).flatMap((f) => {
      const { low, value, high } = f;
      const remedy = "correct the three numbers, or leave low and high blank where no range is known";
      if (low !== null && high !== null && low > high)
        return [problemAt(f, `low ${low} is above high ${high}`, remedy)];
      if (value === null) return [];
      if (low !== null && value < low) return [problemAt(f, `value ${value} is below low ${low}`, remedy)];
      if (high !== null && value > high) return [problemAt(f, `value ${value} is above high ${high}`, remedy)];
      return [];
    }),
};
