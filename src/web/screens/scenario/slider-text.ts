import type { Slider } from "../../engine/asks/scenario.ts";
import type { ScenarioWords } from "../../words/en/scenario.ts";

/** Where a slider stands that nobody has moved: the scenario's own value, its middle where it has several. */
export function restingAt({ key, own, most }: Slider): number {
  if (own !== null) return (own.least + own.most) / 2;
  return key === "duration" ? most : 0;
}

/** What stands beside a slider. */
export function sliderText(slider: Slider, value: number | undefined, words: ScenarioWords["sliders"]): string {
  const say = (v: number) => words[`${slider.key}Value`]({ value: v });
  if (value !== undefined) return say(value);
  if (slider.own === null) return words.noEnd;
  const { least, most } = slider.own;
  if (least === most) return say(least);
  return slider.key === "delay"
    ? words.delayRange({ low: least, high: most })
    : words.between({ low: say(least), high: say(most) });
}
