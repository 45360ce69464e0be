import { useRef } from "preact/hooks";
import { fileName } from "../../downloads/save.ts";
import type { SimulateAnswer } from "../../engine/asks/simulate.ts";
import { leastOf } from "../../parts/line-panel-model.ts";
import { LinePanels } from "../../parts/line-panels.tsx";
import { View } from "../../parts/view.tsx";
import { address, format, words } from "../../state.ts";
import { commodityName, countryName, coverFacts, priceFacts } from "./facts.ts";
import { pointAt, pointedMonth } from "./month-pointer.ts";
import { coverPanels, coverScale, lowestMonth, pricePanels, priceScale, worstMonth } from "./panels.ts";

/** Inside the country that holds a commodity back, and outside. */
export function Prices({ answer }: { readonly answer: SimulateAnswer }) {
  const chart = useRef<SVGSVGElement>(null);
  const { prices: w, legend, keys } = words.value.scenario;
  const { months } = answer;
  const panels = pricePanels(answer);
  const scale = priceScale(panels);
  const times = (value: number) => w.times({ value });
  const worded = panels.map((panel) => {
    const { inside, outside } = panel.multiples;
    return {
      ...panel,
      title: commodityName(panel.commodity),
      scale,
      facts: (month: number) => priceFacts(panel, months, month),
      keys: (at: number | undefined) => [
        ...(inside
          ? [{ role: "inside", text: keys.inside({ value: times(inside[at ?? lowestMonth(inside)]!) }) }]
          : []),
        { role: "outside", text: keys.outside({ value: times(outside[at ?? worstMonth(outside)]!) }) },
      ],
    };
  });
  const dearest = [...panels].sort((a, b) => peak(b.multiples.outside) - peak(a.multiples.outside))[0];
  return (
    <View
      title={w.title}
      lead={w.lead}
      name={fileName("scenario", address.value.scenario, address.value.for, "prices")}
      offered={{
        chart: () => chart.current,
        csv: () => ({
          columns: ["commodity", "month", "inside", "inside_usd_per_tonne", "outside", "outside_usd_per_tonne"],
          rows: panels.flatMap((p) =>
            months.map((month, t) => [
              p.commodity,
              month,
              p.inside,
              p.prices.inside?.[t] ?? null,
              p.outside,
              p.prices.outside[t]!,
            ]),
          ),
        }),
        json: () => panels,
      }}
    >
      {dearest === undefined ? (
        <p class="soft">{w.nothing}</p>
      ) : (
        <LinePanels
          months={months}
          panels={worded}
          tick={times}
          description={w.description({
            count: panels.length,
            first: commodityName(dearest.commodity),
            most: peak(dearest.multiples.outside),
          })}
          legend={[
            { role: "inside", text: legend.inside },
            { role: "outside", text: legend.outside },
            ...(answer.with ? [{ role: "outside-faint", text: legend.outsideFaint }] : []),
          ]}
          month={pointedMonth(months)}
          onMonth={(at) => pointAt(months, at)}
          chart={chart}
        />
      )}
    </View>
  );
}

const peak = (values: Float64Array) => values[worstMonth(values)]!;

/** Days that private stocks last. */
export function Covers({ answer }: { readonly answer: SimulateAnswer }) {
  const chart = useRef<SVGSVGElement>(null);
  const { covers: w, legend, keys } = words.value.scenario;
  const f = format.value;
  const { months } = answer;
  const panels = coverPanels(answer);
  const scale = coverScale(panels);
  const hasMeasures = answer.with !== null;
  const several = new Set(panels.map((p) => p.country)).size > 1;
  const least = (values: ArrayLike<number>, at: number | undefined) => values[at ?? lowestMonth(values)]!;
  const worded = panels.map((panel) => ({
    ...panel,
    title: several
      ? `${commodityName(panel.commodity)}, ${countryName(panel.country)}`
      : commodityName(panel.commodity),
    scale,
    facts: (month: number) => coverFacts(panel, months, month),
    keys: (at: number | undefined) => [
      {
        role: "without",
        text: (hasMeasures ? keys.without : (v: { value: string }) => v.value)({
          value: f.days(least(panel.without, at)),
        }),
      },
      ...(panel.with ? [{ role: "with", text: keys.with({ value: f.days(least(panel.with, at)) }) }] : []),
    ],
  }));
  const lowest = [...panels].sort((a, b) => leastOf([a.without], 1e9) - leastOf([b.without], 1e9))[0];
  return (
    <View
      title={w.title}
      lead={w.lead}
      name={fileName("scenario", address.value.scenario, address.value.for, "cover")}
      offered={{
        chart: () => chart.current,
        csv: () => ({
          columns: ["commodity", "country", "month", "without_measures_days", "with_measures_days"],
          rows: panels.flatMap((p) =>
            months.map((month, t) => [p.commodity, p.country, month, p.without[t]!, p.with?.[t] ?? null]),
          ),
        }),
        json: () => panels,
      }}
    >
      {lowest === undefined ? (
        <p class="soft">{w.nothing}</p>
      ) : (
        <LinePanels
          months={months}
          panels={worded}
          tick={(value) => f.number(value)}
          description={w.description({
            count: panels.length,
            first: commodityName(lowest.commodity),
            least: leastOf([lowest.without], 1e9),
          })}
          legend={[
            { role: "without", text: hasMeasures ? legend.without : legend.events },
            ...(hasMeasures ? [{ role: "with", text: legend.with }] : []),
          ]}
          month={pointedMonth(months)}
          onMonth={(at) => pointAt(months, at)}
          chart={chart}
        />
      )}
    </View>
  );
}
