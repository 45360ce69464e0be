import type { Problem } from "../problem.ts";
import { type Check, problemAt } from "./check.ts";

export const applicationsComplete: Check = {
  says: "every application has demand somewhere and inputs",
  needs: ["applications", "applicationInputs", "demand"],
  run(dataset) {
    const withInputs = new Set(dataset.applicationInputs.filter((r) => r.value > 0).map((r) => r.application));
    const withDemand = new Set(dataset.demand.filter((r) => r.value > 0).map((r) => r.application));
    return dataset.applications.flatMap((row): Problem[] => {
      const problems: Problem[] = [];
      const { application } = row;
      if (!withInputs.has(application)) {
        problems.push(problemAt(row, `${application} has no inputs`, "add its rows to application_inputs.csv"));
      }
      if (!withDemand.has(application)) {
        problems.push(problemAt(row, `${application} has no demand anywhere`, "add its rows to demand.csv"));
      }
      return problems;
    });
  },
};
