import { useEffect, useState } from "preact/hooks";
import { Slider } from "../../parts/slider.tsx";
import { format, words } from "../../state.ts";

interface Props {
  readonly months: readonly string[];
  readonly at: number;
  readonly onChange: (at: number) => void;
}

const STEP_MS = 500;

/** The month that is shown, and a button that plays from it to the end. */
export function MonthSlider({ months, at, onChange }: Props) {
  const { chain } = words.value;
  const [playing, setPlaying] = useState(false);
  const last = months.length - 1;

  useEffect(() => {
    if (!playing) return;
    if (at >= last) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => onChange(at + 1), STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, at, last, onChange]);

  const play = () => {
    if (!playing && at >= last) onChange(0);
    setPlaying(!playing);
  };
  return (
    <div class="month-slider">
      <button type="button" class="button play" onClick={play}>
        {playing ? chain.pause : chain.play}
      </button>
      <Slider
        label={chain.monthLabel}
        text={format.value.month(months[at] ?? months[0] ?? "2025-01")}
        value={at}
        min={0}
        max={last}
        step={1}
        onInput={(value) => {
          setPlaying(false);
          onChange(value);
        }}
      />
    </div>
  );
}
