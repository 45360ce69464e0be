import { inSentence, withArticle } from "../../../charts/names.ts";
import type { StageWord } from "../../screens/chain/model.ts";
import type { Format } from "../format.ts";

/** What the screen has found, in values. */
export interface ChainFinding {
  readonly material: string;
  readonly country: string;
  readonly stage: StageWord;
  readonly place: string;
  /** shares of the stage, 0–1 */
  readonly before: number;
  readonly now: number;
  /** `2026-12` */
  readonly month: string;
  readonly price: { readonly commodity: string; readonly factor: number } | null;
  readonly short: { readonly use: string; readonly share: number } | null;
}

/** Words of the screen "chain". */
export const chain = (f: Format) => {
  const done: Readonly<Record<StageWord, string>> = {
    mine: "mined",
    separate: "separated",
    refine: "refined",
    reduce: "made into metal",
    press: "made into magnets",
    use: "used",
  };
  return {
    title: "The chain",
    lead: (v: { readonly material: string; readonly country: string }) =>
      `Where ${inSentence(v.material)} comes from for ${withArticle(v.country)}, stage by stage, and what a control does to it month by month.`,
    finding: (v: ChainFinding) => {
      const { price, short } = v;
      const first = `Of the ${inSentence(v.material)} that ${withArticle(v.country)} uses, ${v.before >= 0.995 ? "all" : f.percent(v.before)} is ${done[v.stage]} in ${withArticle(v.place)} before any control`;
      // commodities and uses are singular or plural: neither is the subject
      const costs =
        price && ` the price of ${inSentence(price.commodity)} there is ${f.number(price.factor, 2)} times what it was`;
      const lacks = short && ` ${f.percent(short.share)} of what is needed for ${inSentence(short.use)} is missing`;
      const rest = [costs, lacks].filter((part) => part !== null).join(" and");
      return `${first}; in ${f.month(v.month)} it is ${f.percent(v.now)}${rest === "" ? "" : `,${rest}`}.`;
    },
    nothing: (v: { readonly material: string; readonly country: string }) =>
      `The model knows no use of ${inSentence(v.material)} in ${withArticle(v.country)}. Choose another material or country.`,
    stages: {
      mine: "Mined",
      separate: "Separated",
      refine: "Refined",
      reduce: "Made into metal",
      press: "Made into magnets",
      use: "Used",
    } satisfies Readonly<Record<StageWord, string>>,
    usedIn: (v: { readonly country: string }) => `Used in ${withArticle(v.country)}`,
    priceHead: (v: { readonly price: string; readonly factor: number }) =>
      Math.abs(v.factor - 1) < 0.05 ? v.price : `${v.price}, ×${f.number(v.factor, 2)}`,
    diagram: "Diagram of the chain; arrow keys go from place to place",
    diagramTitle: (v: { readonly month: string }) => `The chain in ${v.month}`,
    diagramLead: (v: { readonly basis: "material" | "product" }) =>
      `Every tonne that is used is traced back through the plants it passed; widths are tonnes a month${v.basis === "material" ? " of the material" : " of the products it is in"}, outlines what they were before any control. Prices are those in the country of use.`,
    partOf: (v: { readonly country: string; readonly whole: string }) =>
      `In the model ${withArticle(v.country)} is part of “${v.whole}”; what is shown is the whole of it.`,
    fromStocks: (v: { readonly share: number }) =>
      `At least ${f.percent(v.share)} of what is used this month comes out of stocks, which have no place in the diagram.`,
    traced: "A result of the month simulation, traced back in proportion to where each market's supply came from.",
    others: "Others",
    otherUses: "Other uses",
    fromScrap: (v: { readonly country: string }) => `${v.country}, from scrap`,
    monthLabel: "Month",
    play: "Play",
    pause: "Pause",
    measuresLabel: "Measures of the scenario",
    withMeasures: "in force",
    withoutMeasures: "left out",
    map: "Map of makers and shipments; arrow keys go from one to the next",
    mapTitle: (v: { readonly commodity: string; readonly month: string }) => `${v.commodity} on the map, ${v.month}`,
    mapLead:
      "Countries are coloured the more strongly the more of it they make; lines are shipments, as wide as their tonnes.",
    commodityLabel: "Commodity",
    legendMakers: "Share of what is made",
    fromShare: (v: { readonly from: number; readonly to: number }) =>
      v.to === 1 ? `${f.percent(v.from)} and more` : `${f.percent(v.from, 1)}–${f.percent(v.to, 1)}`,
    lineHere: "to where it is seen from",
    lineControlled: "under a control",
    lineOther: "other shipments",
    unplaced: (v: { readonly places: string }) => `Not on the map, since they are no single place: ${v.places}.`,
    small: (v: { readonly count: number; readonly share: number }) =>
      `${f.number(v.count)} smaller ${f.plural(v.count, { one: "shipment", other: "shipments" })} (${f.percent(v.share, 1)} of the tonnes) are not drawn.`,
    controls: "Controls",
    way: "Way",
    leaked: "around a control, by a third country",
    worldShare: "Share of what is made",
    priceThere: "Price there",
    tableTitle: "Places of the chain",
    place: "Place",
    stage: "Stage",
    before: "Before",
    share: "Share of the stage",
    shareBefore: "Share before",
    shareNow: "Share now",
    lacking: "Lacking",
  };
};

export type ChainWords = ReturnType<typeof chain>;
