import type { FigureFacts } from "../../parts/figure-card.tsx";
import { address, catalogue, format, names, words } from "../../state.ts";
import type { CoverPanel, PricePanel, UsePanel } from "./panels.ts";

export const useName = (use: string) => names.value.name("use", use).text;

export const commodityName = (id: string) =>
  names.value.name("commodity", id, catalogue.value?.commodities.find((c) => c.id === id)?.name).text;

export const countryName = (id: string) =>
  names.value.name("country", id, catalogue.value?.countries.find((c) => c.id === id)?.name).text;

/** The name of a use, with its country where several are looked at. */
export function useTitle({ use, country }: { readonly use: string; readonly country: string }): string {
  return address.value.for === country ? useName(use) : `${useName(use)}, ${countryName(country)}`;
}

/** What the model says of an end use in a month. */
export function useFacts(panel: UsePanel, months: readonly string[], month: number): FigureFacts {
  const { scenario: w } = words.value;
  const f = format.value;
  const line = panel.with ?? panel.without;
  const { fan } = panel;
  return {
    title: `${useTitle(panel)}, ${f.month(months[month]!)}`,
    value: f.percent(line.shortfallShare[month]!),
    low: fan ? f.percent(fan.p05[month]!) : undefined,
    high: fan ? f.percent(fan.p95[month]!) : undefined,
    more: [
      ...(panel.with ? [{ label: w.legend.without, value: f.percent(panel.without.shortfallShare[month]!) }] : []),
      { label: w.stops.risk, value: f.usd(line.valueAtRiskUsd[month]!) },
    ],
  };
}

export function priceFacts(panel: PricePanel, months: readonly string[], month: number): FigureFacts {
  const { prices: w } = words.value.scenario;
  const f = format.value;
  const { base, prices, multiples } = panel;
  const line = (usd: number, multiple: number) => `${f.usdPerTonne(usd)} (${w.times({ value: multiple })})`;
  return {
    title: `${commodityName(panel.commodity)}, ${f.month(months[month]!)}`,
    value: line(prices.outside[month]!, multiples.outside[month]!),
    more: [
      ...(panel.inside !== null && prices.inside && multiples.inside
        ? [
            {
              label: w.inside({ country: countryName(panel.inside) }),
              value: line(prices.inside[month]!, multiples.inside[month]!),
            },
          ]
        : []),
      { label: w.outside({ country: countryName(panel.outside) }), value: f.usdPerTonne(prices.outside[month]!) },
      { label: w.before, value: f.usdPerTonne(base.outside) },
    ],
  };
}

export function coverFacts(panel: CoverPanel, months: readonly string[], month: number): FigureFacts {
  const { covers: w, legend } = words.value.scenario;
  const f = format.value;
  return {
    title: `${commodityName(panel.commodity)}, ${countryName(panel.country)}, ${f.month(months[month]!)}`,
    value: f.days((panel.with ?? panel.without)[month]!),
    more: [
      ...(panel.with ? [{ label: legend.without, value: f.days(panel.without[month]!) }] : []),
      { label: w.normal, value: f.days(panel.normalDays) },
    ],
  };
}
