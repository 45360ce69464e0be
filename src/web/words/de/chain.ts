import type { ChainWords } from "../en/chain.ts";
import type { Format } from "../format.ts";

export const chain = (_f: Format): ChainWords => ({
  title: "Lieferkette",
  lead: (v) =>
    `Woher ${v.material} für ${v.country} kommt, Stufe für Stufe, und was eine Ausfuhrkontrolle Monat für Monat daran ändert.`,
});
