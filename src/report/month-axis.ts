import * as Plot from "@observablehq/plot";
import { monthTicks, yearTicks } from "../charts/time-axis.ts";

/** Runs up to this long name months on their axis when nothing else is asked for; longer ones name years. */
const NAMED_MONTHS = 24;
const TICK = 5;

/**
 * The axis of a chart whose x counts months from 0: a tick a month with those named that have room, or a tick a year.
 * @param innerHeight of the chart without its margins, pixels
 * @param always name months however long the run is
 */
export function monthAxis(months: readonly string[], innerHeight: number, always = false): Plot.Markish[] {
  const count = months.length;
  const named = always || count <= NAMED_MONTHS;
  const ticks = (named ? monthTicks(months) : yearTicks(months).map(({ at, year }) => ({ at, label: year }))).map(
    ({ at, label }) => ({ x: Math.round(at * count), label }),
  );
  const labels = new Map(ticks.filter(({ label }) => label !== "").map(({ x, label }) => [x, label]));
  return [
    Plot.tickX(
      ticks.filter(({ x }) => !labels.has(x)),
      // short, and under the axis
      { x: "x", stroke: "var(--mark)", strokeOpacity: 0.6, insetTop: innerHeight, insetBottom: 2 - TICK },
    ),
    Plot.axisX([...labels.keys()], {
      tickSize: TICK,
      tickFormat: (m: number) => labels.get(m) ?? "",
      label: null,
      fontSize: 11,
      textAnchor: "start",
      dx: -2,
    }),
  ];
}
