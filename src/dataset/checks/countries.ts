import type { Problem } from "../problem.ts";
import { type Check, problemAt } from "./check.ts";

export const countries: Check = {
  says: "a country that stands for others in the model stands for itself",
  needs: ["countries"],
  run(dataset) {
    const modelCountry = new Map(dataset.countries.map((r) => [r.id, r.modelCountry]));
    return dataset.countries.flatMap((row): Problem[] => {
      const again = modelCountry.get(row.modelCountry);
      if (again === undefined || again === row.modelCountry) return [];
      const message = `${row.id} is ${row.modelCountry} in the model, but ${row.modelCountry} is ${again}`;
      return [problemAt(row, message, `use ${again}`)];
    });
  },
};
