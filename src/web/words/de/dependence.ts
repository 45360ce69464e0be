import type { DependenceWords } from "../en/dependence.ts";
import type { Format } from "../format.ts";
import { place, placeVerb } from "./places.ts";

export const dependence = (_f: Format): DependenceWords => ({
  title: "Abhängigkeit",
  lead: (v) =>
    `Wie sehr ${place(v.country)} von anderen ${placeVerb(v.country, { one: "abhängt", other: "abhängen" })}, Rohstoff für Rohstoff.`,
});
