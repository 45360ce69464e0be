import { miniDataset } from "./mini-dataset.ts";

/**
 * Changes that give the small chain a substitute: a tonne of dysprosium oxide can be saved by two of cerium oxide, of
 * which Japan now uses 60 t/year. At most a quarter of today's use, within 5 months, at a premium of a fifth.
 */
export function thriftChanges() {
  const { trade, parameters } = miniDataset();
  const recipe = { recipe: "cerium-for-dysprosium", kind: "substitute", level: "dysprosium-oxide" };
  return {
    recipes: [
      { ...recipe, commodity: "dysprosium-oxide", value: 1 },
      { ...recipe, commodity: "cerium-oxide", value: -2 },
    ],
    demand: [
      { application: "magnets", country: "CHN", value: 72 },
      { application: "magnets", country: "JPN", value: 48 },
      { application: "polish", country: "CHN", value: 540 },
      { application: "polish", country: "JPN", value: 60 },
    ],
    trade: [
      ...trade.map((row) => ({ ...row })),
      { commodity: "cerium-oxide", exporter: "CHN", importer: "JPN", value: 60 },
    ],
    parameters: [
      ...parameters.map((row) => ({ ...row })),
      { parameter: "substitutionPremiumShare", scope: "*", value: 0.2 },
      { parameter: "substitutionLargestShare", scope: "*", value: 0.25 },
      { parameter: "substitutionRampMonths", scope: "*", value: 5 },
    ],
  };
}
