import { modelNetwork } from "../chain/network.ts";
import { createCalendar } from "../policy/calendar.ts";
import { compilePolicies } from "../policy/compile.ts";
import { named } from "../simulation/rehearse.ts";
import { monthClearer } from "../simulation/run.ts";
import type { AtomWorld } from "./atoms.ts";
import { dualValueUsd } from "./month-value.ts";
import { copyTerms, emptyTerms } from "./reference-run.ts";

/**
 * Σ c x + ½ q (x − x̂)² of the undisturbed months of an atom, USD by month: the baseline with the atom's demand, but with
 * none of its other events. What a month costs more than this is its loss.
 */
export function calmUsd({ workbench, scenario }: AtomWorld): Float64Array {
  const calendar = createCalendar(scenario.start, scenario.months);
  const growth = named(scenario.events).filter(({ kind }) => kind === "demand-change");
  const { model, levers } = compilePolicies(growth, workbench.model, workbench.vocabulary, calendar, new Set(["*"]));
  const network = modelNetwork(model);
  const clearer = monthClearer(network);
  const terms = emptyTerms(model.activities.length);
  const prices = model.basePriceUsdPerTonne.slice();
  const level = model.baseLevel.slice();
  const ordinary = dualValueUsd(network, model.terms, model.basePriceUsdPerTonne);
  return Float64Array.from({ length: scenario.months }, (_, month) => {
    copyTerms(model.terms, terms);
    const view = { month, lastPriceUsdPerTonne: prices, lastLevel: level };
    for (const lever of levers) lever.adjust(view, terms);
    if (levers.length === 0) return ordinary;
    clearer.clearInto(terms, prices, level);
    return dualValueUsd(network, terms, prices);
  });
}
