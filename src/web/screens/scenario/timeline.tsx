import { useRef } from "preact/hooks";
import { fileName } from "../../downloads/save.ts";
import type { EntryNote, ScenarioAnswer } from "../../engine/asks/scenario.ts";
import { figureHandlers } from "../../parts/figure.tsx";
import type { FigureFacts } from "../../parts/figure-card.tsx";
import { wrapped, yearsOn } from "../../parts/line-panel-model.ts";
import { MARK, useMarks } from "../../parts/marks.ts";
import { useWidth } from "../../parts/use-width.ts";
import { View } from "../../parts/view.tsx";
import { address, change, format, names, words } from "../../state.ts";
import { aboutText } from "./about.ts";
import { AddEvent } from "./add-event.tsx";
import { toggled } from "./question.ts";
import { monthsOf, type TimelineGroup, type TimelineRow, timelineGroups } from "./timeline-rows.ts";

const [HEAD, ROW, NARROW_ROW, AXIS, BAR, SWITCH] = [30, 28, 46, 22, 12, 32];

/** Every event and measure over the months, each with its switch. */
export function Timeline({ scenario }: { readonly scenario: ScenarioAnswer }) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<SVGSVGElement>(null);
  const width = useWidth(place);
  useMarks(place);
  const { timeline: w } = words.value.scenario;
  const groups = timelineGroups(scenario);
  const months = monthsOf(scenario);
  const narrow = width < 720;
  const left = narrow ? 0 : Math.min(440, Math.round(width * 0.38));
  const plot = width - left - (narrow ? SWITCH : 4);
  const rowHeight = narrow ? NARROW_ROW : ROW;
  const entries = groups.flatMap((group) => group.rows.map((row) => row.entry));
  const height = AXIS + groups.reduce((sum, group) => sum + HEAD + group.rows.length * rowHeight, 0) + 6;
  const titles: Readonly<Record<TimelineGroup["group"], string>> = w;
  let y = AXIS;
  const placed = groups.map((group) => {
    const top = y;
    y += HEAD + group.rows.length * rowHeight;
    return { ...group, top };
  });
  return (
    <View
      title={w.title}
      lead={w.lead}
      name={fileName("scenario", address.value.scenario, "timeline")}
      offered={{
        chart: () => chart.current,
        csv: () => ({
          columns: ["id", "kind", "title", "from", "to", "off", "source", "status"],
          rows: entries.map((e) => [e.id, e.kind, e.title, e.from, e.to, e.off ? "off" : "on", e.source, e.status]),
        }),
        json: () => entries,
      }}
    >
      <div ref={place} class="timeline">
        {width > 0 && (
          <>
            {/* biome-ignore lint/a11y/useSemanticElements: a picture with marks to look at one by one */}
            <svg
              ref={chart}
              class="plot"
              role="group"
              aria-label={w.description({ count: entries.length })}
              width={width}
              height={height}
              viewBox={`0 0 ${width} ${height}`}
            >
              {yearsOn(months, plot).map(({ year, at }) => (
                <g key={year} transform={`translate(${(narrow ? SWITCH : left) + Math.round(at * plot)} 0)`}>
                  <line class="panel-rule" y1={AXIS - 6} y2={height} />
                  <text class="panel-tick" x="3" y="12">
                    {year}
                  </text>
                </g>
              ))}
              {placed.map(({ group, rows, top }) => (
                <g key={group} transform={`translate(0 ${top})`}>
                  <text class="timeline-group" y={HEAD - 9}>
                    {titles[group]}
                  </text>
                  {rows.map((row, i) => (
                    <g key={row.entry.id} transform={`translate(0 ${HEAD + i * rowHeight})`}>
                      <Bar
                        row={row}
                        left={narrow ? SWITCH : left}
                        labelWidth={(narrow ? width : left - 12) - SWITCH}
                        plot={plot}
                        narrow={narrow}
                      />
                    </g>
                  ))}
                </g>
              ))}
            </svg>
            {placed.map(({ group, rows, top }) => (
              <ul key={group} class="timeline-switches" style={{ top: `${top + HEAD}px` }} aria-label={titles[group]}>
                {rows.map(({ entry }) => (
                  <li key={entry.id} style={{ height: `${rowHeight}px` }}>
                    <Switch entry={entry} />
                  </li>
                ))}
              </ul>
            ))}
          </>
        )}
      </div>
      <AddEvent scenario={scenario} />
    </View>
  );
}

