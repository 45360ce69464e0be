import { expect, test } from "vitest";
import { readDataset } from "../../../src/cli/io/read-dataset.ts";
import { openBench, planProblem } from "../../../src/simulation/draws/bench.ts";
import { figureInputs } from "../../../src/simulation/draws/figure-inputs.ts";
import { shippedScenario } from "../../shipped/shipped.ts";

const shipped = readDataset();
const values = shipped.uncertainties.find(({ id }) => id === "product-values")!;
// what electric vehicles are worth has no say in gallium
const dataset = {
  ...shipped,
  uncertainties: [...shipped.uncertainties, { ...values, id: "vehicles", scopes: "electric-vehicles" }],
};

test("draws are asked of the inputs a run will have, not of those of chains it leaves out", () => {
  const scenario = { ...shippedScenario("gallium-germanium-stop"), months: 1 };
  const plan = { scenarioId: "gallium", scenario, withoutMeasures: true, seed: 1 } as const;
  const { inputs } = openBench(dataset, { ...plan, draws: 2, design: "random" });
  expect(inputs.filter(({ id }) => id.startsWith("data/")).length).toBeLessThan(figureInputs(dataset).length);
  const fits = (draws: number) => planProblem(dataset, { scenario, draws, design: "sensitivity" });
  expect(fits(inputs.length + 2)).toBeUndefined();
  expect(fits(inputs.length + 3)?.message).toContain(`expected a multiple of ${inputs.length + 2} (inputs + 2)`);
});
