import type { FlowPair, FlowPlace, FlowsAnswer, SankeyNode } from "../../engine/asks/flows.ts";
import type { FigureFacts } from "../../parts/figure-card.tsx";
import { format, names, viewpointName, words } from "../../state.ts";
import { type At, BEFORE, OTHERS, shareAt, shortfallAt, stageWord, tonnesAt } from "./model.ts";

/** Whose uses are shown: the country or bloc, or the aggregate that stands for the country in the model. */
export function placeOfUse({ viewpoint }: Pick<FlowsAnswer, "viewpoint">): string {
  const [only] = viewpoint;
  return viewpoint.length === 1 && only !== undefined ? countryName(only) : viewpointName.value;
}

/** What a place of the diagram is called. */
export function nodeName(node: SankeyNode): string {
  const { chain } = words.value;
  if (node.place === OTHERS) return node.stage === "use" ? chain.otherUses : chain.others;
  if (node.stage === "use") return names.value.name("use", node.place).text;
  const country = names.value.name("country", node.place).text;
  return node.scrap ? chain.fromScrap({ country }) : country;
}

/** The card of a place: how much passes it in a month, of what share, and before. */
export function nodeFacts(answer: FlowsAnswer, node: SankeyNode, at: At): FigureFacts {
  const { chain } = words.value;
  const f = format.value;
  const stage = stageWord(answer, node.stage);
  const short = shortfallAt(node, at);
  const month = answer.months[at];
  return {
    title: `${chain.stages[stage]}: ${nodeName(node)}`,
    value: f.tonnesPerMonth(tonnesAt(node, at)),
    more: [
      ...(month === undefined ? [] : [{ label: chain.monthLabel, value: f.month(month) }]),
      { label: chain.share, value: f.percent(shareAt(answer, node, at), 1) },
      ...(at === BEFORE ? [] : [{ label: chain.before, value: f.tonnesPerMonth(node.baselineTonnes) }]),
      ...(short >= 0.005 ? [{ label: chain.lacking, value: f.percent(short, 1) }] : []),
    ],
    note: chain.traced,
  };
}

const countryName = (id: string) => names.value.name("country", id).text;
const commodityName = (id: string) => names.value.name("commodity", id).text;

/** What the scenario calls its events, by id. */
export type Titles = ReadonlyMap<string, string>;

/** The card of a shipment. */
export function flowFacts(answer: FlowsAnswer, pair: FlowPair, at: At, titles: Titles): FigureFacts {
  const { chain } = words.value;
  const f = format.value;
  const month = answer.months[at];
  const controls = pair.controls.map((id) => names.value.name("event", id, titles.get(id)).text);
  return {
    title: `${commodityName(pair.commodity)}: ${countryName(pair.from)} → ${countryName(pair.to)}`,
    value: f.tonnesPerMonth(tonnesAt(pair, at)),
    more: [
      ...(month === undefined ? [] : [{ label: chain.monthLabel, value: f.month(month) }]),
      ...(at === BEFORE ? [] : [{ label: chain.before, value: f.tonnesPerMonth(pair.baselineTonnes) }]),
      ...(controls.length === 0 ? [] : [{ label: chain.controls, value: f.list(controls) }]),
      ...(pair.leaked ? [{ label: chain.way, value: chain.leaked }] : []),
    ],
  };
}

/** The card of a country that makes a commodity. */
export function placeFacts(answer: FlowsAnswer, place: FlowPlace, share: number, at: At): FigureFacts {
  const { chain } = words.value;
  const f = format.value;
  const month = answer.months[at];
  const price = at === BEFORE ? place.basePriceUsdPerTonne : place.priceUsdPerTonne[at]!;
  return {
    title: `${commodityName(place.commodity)}: ${countryName(place.country)}`,
    value: f.tonnesPerMonth(tonnesAt(place, at)),
    more: [
      ...(month === undefined ? [] : [{ label: chain.monthLabel, value: f.month(month) }]),
      { label: chain.worldShare, value: f.percent(share, 1) },
      ...(at === BEFORE ? [] : [{ label: chain.before, value: f.tonnesPerMonth(place.baselineTonnes) }]),
      { label: chain.priceThere, value: f.usdPerTonne(price) },
    ],
  };
}
