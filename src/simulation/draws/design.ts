import { philox4x32 } from "./philox.ts";
import { hash64, streamOf } from "./random.ts";
import { SOBOL_DIMENSIONS, sobolCoordinate } from "./sobol.ts";
import type { SweepPlan } from "./sweep.ts";

/** Percentiles (0 .. 1, exclusive) of every input in a draw, in the order of the inputs. */
export type Percentiles = (draw: number) => number[];

/**
 * Where in its distribution each input lies in each draw; a pure function of plan, draw and the input's id.
 * Random: independent streams by id. Sobol: the dimension is the input's place in the list, shifted digitally by seed and
 * id. Sensitivity: blocks of inputs + 2 draws; the rows A and B of a block are one Sobol point of twice the inputs.
 */
export function percentilesOf(plan: Pick<SweepPlan, "design" | "seed">, inputs: readonly string[]): Percentiles {
  switch (plan.design) {
    case "random": {
      const streams = inputs.map((id) => streamOf(plan.seed, id));
      return (draw) => streams.map((stream) => stream(draw));
    }
    case "sobol": {
      const streams = inputs.map((id, dimension) => shiftedSobol(plan.seed, id, dimension));
      return (draw) => streams.map((stream) => stream(draw));
    }
    case "sensitivity": {
      const a = inputs.map((id, i) => shiftedSobol(plan.seed, id, i));
      const b = inputs.map((id, i) => shiftedSobol(plan.seed, `${id} b`, inputs.length + i));
      const rows = inputs.length + 2;
      return (draw) => {
        const block = Math.floor(draw / rows);
        const row = draw % rows;
        return inputs.map((_, i) => (row === 1 || row === i + 2 ? b : a)[i]!(block));
      };
    }
    default:
      return plan.design satisfies never;
  }
}

/** Why a plan's design cannot have this many inputs or draws; undefined if it can. */
export function designProblem(
  { design, draws }: Pick<SweepPlan, "design" | "draws">,
  inputs: number,
): { readonly message: string; readonly remedy: string } | undefined {
  const dimensions = design === "random" ? 0 : design === "sobol" ? inputs : 2 * inputs;
  if (dimensions > SOBOL_DIMENSIONS)
    return {
      message: `design ${design} needs ${dimensions} Sobol dimensions for ${inputs} inputs, there are ${SOBOL_DIMENSIONS}`,
      remedy: "use design random, or fewer uncertain inputs",
    };
  const rows = inputs + 2;
  if (design !== "sensitivity" || draws % rows === 0) return undefined;
  const below = Math.floor(draws / rows) * rows;
  const near = below > 0 ? `${below} or ${below + rows}` : `${rows}`;
  return {
    message: `got ${draws} draws, expected a multiple of ${rows} (inputs + 2) for design sensitivity`,
    remedy: `use ${near}`,
  };
}

const WORD = 2 ** 32;

/** A Sobol coordinate with its bits flipped where the seed's word for this name has ones: never 0 or 1. */
function shiftedSobol(seed: number, name: string, dimension: number): (point: number) => number {
  const coordinate = sobolCoordinate(dimension);
  const [low, high] = hash64(name);
  const [shift] = philox4x32([0, 0, high, 1], [seed >>> 0, low]); // the last word keeps it apart from the streams
  return (point) => (((coordinate(point) ^ shift) >>> 0) + 0.5) / WORD;
}
