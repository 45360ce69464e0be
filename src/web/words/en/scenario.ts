import type { Format } from "../format.ts";

/** Words of the screen "scenario". */
export const scenario = (_f: Format) => ({
  title: "The scenario",
  lead: (v: { readonly country: string }) => `What happens, month by month, and what follows from it for ${v.country}.`,
});

export type ScenarioWords = ReturnType<typeof scenario>;
