import type { DependenceWords } from "../en/dependence.ts";
import type { Format } from "../format.ts";

export const dependence = (_f: Format): DependenceWords => ({
  title: "Abhängigkeit",
  lead: (v) => `Wie ${v.country} von anderen abhängt, Rohstoff für Rohstoff.`,
});
