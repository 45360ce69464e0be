import { useRef } from "preact/hooks";
import { fileName } from "../../downloads/save.ts";
import type { FanAnswer } from "../../engine/asks/fan.ts";
import type { SimulateAnswer } from "../../engine/asks/simulate.ts";
import type { Progress } from "../../engine/protocol.ts";
import { LinePanels } from "../../parts/line-panels.tsx";
import { ProgressLine } from "../../parts/progress.tsx";
import { View } from "../../parts/view.tsx";
import { address, change, format, words } from "../../state.ts";
import { useFacts, useTitle } from "./facts.ts";
import { pointAt, pointedMonth } from "./month-pointer.ts";
import { FEW_USES, usePanels, useScale, worstMonth } from "./panels.ts";

interface Props {
  readonly answer: SimulateAnswer;
  readonly fan: FanAnswer | undefined;
  readonly drawing: boolean;
  readonly progress: Progress | undefined;
  readonly onStop: () => void;
}

/** Shortfall by end use: the lines move with the sliders, the bands come when they rest. */
export function WhoRunsShort({ answer, fan, drawing, progress, onStop }: Props) {
  const chart = useRef<SVGSVGElement>(null);
  const { uses: w, legend, keys } = words.value.scenario;
  const f = format.value;
  const all = address.value.uses === "all";
  const { months } = answer;
  const panels = usePanels(answer, fan, all ? Number.POSITIVE_INFINITY : FEW_USES);
  const scale = useScale(panels);
  const hasMeasures = answer.with !== null;
  const worst = (values: ArrayLike<number>, at: number | undefined) => values[at ?? worstMonth(values)]!;
  const worded = panels.map((panel) => ({
    ...panel,
    title: useTitle(panel),
    scale,
    facts: (month: number) => useFacts(panel, months, month),
    keys: (at: number | undefined) => [
      {
        role: "without",
        text: (hasMeasures ? keys.without : (v: { value: string }) => v.value)({
          value: f.percent(worst(panel.without.shortfallShare, at)),
        }),
      },
      ...(panel.with
        ? [{ role: "with", text: keys.with({ value: f.percent(worst(panel.with.shortfallShare, at)) }) }]
        : []),
    ],
  }));
  const first = panels[0];
  const band = hasMeasures ? "band band-with" : "band band-without";
  return (
    <View
      title={w.title}
      lead={w.lead}
      name={fileName("scenario", address.value.scenario, address.value.for, "shortfall")}
      offered={{
        chart: () => chart.current,
        csv: () => ({
          columns: ["country", "use", "month", "without_measures", "with_measures", "p05", "p95"],
          rows: panels.flatMap((p) =>
            months.map((month, t) => [
              p.country,
              p.use,
              month,
              p.without.shortfallShare[t]!,
              p.with?.shortfallShare[t] ?? null,
              p.fan?.p05[t] ?? null,
              p.fan?.p95[t] ?? null,
            ]),
          ),
        }),
        json: () => ({ answer, fan: fan ?? null }),
      }}
    >
      {first === undefined ? (
        <p class="soft">{w.nothing}</p>
      ) : (
        <LinePanels
          months={months}
          panels={worded}
          tick={(value) => f.percent(value, 1)}
          description={w.description({
            count: panels.length,
            first: useTitle(first),
            worst: worst(first.without.shortfallShare, undefined),
          })}
          legend={[
            { role: "without", text: hasMeasures ? legend.without : legend.events },
            ...(hasMeasures ? [{ role: "with", text: legend.with }] : []),
            ...(fan ? [{ role: `${band} outer`, text: legend.outer }] : []),
          ]}
          month={pointedMonth(months)}
          onMonth={(at) => pointAt(months, at)}
          chart={chart}
        />
      )}
      <div class="under-chart">
        {drawing ? (
          <ProgressLine busy progress={progress} onCancel={onStop} />
        ) : (
          <span class="soft">{fan ? w.draws({ draws: fan.draws, inputs: fan.inputs }) : w.noDraws}</span>
        )}
        {answer.shown.uses.length > FEW_USES && (
          <button
            type="button"
            class="link-button"
            onClick={() => change({ uses: all ? undefined : "all" }, "replace")}
          >
            {all ? w.few : w.all({ count: answer.shown.uses.length })}
          </button>
        )}
      </div>
    </View>
  );
}
