import { type Check, problemAt } from "./check.ts";

export const tradeAbroad: Check = {
  says: "a trade flow goes to another country",
  needs: [],
  run: (dataset) =>
    dataset.trade
      .filter((row) => row.exporter === row.importer)
      .map((row) =>
        problemAt(row, `${row.exporter} ships to itself`, "drop the flow; trade within an aggregate does not count"),
      ),
};
