import { figuresOf } from "../figures.ts";
import type { Problem } from "../problem.ts";
import { type Check, problemAt } from "./check.ts";

/** The source that own judgements cite. */
export const assumptionSource = "monazite-assumption";

export const reasons: Check = {
  says: "a figure says where it comes from: locator and year if reported, method if estimated, reasoning if assumed",
  needs: [],
  run: (dataset) =>
    figuresOf(dataset).flatMap((f): Problem[] => {
      switch (f.status) {
        case "assumed":
          return f.note === "" ? [problemAt(f, "an assumed figure has no note", "write the reasoning into note")] : [];
        case "estimated":
          return f.note === "" ? [problemAt(f, "an estimated figure has no note", "write the method into note")] : [];
        case "reported":
          if (f.source === assumptionSource) {
            return [
              problemAt(f, `a reported figure cites ${assumptionSource}`, "cite who reported it, or make it assumed"),
            ];
          }
          return f.locator === ""
            ? [problemAt(f, "a reported figure has no locator", "say which table, page, row or address of the source")]
            : [];
        default:
          return f.status satisfies never;
      }
    }),
};
