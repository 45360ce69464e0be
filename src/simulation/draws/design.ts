import { streamOf } from "./random.ts";
import type { SweepPlan } from "./sweep.ts";

/** Percentiles (0 .. 1, exclusive) of every input in a draw, in the order of the inputs. */
export type Percentiles = (draw: number) => number[];

/** Where in its distribution each input lies in each draw; a pure function of plan, draw and the input's id. */
export function percentilesOf(plan: Pick<SweepPlan, "design" | "seed">, inputs: readonly string[]): Percentiles {
  switch (plan.design) {
    case "random": {
      const streams = inputs.map((id) => streamOf(plan.seed, id));
      return (draw) => streams.map((stream) => stream(draw));
    }
    case "sobol":
    case "sensitivity":
      throw new Error(`design ${plan.design} is not available`);
    default:
      return plan.design satisfies never;
  }
}
