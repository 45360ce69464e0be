import { address, change, words } from "../../state.ts";
import { sliderKeys, unedited } from "./question.ts";

/** What is not as the scenario has it, each with a way back. */
export function Changed() {
  const { changed: w, sliders } = words.value.scenario;
  const { off, add, events, yaml } = address.value;
  const added = add.length + Object.keys(events ?? {}).length;
  const entries = [
    ...(yaml === undefined ? [] : [{ id: "yaml", text: w.own, back: { yaml: undefined } }]),
    ...(off.length === 0 ? [] : [{ id: "off", text: w.off({ count: off.length }), back: { off: [] } }]),
    ...(added === 0 ? [] : [{ id: "add", text: w.added({ count: added }), back: { add: [], events: undefined } }]),
    ...sliderKeys.flatMap((key) => {
      const value = address.value[key];
      if (value === undefined) return [];
      const text = `${sliders[key]}: ${sliders[`${key}Value`]({ value })}`;
      return [{ id: key, text, back: { [key]: undefined } }];
    }),
  ];
  if (entries.length === 0) return <p class="changed soft">{w.nothing}</p>;
  return (
    <div class="changed">
      <ul aria-label={w.title}>
        {entries.map(({ id, text, back }) => (
          <li key={id}>
            <button type="button" class="chip" aria-label={w.undo({ what: text })} onClick={() => change(back)}>
              {text} <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="link-button" onClick={() => change(unedited)}>
        {w.reset}
      </button>
    </div>
  );
}
