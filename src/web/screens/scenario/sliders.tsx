import type { Slider as SliderNote } from "../../engine/asks/scenario.ts";
import { Slider } from "../../parts/slider.tsx";
import { address, change, words } from "../../state.ts";
import { restingAt, sliderText } from "./slider-text.ts";

/** What matters, to drag. A slider that would change nothing says so instead. */
export function Sliders({ sliders }: { readonly sliders: readonly SliderNote[] }) {
  const w = words.value.scenario.sliders;
  return (
    <section class="what-matters" aria-labelledby="what-matters">
      <h2 id="what-matters">{w.title}</h2>
      <p class="lead">{w.lead}</p>
      {sliders.map((slider) =>
        slider.applies ? (
          <OneSlider key={slider.key} slider={slider} />
        ) : (
          <p key={slider.key} class="slider-none">
            {w[slider.key]}: <span class="soft">{w.without}</span>
          </p>
        ),
      )}
    </section>
  );
}

function OneSlider({ slider }: { readonly slider: SliderNote }) {
  const w = words.value.scenario.sliders;
  const { key, least, most, step } = slider;
  const value = address.value[key];
  const moved = value !== undefined;
  return (
    <Slider
      label={w[key]}
      text={sliderText(slider, value, w)}
      value={value ?? restingAt(slider)}
      min={Math.min(least, value ?? least)}
      max={Math.max(most, value ?? most)}
      step={step}
      onInput={(next) => change({ [key]: Number(next.toFixed(4)) }, "replace")}
      onReset={moved ? () => change({ [key]: undefined }, "replace") : undefined}
      {...(moved ? { hint: w.asWritten({ value: sliderText(slider, undefined, w) }) } : {})}
    />
  );
}
