import type { Format } from "../format.ts";

/** Words of the screen "measures". */
export const measures = (_f: Format) => ({
  title: "Measures",
  lead: (v: { readonly country: string }) => `What ${v.country} could do, what it costs and what it is worth.`,
});

export type MeasuresWords = ReturnType<typeof measures>;
