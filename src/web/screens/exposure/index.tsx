import type { Exposure, ProductExposure } from "../../../exposure/index.ts";
import { plusMonths } from "../../../policy/calendar.ts";
import { FailureBox } from "../../parts/failure.tsx";
import { ProgressLine } from "../../parts/progress.tsx";
import { Select } from "../../parts/select.tsx";
import { Slider } from "../../parts/slider.tsx";
import { useAnswer } from "../../parts/use-answer.ts";
import { ScreenFrame } from "../../parts/view.tsx";
import { address, catalogue, change, format, words } from "../../state.ts";
import { questionOf } from "../scenario/question.ts";
import { useOwnYaml } from "../scenario/use-own-yaml.ts";
import { FilePlace } from "./file-place.tsx";
import { OneProduct } from "./one-product.tsx";
import { fileFailure, ownFile } from "./own-file.ts";
import { ProductChart } from "./product-chart.tsx";
import { ProductTable } from "./product-table.tsx";

/** What a scenario does to one's own products, from a file that stays in the browser. */
export function Screen() {
  const w = words.value.exposure;
  const { since, second, for: viewpoint } = address.value;
  const { own, ready } = useOwnYaml();
  const file = ownFile.value;
  const isCountry = catalogue.value?.countries.some((c) => c.id === viewpoint) === true;
  const { answer, failure, busy, progress } = useAnswer(
    file === null || !ready
      ? null
      : {
          ask: "exposure",
          question: questionOf(address.value, own),
          fileName: file.name,
          bytes: file.bytes,
          ...(isCountry ? { country: viewpoint } : {}),
          ...(since === undefined ? {} : { from: since }),
          ...(second === undefined ? {} : { secondSourceShare: second }),
        },
  );
  const shown = file === null ? undefined : answer;
  const products = shown && productsOf(shown.exposure);
  return (
    <ScreenFrame title={w.title} finding={products ? finding(products) : w.lead} busy={busy}>
      <FilePlace rows={failure ? undefined : shown?.rows} busy={busy} />
      <FailureBox failure={fileFailure.value ?? failure} kept={shown !== undefined} />
      <ProgressLine busy={busy} progress={progress} />
      {shown && products && (
        <>
          <Settings exposure={shown.exposure} />
          <ProductChart exposure={shown.exposure} products={products} />
          <ProductTable exposure={shown.exposure} products={products} />
          <OneProduct exposure={shown.exposure} products={products} />
        </>
      )}
    </ScreenFrame>
  );
}

/** With the scenario's measures or without, as the address says. */
function productsOf(exposure: Exposure): readonly ProductExposure[] {
  const without = exposure.withoutMeasures;
  return address.value.measures === "without" && without ? without.products : exposure.products;
}

function finding(products: readonly ProductExposure[]): string {
  const w = words.value.exposure;
  const slow = products.filter((p) => p.slowsOn !== null);
  const [first] = slow;
  if (first?.slowsOn == null) return w.findingNone({ all: products.length });
  const lost = products.reduce((sum, p) => sum + p.lostMarginUsd, 0);
  return w.finding({ product: first.product, slows: first.slowsOn, slow: slow.length, all: products.length, lost });
}

const USUAL_SECOND = 0.3;

function Settings({ exposure }: { readonly exposure: Exposure }) {
  const w = words.value.exposure.settings;
  const f = format.value;
  const { since, second, measures, scenario } = address.value;
  const found = catalogue.value?.scenarios.find((s) => s.id === scenario);
  const months = found
    ? Array.from({ length: found.months }, (_, t) => plusMonths(`${found.start}-01`, t).slice(0, 7))
    : exposure.months;
  const share = second ?? USUAL_SECOND;
  return (
    <div class="exposure-settings">
      <Select
        label={w.since}
        value={since ?? ""}
        options={[{ value: "", text: w.first }, ...months.map((month) => ({ value: month, text: f.month(month) }))]}
        onChange={(value) => change({ since: value === "" ? undefined : value })}
      />
      {exposure.withoutMeasures && (
        <Select
          label={w.measures}
          value={measures}
          options={[
            { value: "with", text: w.with },
            { value: "without", text: w.without },
          ]}
          onChange={(value) => change({ measures: value as "with" | "without" })}
        />
      )}
      <Slider
        label={w.second}
        text={f.percent(share)}
        value={share}
        min={0.05}
        max={1}
        step={0.05}
        onInput={(value) => change({ second: Math.round(value * 100) / 100 }, "replace")}
        onReset={second === undefined ? undefined : () => change({ second: undefined }, "replace")}
      />
    </div>
  );
}
