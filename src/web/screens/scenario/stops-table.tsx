import { fileName } from "../../downloads/save.ts";
import type { SimulateAnswer } from "../../engine/asks/simulate.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Figure } from "../../parts/figure.tsx";
import { View } from "../../parts/view.tsx";
import { address, format, words } from "../../state.ts";
import { countryName, useName } from "./facts.ts";
import { type Outcome, type Stop, stopsOf } from "./stops.ts";

/** End uses in the order in which they run short. */
export function StopsTable({ answer }: { readonly answer: SimulateAnswer }) {
  const { stops: w, legend } = words.value.scenario;
  const f = format.value;
  const stops = stopsOf(answer);
  const several = answer.viewpoint.length > 1;
  const number = (id: string, title: string, value: (stop: Stop) => number | null, text: (v: number) => string) => ({
    id,
    title,
    numeric: true,
    value,
    cell: (stop: Stop) => {
      const v = value(stop);
      return v === null ? null : (
        <Figure facts={{ title: `${useName(stop.use)}: ${title}`, value: text(v), more: outcomeFacts(stop) }} />
      );
    },
  });
  const outcomeFacts = ({ without, with: withAll }: Stop) =>
    [without, withAll].flatMap((outcome, i) =>
      outcome === null
        ? []
        : [
            {
              label: i === 0 ? legend.without : legend.with,
              value: `${f.percent(outcome.worstShortfallShare)}, ${f.month(outcome.worstMonth)}`,
            },
          ],
    );
  const month = (id: string, title: string, of: (stop: Stop) => Outcome | null): Column<Stop> => ({
    id,
    title,
    value: (stop) => of(stop)?.firstShortMonth ?? null,
    cell: (stop) => {
      const outcome = of(stop);
      if (outcome === null) return null;
      return outcome.firstShortMonth === null ? (
        <span class="soft">{w.never}</span>
      ) : (
        f.shortMonth(outcome.firstShortMonth)
      );
    },
  });
  const columns: Column<Stop>[] = [
    { id: "use", title: w.use, value: (stop) => useName(stop.use) },
    ...(several ? [{ id: "country", title: w.country, value: (stop: Stop) => countryName(stop.country) }] : []),
    month("first", w.first, (stop) => stop.without),
    ...(answer.with ? [month("firstWith", w.firstWith, (stop) => stop.with)] : []),
    number("worst", w.worst, (stop) => stop.without.worstShortfallShare, f.percent),
    ...(answer.with
      ? [number("worstWith", w.worstWith, (stop) => stop.with?.worstShortfallShare ?? null, f.percent)]
      : []),
    number("risk", w.risk, (stop) => stop.without.valueAtRiskUsd, f.usd),
    ...(answer.with ? [number("riskWith", w.riskWith, (stop) => stop.with?.valueAtRiskUsd ?? null, f.usd)] : []),
  ];
  return (
    <View
      title={w.title}
      lead={w.lead}
      name={fileName("scenario", address.value.scenario, address.value.for, "first-stop")}
      offered={{
        csv: () => ({
          columns: columns.map((c) => c.id),
          rows: stops.map((stop) => columns.map((c) => c.value(stop))),
        }),
        json: () => stops,
      }}
    >
      {stops.length === 0 ? (
        <p class="soft">{w.nothing}</p>
      ) : (
        <DataTable
          caption={w.caption}
          captionHidden
          rows={stops}
          columns={columns}
          keyOf={(stop) => `${stop.country} ${stop.use}`}
        />
      )}
    </View>
  );
}
