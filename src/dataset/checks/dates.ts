import { type Check, problemAt } from "./check.ts";

const baseYear = 2024;

export const dates: Check = {
  says: "a plant that is planned or under construction starts after the base year",
  needs: [],
  run: (dataset) =>
    dataset.facilities
      .filter((row) => row.phase === "planned" || row.phase === "construction")
      .filter((row) => row.start !== "" && Number(row.start.slice(0, 4)) <= baseYear)
      .map((row) => {
        const message = `${row.id} is ${row.phase}, yet starts in ${row.start}, by the base year ${baseYear}`;
        return problemAt(row, message, "correct the start or the phase (operating, ramp, idle, cancelled)");
      }),
};
