import { multiple, percent, usd, usdAmount } from "../../charts/format.ts";
import { type KnownNames, namesFrom } from "../../charts/names.ts";
import { SHORT_FROM_SHARE } from "../../charts/severity.ts";
import { findMarket, largestMultiple, watchedCommodities } from "../../charts/watched-commodities.ts";
import { withoutEffectWords } from "../../charts/without-effect.ts";
import type { Rehearsal, UseSummary } from "../../simulation/result.ts";
import { warnings } from "./rehearsal.ts";
import { table } from "./table.ts";
import { change, paint, plain, type RenderOptions, shorten } from "./text.ts";

/** Two rehearsals side by side, each with its measures: `first → second`. */
export function renderCompare(
  first: Rehearsal,
  second: Rehearsal,
  options: RenderOptions & { names?: KnownNames } = {},
): string {
  const names = namesFrom(options.names);
  const colours = paint(options.colour);
  const width = options.width ?? 80;
  const countries = [...new Set([...first.viewpoint, ...second.viewpoint])];
  const head = (text: string) => colours.bold(shorten(plain(text), width));
  const blocks = [
    [
      head(`A  ${first.title}`),
      head(`B  ${second.title}`),
      colours.dim(shorten("figures are A → B, each with its measures", width)),
    ],
    ...warnings(
      [first, second].flatMap((r, i) => withoutEffectWords(r.withoutEffect).map((s) => `${"AB"[i]}: ${s}`)),
      options,
    ),
    ...countries.map((country) => {
      const [a, b] = [totalAtRisk(first, country), totalAtRisk(second, country)];
      return [head(`${names.country(country)}: products not made ${usd(a)} → ${usd(b)}`), useTable(country)];
    }),
    ...countries.map((country) => [
      head(`Highest prices in ${names.country(country)}, times the former price`),
      priceTable(country),
    ]),
  ];
  return `${blocks.map((lines) => lines.filter((l) => l !== "").join("\n")).join("\n\n")}\n`;

  function useTable(country: string): string {
    const uses = new Map<string, [UseSummary | undefined, UseSummary | undefined]>();
    for (const s of first.summary) if (s.country === country) uses.set(s.use, [s, undefined]);
    for (const s of second.summary) if (s.country === country) uses.set(s.use, [uses.get(s.use)?.[0], s]);
    const rows = [...uses]
      .map(([use, [a, b]]) => ({ use, a: a?.withMeasures, b: b?.withMeasures }))
      .filter(({ a, b }) => Math.max(a?.worstShortfallShare ?? 0, b?.worstShortfallShare ?? 0) >= SHORT_FROM_SHARE)
      .map(({ use, a, b }) => ({ use, a, b, differenceUsd: (b?.valueAtRiskUsd ?? 0) - (a?.valueAtRiskUsd ?? 0) }))
      .sort((x, y) => Math.abs(y.differenceUsd) - Math.abs(x.differenceUsd) || x.use.localeCompare(y.use, "en"));
    if (rows.length === 0) return "No end use runs short in either.";
    return table(
      [
        { title: "end use" },
        { title: "worst", align: "right" },
        { title: "months", align: "right", drop: 2 },
        { title: "not made, USD", align: "right", drop: 1 },
        { title: "difference", align: "right", drop: 3 },
      ],
      rows.map(({ use, a, b, differenceUsd }) => [
        names.use(use),
        change(a ? percent(a.worstShortfallShare) : "–", b ? percent(b.worstShortfallShare) : "–"),
        change(a ? String(a.shortMonths) : "–", b ? String(b.shortMonths) : "–"),
        change(a ? usdAmount(a.valueAtRiskUsd) : "–", b ? usdAmount(b.valueAtRiskUsd) : "–"),
        a && b ? signed(differenceUsd) : "–",
      ]),
      options,
    );
  }

  function priceTable(country: string): string {
    const commodities = [...new Set([...watchedCommodities(first), ...watchedCommodities(second)])];
    const peak = (rehearsal: Rehearsal, commodity: string) => {
      const market = findMarket(rehearsal.markets, commodity, country);
      return market ? multiple(largestMultiple(market)) : "–";
    };
    return table(
      [{ title: "commodity" }, { title: "A → B", align: "right" }],
      commodities.map((c) => [names.commodity(c), change(peak(first, c), peak(second, c))]),
      options,
    );
  }
}

function totalAtRisk(rehearsal: Rehearsal, country: string): number {
  return rehearsal.summary
    .filter((s) => s.country === country)
    .reduce((sum, s) => sum + s.withMeasures.valueAtRiskUsd, 0);
}

function signed(usd: number): string {
  return usd > 0 ? `+${usdAmount(usd)}` : usdAmount(usd);
}
