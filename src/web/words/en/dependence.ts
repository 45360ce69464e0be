import type { Format } from "../format.ts";

/** Words of the screen "dependence". */
export const dependence = (_f: Format) => ({
  title: "Dependence",
  lead: (v: { readonly country: string }) => `How ${v.country} depends on others, mineral by mineral.`,
});

export type DependenceWords = ReturnType<typeof dependence>;
