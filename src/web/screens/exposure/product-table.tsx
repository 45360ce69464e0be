import type { Exposure, ProductExposure } from "../../../exposure/index.ts";
import { fileName } from "../../downloads/save.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Figure } from "../../parts/figure.tsx";
import { View } from "../../parts/view.tsx";
import { address, change, format, hrefOf, words } from "../../state.ts";
import { csvOf } from "./product-chart.tsx";
import { commodityName, countryName, remedyText } from "./remedy.ts";

interface Props {
  readonly exposure: Exposure;
  readonly products: readonly ProductExposure[];
}

/** Every product with its days, its loss and what buys most time. */
export function ProductTable({ exposure, products }: Props) {
  const w = words.value.exposure.table;
  return (
    <View
      title={w.title}
      lead={w.lead}
      name={fileName("exposure-products", address.value.scenario)}
      offered={{ csv: () => csvOf(products), json: () => exposure }}
    >
      <div class="wide-table">
        <DataTable
          caption={w.caption}
          captionHidden
          rows={products}
          columns={columnsOf()}
          keyOf={(p) => p.product}
          sort={address.value.linesBy}
          onSort={(sort) => change({ linesBy: sort }, "replace")}
          chosen={address.value.product}
        />
      </div>
    </View>
  );
}

function columnsOf(): Column<ProductExposure>[] {
  const w = words.value.exposure.table;
  const f = format.value;
  const day = (value: string | null) => (value === null ? w.never : f.date(value));
  const number = (title: string, value: string, p: ProductExposure) => (
    <Figure facts={{ title: `${p.product}: ${title}`, value }}>{value}</Figure>
  );
  return [
    {
      id: "product",
      title: w.product,
      value: (p) => p.product,
      cell: (p) => <a href={hrefOf({ product: p.product })}>{p.product}</a>,
    },
    { id: "country", title: w.country, value: (p) => countryName(p.country) },
    { id: "slows", title: w.slows, value: (p) => p.slowsOn ?? "9999", cell: (p) => day(p.slowsOn) },
    { id: "stops", title: w.stops, value: (p) => p.stopsOn ?? "9999", cell: (p) => day(p.stopsOn) },
    {
      id: "cover",
      title: w.cover,
      numeric: true,
      value: (p) => p.coverDays,
      cell: (p) => (p.coverDays === null ? "–" : number(w.cover, f.number(p.coverDays), p)),
    },
    {
      id: "limiting",
      title: w.limiting,
      value: (p) => (p.limiting === null ? "" : commodityName(p.limiting)),
      cell: (p) => (p.limiting === null ? "–" : commodityName(p.limiting)),
    },
    {
      id: "lostShare",
      title: w.lostShare,
      numeric: true,
      value: (p) => p.lostShare,
      cell: (p) => number(w.lostShare, f.percent(p.lostShare), p),
    },
    {
      id: "lostMargin",
      title: w.lostMargin,
      numeric: true,
      value: (p) => p.lostMarginUsd,
      cell: (p) => number(w.lostMargin, f.usd(p.lostMarginUsd), p),
    },
    {
      id: "remedy",
      title: w.remedy,
      value: (p) => p.remedies[0]?.daysGained ?? 0,
      cell: (p) => {
        const [best] = p.remedies;
        if (p.slowsOn === null) return "–";
        return best && best.daysGained > 0 ? remedyText(best) : words.value.exposure.remedy.none;
      },
    },
  ];
}
