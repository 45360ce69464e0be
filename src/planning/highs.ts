import type highsModule from "highs";

type Load = (typeof highsModule)["default"];
export type Highs = Awaited<ReturnType<Load>>;
export type HighsModelData = Extract<NonNullable<Parameters<Highs["createModel"]>[0]>, { numCols: number }>;
export type HighsModel = ReturnType<Highs["createModel"]>;

let loading: Promise<Highs> | undefined;

/** HiGHS as WebAssembly, loaded when first asked for. */
export function loadHighs(): Promise<Highs> {
  // the package's types describe its CommonJS face, where the loader is `.default.default`; as an ES module it is the default
  loading ??= import("highs").then((module) => (module.default as unknown as Load)());
  return loading;
}

/** One seed and no clock (this build has one thread): the same program gives the same answer on every machine. */
const alwaysTheSame = { output_flag: false, random_seed: 0 } as const;

/** A model of HiGHS with settings that make it repeatable. Dispose of it: its memory is not garbage collected. */
export function openModel(highs: Highs, data: HighsModelData): HighsModel {
  const model = highs.createModel(data);
  model.options.set(alwaysTheSame);
  return model;
}

export interface ProgramAnswer {
  readonly columns: Float64Array;
  readonly objective: number;
  /** proven: no feasible point has a smaller objective */
  readonly bound: number;
}

/**
 * Minimises a model: a linear program, or one with whole numbers to within `gapShare` of its optimum.
 * Returns undefined where no point is feasible; throws where HiGHS gives up (unbounded, numerical trouble) even from scratch.
 */
export function minimise(highs: Highs, model: HighsModel, whole: boolean, gapShare: number): ProgramAnswer | undefined {
  model.options.set({ mip_rel_gap: gapShare, mip_abs_gap: 0 });
  const { optimal, infeasible } = highs.constants.modelStatus;
  const isAnswered = () => {
    const { status } = model.raw.run();
    const { error } = highs.constants.status;
    return status !== error && [optimal, infeasible].some((known) => known === model.getModelStatus());
  };
  // what an earlier run left behind can trip up the next, rarely; from scratch the same program is solved
  for (const attempt of [() => {}, () => model.clearSolver(), () => model.options.set({ presolve: "off" })]) {
    attempt();
    if (isAnswered()) break;
  }
  model.options.set({ presolve: "choose" });
  const status = model.getModelStatus();
  if (status === infeasible) return undefined;
  if (status !== optimal) throw new Error(`HiGHS ended with model status ${status}, expected ${optimal} (optimal)`);
  const objective = model.getObjectiveValue();
  const bound = whole ? Number(model.info.get("mip_dual_bound")) : objective;
  return { columns: model.getSolution().colValue, objective, bound: Math.min(bound, objective) };
}
