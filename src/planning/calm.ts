import { modelNetwork } from "../chain/network.ts";
import { createCalendar } from "../policy/calendar.ts";
import { compilePolicies } from "../policy/compile.ts";
import type { PolicyKind } from "../policy/kinds/index.ts";
import { named } from "../simulation/rehearse.ts";
import { monthClearer } from "../simulation/run.ts";
import type { Scenario } from "../simulation/scenario.ts";
import type { AtomWorld } from "./atoms.ts";
import { dualValueUsd } from "./month-value.ts";
import type { Plan } from "./plan.ts";
import { copyTerms, emptyTerms } from "./reference-run.ts";

/** Kinds of events that disturb nobody: demand that changes and what is built or saved anyway. */
const UNDISTURBING: ReadonlySet<PolicyKind> = new Set(["demand-change", "facility", "recycling", "substitution"]);
const STOCKPILES: ReadonlySet<PolicyKind> = new Set(["public-stockpile", "joint-stockpile"]);

/**
 * The events of an atom that come in its undisturbed months too: changes of demand, what is built anyway and what was
 * decided before the plan. A stockpile is none: without a disturbance it has no part to play.
 */
export function calmEvents(
  { events }: Pick<Scenario, "events">,
  decided: Plan["decided"] = [],
): ReturnType<typeof named> {
  const ids = new Set(decided.map(({ id }) => id));
  return named(events).filter(({ id, kind }) => UNDISTURBING.has(kind) || (ids.has(id) && !STOCKPILES.has(kind)));
}

/**
 * Σ c x + ½ q (x − x̂)² of the undisturbed months of an atom, USD by month: the baseline with {@link calmEvents}, and
 * with nothing else that the atom holds. What a month costs more than this is its loss: a plant that comes anyway is on
 * both sides, so that it hides nothing of what the controls take away.
 */
export function calmUsd({ workbench, scenario }: AtomWorld, decided?: Plan["decided"]): Float64Array {
  const calendar = createCalendar(scenario.start, scenario.months);
  const events = calmEvents(scenario, decided);
  const { model, levers } = compilePolicies(events, workbench.model, workbench.vocabulary, calendar, new Set(["*"]));
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
