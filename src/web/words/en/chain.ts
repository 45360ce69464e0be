import type { Format } from "../format.ts";

/** Words of the screen "chain". */
export const chain = (_f: Format) => ({
  title: "The chain",
  lead: (v: { readonly material: string; readonly country: string }) =>
    `Where ${v.material} comes from for ${v.country}, stage by stage, and what a control does to it month by month.`,
});

export type ChainWords = ReturnType<typeof chain>;
