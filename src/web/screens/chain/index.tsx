import { useCallback, useMemo, useRef } from "preact/hooks";
import { fileName } from "../../downloads/save.ts";
import type { FlowsAnswer } from "../../engine/asks/flows.ts";
import { FailureBox } from "../../parts/failure.tsx";
import { ProgressLine } from "../../parts/progress.tsx";
import { Select } from "../../parts/select.tsx";
import { useAnswer } from "../../parts/use-answer.ts";
import { ScreenFrame, View } from "../../parts/view.tsx";
import { address, catalogue, change, format, materialName, names, viewpointName, words } from "../../state.ts";
import { finding } from "./finding.ts";
import { ChainMap } from "./map.tsx";
import { shownCommodity } from "./map-model.ts";
import { type At, fromStocksShare, worstMonth } from "./model.ts";
import { MonthSlider } from "./month.tsx";
import { ChainDiagram } from "./sankey.tsx";
import { placeOfUse, type Titles } from "./words-of.ts";
import { ChainTable, chainCsv, flowsCsv } from "./table.tsx";

/** Where a material comes from, and what a scenario does to it month by month. */
export function Screen() {
  const { chain } = words.value;
  const { scenario, material, measures, for: viewpoint } = address.value;
  const asked = {
    ask: "flows" as const,
    question: { scenario, viewpoint: [viewpoint] },
    measures: measures === "with",
    material,
  };
  const { answer, failure, busy, progress } = useAnswer(asked);
  const there = answer !== undefined && answer.sankey.nodes.length > 0 ? answer : undefined;
  return (
    <ScreenFrame
      title={chain.title}
      busy={busy}
      finding={
        there ? finding(there, atOf(there)) : chain.lead({ material: materialName.value, country: viewpointName.value })
      }
    >
      <ProgressLine busy={busy} progress={progress} />
      <FailureBox failure={failure} kept={answer !== undefined} />
      {there && <Chain answer={there} />}
      {answer && !there && (
        <p class="soft">{chain.nothing({ material: materialName.value, country: viewpointName.value })}</p>
      )}
    </ScreenFrame>
  );
}

/** The month of the address, or the one in which most is lacking. */
function atOf(answer: FlowsAnswer): At {
  const at = answer.months.indexOf(address.value.month ?? "");
  return at >= 0 ? at : worstMonth(answer);
}

function Chain({ answer }: { readonly answer: FlowsAnswer }) {
  const { chain } = words.value;
  const { measures, for: viewpoint, material, scenario } = address.value;
  const chart = useRef<SVGSVGElement>(null);
  const at = atOf(answer);
  const isPart = answer.viewpoint.length === 1 && answer.viewpoint[0] !== viewpoint && !isBloc(viewpoint);
  const stocks = fromStocksShare(answer, at);
  const toMonth = useCallback((to: At) => change({ month: answer.months[to] }, "replace"), [answer]);
  return (
    <>
      <div class="chain-controls">
        <MonthSlider months={answer.months} at={at} onChange={toMonth} />
        <Select
          label={chain.measuresLabel}
          value={measures}
          options={[
            { value: "with", text: chain.withMeasures },
            { value: "without", text: chain.withoutMeasures },
          ]}
          onChange={(value) => change({ measures: value as "with" | "without" })}
        />
      </div>
      <View
        title={chain.diagramTitle({ month: format.value.month(answer.months[at]!) })}
        lead={
          <>
            {chain.diagramLead({ basis: answer.sankey.basis })}
            {isPart && ` ${chain.partOf({ country: viewpointName.value, whole: placeOfUse(answer) })}`}
            {stocks >= 0.05 && ` ${chain.fromStocks({ share: stocks })}`}
          </>
        }
        name={fileName("chain", viewpoint, material, scenario, answer.months[at])}
        offered={{ chart: () => chart.current, csv: () => chainCsv(answer), json: () => answer }}
      >
        <ChainDiagram answer={answer} at={at} chart={chart} />
      </View>
      <MapView answer={answer} at={at} />
      <View title={chain.tableTitle}>
        <ChainTable answer={answer} at={at} />
      </View>
    </>
  );
}

const isBloc = (id: string) => catalogue.value?.blocs.some((bloc) => bloc.id === id) === true;

/** What the scenario calls its events: its own have no names elsewhere. */
function useTitles(): Titles {
  const { scenario } = address.value;
  const { answer } = useAnswer({ ask: "scenario" as const, scenario });
  return useMemo(() => new Map(answer?.events.map(({ id, title }) => [id, title])), [answer]);
}

function MapView({ answer, at }: { readonly answer: FlowsAnswer; readonly at: At }) {
  const { chain } = words.value;
  const { commodity: wanted, material, scenario } = address.value;
  const chart = useRef<SVGSVGElement>(null);
  const titles = useTitles();
  const commodity = shownCommodity(answer, wanted);
  if (commodity === null) return null;
  const nameOf = (id: string) => names.value.name("commodity", id).text;
  return (
    <View
      title={chain.mapTitle({ commodity: nameOf(commodity), month: format.value.month(answer.months[at]!) })}
      lead={chain.mapLead}
      name={fileName("map", commodity, material, scenario, answer.months[at])}
      offered={{ chart: () => chart.current, csv: () => flowsCsv(answer), json: () => answer.pairs }}
    >
      <Select
        label={chain.commodityLabel}
        value={commodity}
        options={answer.commodities.map((c) => ({ value: c.commodity, text: nameOf(c.commodity) }))}
        onChange={(to) => change({ commodity: to })}
      />
      <ChainMap answer={answer} commodity={commodity} at={at} titles={titles} chart={chart} />
    </View>
  );
}
