import type { ScenarioAnswer } from "../../engine/asks/scenario.ts";
import { Combobox } from "../../parts/combobox.tsx";
import { useAnswer } from "../../parts/use-answer.ts";
import { address, announce, change, names, words } from "../../state.ts";
import { ledgerChoices } from "./ledger-choices.ts";

/** Events of the ledger that the scenario does not have, to add. */
export function AddEvent({ scenario }: { readonly scenario: ScenarioAnswer }) {
  const { timeline: w, changed } = words.value.scenario;
  const { answer: inventory } = useAnswer({ ask: "open" });
  const options = ledgerChoices(inventory?.ledger ?? [], scenario).map((event) => {
    const { text, lang } = names.value.name("event", event.id, event.name);
    return { value: event.id, text: `${event.from.slice(0, 7)} ${text}`, lang, also: event.id };
  });
  return (
    <div class="add-event">
      <Combobox
        label={w.ledger}
        value=""
        options={[{ value: "", text: w.ledgerNone }, ...options]}
        onChange={(id) => {
          if (id === "") return;
          change({ add: [...address.value.add, id] });
          announce(changed.added({ count: 1 }));
        }}
      />
    </div>
  );
}
