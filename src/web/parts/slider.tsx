import { useId } from "preact/hooks";
import { words } from "../state.ts";

interface Props {
  readonly label: string;
  /** the value as it is read aloud and shown: `45 %`, `12 months` */
  readonly text: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onInput: (value: number) => void;
  /** shown as "Reset" while the value is one's own */
  readonly onReset?: (() => void) | undefined;
  readonly hint?: string;
}

/** A value to drag; tells while it is dragged. */
export function Slider({ label, text, value, min, max, step, onInput, onReset, hint }: Props) {
  const id = useId();
  return (
    <div class="slider">
      <div class="slider-head">
        <label for={id}>{label}</label>
        <output for={id}>{text}</output>
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onInput={(event) => onInput(event.currentTarget.valueAsNumber)}
      />
      {(hint !== undefined || onReset) && (
        <div class="slider-foot">
          {hint !== undefined && <span id={`${id}-hint`}>{hint}</span>}
          {onReset && (
            <button type="button" class="link-button" onClick={onReset}>
              {words.value.parts.slider.reset}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