const titleOf = (entry: EntryNote) => names.value.title(entry.title);

function Switch({ entry }: { readonly entry: EntryNote }) {
  const { timeline: w } = words.value.scenario;
  const { off, add, events } = address.value;
  const { text, lang } = titleOf(entry);
  const toggle = () => {
    if (add.includes(entry.id)) change({ add: toggled(add, entry.id) });
    else if (events && Object.hasOwn(events, entry.id)) {
      const { [entry.id]: _, ...rest } = events;
      change({ events: Object.keys(rest).length === 0 ? undefined : rest });
    } else change({ off: toggled(off, entry.id) });
  };
  return (
    <label class="timeline-switch" title={entry.added ? w.remove({ title: text }) : undefined}>
      <input type="checkbox" checked={!entry.off} onChange={toggle} />
      <span class="visually-hidden" lang={lang}>
        {text}
      </span>
    </label>
  );
}

interface BarProps {
  readonly row: TimelineRow;
  readonly left: number;
  readonly labelWidth: number;
  readonly plot: number;
  readonly narrow: boolean;
}

function Bar({ row, left, labelWidth, plot, narrow }: BarProps) {
  const { entry, group, from, to, open, outside } = row;
  const { timeline: w } = words.value.scenario;
  const { text, lang } = titleOf(entry);
  const x = left + Math.round(from * plot);
  const size = Math.max(4, Math.round((to - from) * plot));
  const y = narrow ? 26 : (ROW - BAR) / 2;
  const [label] = wrapped(text, labelWidth, 13.5, 1);
  return (
    <g class={entry.off ? "timeline-row off" : "timeline-row"}>
      <text class="timeline-title" x={SWITCH} y={narrow ? 19 : 18} lang={lang}>
        {label}
      </text>
      {outside ? (
        <text class="panel-tick" x={left + 2} y={y + 10}>
          {w.outside}
        </text>
      ) : (
        // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a mark of a picture, with a card
        <g
          {...MARK}
          role="img"
          class="timeline-mark"
          aria-label={`${text}, ${datesOf(entry)}`}
          {...figureHandlers(factsOf(entry))}
        >
          <rect class="timeline-hit" x={x} y={y - 7} width={Math.max(24, size)} height={26} />
          <rect class={`timeline-bar bar-${group}`} x={x} y={y} width={size} height={BAR} rx="2" />
          {open && <path class={`timeline-open bar-${group}`} d={`M${x + size} ${y}l6 ${BAR / 2}l-6 ${BAR / 2}Z`} />}
        </g>
      )}
    </g>
  );
}

function datesOf({ from, to }: EntryNote): string {
  const { timeline: w } = words.value.scenario;
  const f = format.value;
  return to ? w.until({ from: f.date(from), to: f.date(to) }) : w.since({ from: f.date(from) });
}

function factsOf(entry: EntryNote): FigureFacts {
  const { timeline: w } = words.value.scenario;
  const about = aboutText(entry.about);
  const status = (["reported", "estimated", "assumed"] as const).find((s) => s === entry.status);
  return {
    title: names.value.name("policy-kind", entry.kind).text,
    value: titleOf(entry).text,
    more: [
      { label: w.from, value: format.value.date(entry.from) },
      { label: w.to, value: entry.to ? format.value.date(entry.to) : w.noEnd },
      ...(about === "" ? [] : [{ label: w.about, value: about }]),
    ],
    status,
    source: { text: entry.source },
    note: entry.note ?? undefined,
  };
}
