import type { Problem } from "../problem.ts";
import { type Check, problemAt } from "./check.ts";

export const prices: Check = {
  says: "every oxide, metal and magnet has an export price (WLD), above zero; other prices follow from these",
  needs: ["commodities", "compositions", "prices"],
  run(dataset) {
    const mixed = new Set(dataset.compositions.map((r) => r.class));
    const priced = new Set(dataset.prices.filter((r) => r.country === "WLD").map((r) => r.commodity));
    const free = dataset.prices
      .filter((row) => row.value <= 0)
      .map((row) => problemAt(row, `the price of ${row.commodity} is ${row.value}`, "give a price above zero"));
    const unpriced = dataset.commodities.flatMap((row): Problem[] => {
      const derived =
        row.stage === "mining" || row.stage === "by-product" || row.stage === "recycling" || mixed.has(row.id);
      if (derived || priced.has(row.id)) return [];
      return [problemAt(row, `${row.id} has no price`, "add a row for it to prices.csv, country WLD")];
    });
    return [...free, ...unpriced];
  },
};
