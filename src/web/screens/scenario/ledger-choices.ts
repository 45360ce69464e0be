import type { LedgerEntry } from "../../engine/asks/catalogue.ts";
import type { ScenarioAnswer } from "../../engine/asks/scenario.ts";
import { monthsOf } from "./timeline-rows.ts";

/** Events of the ledger that the model can act on, that are not over before the run, and that the scenario does not have; the latest first. */
export function ledgerChoices(
  ledger: readonly LedgerEntry[],
  scenario: Pick<ScenarioAnswer, "events" | "measures" | "start" | "months">,
): readonly LedgerEntry[] {
  const taken = new Set([...scenario.events, ...scenario.measures].flatMap(({ id, ledger }) => [id, ledger]));
  const months = monthsOf(scenario);
  const [first, last] = [months[0]!, months.at(-1)!];
  return ledger
    .filter((event) => event.acts && !taken.has(event.id))
    .filter((event) => event.from.slice(0, 7) <= last && (event.to === "" || event.to.slice(0, 7) >= first))
    .sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
}
