import highsModule from "highs";
import type { Network, Terms } from "../../src/market/problem.ts";
import { multipliedOut } from "../../src/market/quadratic.ts";

// the package's types describe its CommonJS face, where the loader is `.default`; as an ES module it is the default itself
const loadHighs = highsModule as unknown as typeof highsModule.default;
const highs = await loadHighs();
export type HighsInput = NonNullable<Parameters<typeof highs.createModel>[0]>;

export const { optimal, infeasible } = highs.constants.modelStatus;

/** What HiGHS makes of a model: its status code and objective. Throws where its QP solver fails, as it may on large ones. */
export function solve(input: HighsInput, timeLimitSeconds = 60): { status: number; objective: number } {
  return highs.withModel(input, (model) => {
    model.options.set({ output_flag: false, time_limit: timeLimitSeconds });
    model.run();
    return { status: model.getModelStatus(), objective: model.getObjectiveValue() };
  });
}

/** The month as HiGHS takes it: arrays in tonnes and dollars, the objective's constant as an offset. */
export function highsInput(network: Network, terms: Terms): HighsInput {
  const { linear, constantUsd } = multipliedOut(terms);
  const numCols = network.activityNames.length;
  const numRows = network.marketNames.length;
  const orHighsInfinity = (bound: number) => (Number.isFinite(bound) ? bound : Math.sign(bound) * highs.infinity);
  const diagonal = Int32Array.from({ length: numCols + 1 }, (_, a) => a);
  return {
    numCols,
    numRows,
    offset: constantUsd,
    colCost: linear,
    colLower: terms.lowerBound.map(orHighsInfinity),
    colUpper: terms.upperBound.map(orHighsInfinity),
    rowLower: new Float64Array(numRows),
    rowUpper: new Float64Array(numRows),
    matrix: {
      format: "csc",
      numRows,
      numCols,
      starts: network.columnStart,
      indices: network.columnMarket,
      values: network.coefficient,
    },
    hessian: {
      format: "triangular",
      dimension: numCols,
      starts: diagonal,
      indices: diagonal.subarray(0, numCols),
      values: terms.slope,
    },
  };
}
