import type highsModule from "highs";

type Load = (typeof highsModule)["default"];
export type Highs = Awaited<ReturnType<Load>>;
export type HighsModelData = Parameters<Highs["createModel"]>[0];

let loading: Promise<Highs> | undefined;

/** HiGHS as WebAssembly, loaded when first asked for. */
export function loadHighs(): Promise<Highs> {
  // the package's types describe its CommonJS face, where the loader is `.default.default`; as an ES module it is the default
  loading ??= import("highs").then((module) => (module.default as unknown as Load)());
  return loading;
}
