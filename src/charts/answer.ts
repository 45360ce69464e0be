import type { Rehearsal, Shortage, UseSummary } from "../simulation/result.ts";
import { blocsOf } from "./blocs.ts";
import { count, list, monthLabel, multiple, percent, usd } from "./format.ts";
import { insideOf } from "./inside.ts";
import { inSentence, type Names, withArticle } from "./names.ts";
import { SHORT_FROM_SHARE } from "./severity.ts";
import { findMarket, largestMultiple, multiples, watchedCommodities } from "./watched-commodities.ts";
import { worseOffSentences } from "./worse-off.ts";

/** One viewpoint country in figures, without and with the measures. */
export interface CountryAnswer {
  readonly country: string;
  readonly name: string;
  readonly uses: number;
  readonly without: CountryFigures;
  readonly with: CountryFigures;
}

export interface CountryFigures {
  readonly shortUses: number;
  readonly first: { readonly use: string; readonly month: string } | null;
  /** the deepest shortage of any month */
  readonly worst: {
    readonly use: string;
    readonly month: string;
    readonly share: number;
  } | null;
  /** the use with the largest value of products that cannot be made */
  readonly costliest: { readonly use: string; readonly usd: number } | null;
  readonly valueAtRiskUsd: number;
}

export interface Answer {
  readonly hasMeasures: boolean;
  /** blocs of the viewpoint first, then its countries */
  readonly countries: readonly CountryAnswer[];
  /** what happens, to prices, and what the measures change: whole sentences that read on their own */
  readonly paragraphs: readonly (readonly string[])[];
}

/** The result in a few sentences, made from the numbers. */
export function answer(rehearsal: Rehearsal, names: Names): Answer {
  const hasMeasures = rehearsal.withoutMeasures !== null;
  const countries = countryAnswers(rehearsal, names);
  const blocs = blocsOf(rehearsal).flatMap((bloc) => countryAnswers(bloc, names));
  const inBlocs = new Set(rehearsal.blocs.flatMap((b) => b.members));
  const alone = countries.filter((c) => !inBlocs.has(c.country));
  return {
    hasMeasures,
    countries: [...blocs, ...countries],
    paragraphs: [
      [
        ...blocs.flatMap((bloc, i) => [
          shortageSentence(bloc, hasMeasures),
          ...memberSentence(countries.filter((c) => rehearsal.blocs[i]!.members.includes(c.country))),
        ]),
        ...shortageSentences(alone, hasMeasures),
      ],
      priceSentence(rehearsal, names),
      hasMeasures ? [reliefSentence(countries, rehearsal.months.length), ...bestSentence(rehearsal)] : [],
      [...worseOffSentences(rehearsal, names), ...harmSentence(rehearsal)],
    ].filter((sentences) => sentences.length > 0),
  };
}

function countryAnswers(rehearsal: Rehearsal, names: Names): CountryAnswer[] {
  return rehearsal.viewpoint.map((country) => {
    const uses = rehearsal.summary.filter((s) => s.country === country);
    return {
      country,
      name: names.country(country),
      uses: uses.length,
      without: figures(uses, (s) => s.withoutMeasures, names),
      with: figures(uses, (s) => s.withMeasures, names),
    };
  });
}

/** A sentence for each country that runs short, one for all that do not. */
function shortageSentences(countries: readonly CountryAnswer[], hasMeasures: boolean): string[] {
  const calm = countries.filter((c) => c.without.shortUses === 0);
  const where = list(calm.map((c) => withArticle(c.name)));
  return [
    ...countries.filter((c) => c.without.shortUses > 0).map((c) => shortageSentence(c, hasMeasures)),
    ...(calm.length > 0 ? [`In ${where}, no end use runs short${hasMeasures ? " without the measures" : ""}.`] : []),
  ];
}

/** How a bloc's loss is spread over its members. */
function memberSentence(members: readonly CountryAnswer[]): string[] {
  const losing = members
    .filter((c) => c.without.shortUses > 0)
    .sort((a, b) => b.without.valueAtRiskUsd - a.without.valueAtRiskUsd);
  const calm = members.filter((c) => c.without.shortUses === 0).map((c) => withArticle(c.name));
  const parts = losing.map((c) => `${withArticle(c.name)} ${usd(c.without.valueAtRiskUsd)}`);
  return [
    ...(parts.length > 0 ? [`Products not made, by member: ${list(parts)}.`] : []),
    ...(calm.length > 0 ? [`In ${list(calm)}, no end use runs short.`] : []),
  ];
}

function figures(uses: readonly UseSummary[], pick: (s: UseSummary) => Shortage, names: Names): CountryFigures {
  const short = uses.filter((s) => pick(s).worstShortfallShare >= SHORT_FROM_SHARE);
  const dated = short.filter((s) => pick(s).firstShortMonth !== null);
  const first = [...dated].sort(
    (a, b) =>
      pick(a).firstShortMonth!.localeCompare(pick(b).firstShortMonth!, "en") ||
      pick(b).worstShortfallShare - pick(a).worstShortfallShare,
  )[0];
  const worst = [...short].sort((a, b) => pick(b).worstShortfallShare - pick(a).worstShortfallShare)[0];
  const costliest = [...short].sort((a, b) => pick(b).valueAtRiskUsd - pick(a).valueAtRiskUsd)[0];
  return {
    shortUses: short.length,
    costliest: costliest ? { use: names.use(costliest.use), usd: pick(costliest).valueAtRiskUsd } : null,
    first: first ? { use: names.use(first.use), month: pick(first).firstShortMonth! } : null,
    worst: worst
      ? {
          use: names.use(worst.use),
          month: pick(worst).worstMonth ?? "",
          share: pick(worst).worstShortfallShare,
        }
      : null,
    valueAtRiskUsd: uses.reduce((sum, s) => sum + pick(s).valueAtRiskUsd, 0),
  };
}

function shortageSentence(c: CountryAnswer, hasMeasures: boolean): string {
  const { shortUses, first, worst, costliest } = c.without;
  const condition = hasMeasures ? " without the measures" : "";
  const where = withArticle(c.name);
  if (shortUses === 0 || !worst) return `In ${where}, no end use runs short${condition}.`;
  const many = `${shortUses} of ${count(c.uses, "end use")} ${shortUses === 1 ? "runs" : "run"} short${condition}`;
  const begin = first ? `, beginning with ${inSentence(first.use)} in ${monthLabel(first.month)}` : "";
  const misses = `short of ${percent(worst.share)} of its need in ${monthLabel(worst.month)}`;
  const deepest = `Deepest: ${inSentence(worst.use)}, ${misses}`;
  const dearest = costliest
    ? `; costliest: ${inSentence(costliest.use)}, ${usd(costliest.usd)} of products not made`
    : "";
  return `In ${where}, ${many}${begin}. ${deepest}${dearest}.`;
}

/** What became dearest in the countries looked at, beside the country that holds it back ({@link insideOf}). */
function priceSentence(rehearsal: Rehearsal, names: Names): string[] {
  const run = rehearsal.withoutMeasures ?? rehearsal;
  const peaks = watchedCommodities(rehearsal).map((commodity) => {
    const inside = insideOf(rehearsal, commodity);
    const outside = rehearsal.viewpoint.flatMap((country) => {
      const market = findMarket(run.markets, commodity, country);
      return market && country !== inside ? [{ country, peak: largestMultiple(market) }] : [];
    });
    return { commodity, inside, outside, peak: outside.reduce((most, o) => Math.max(most, o.peak), 0) };
  });
  const dearest = peaks.sort((a, b) => b.peak - a.peak)[0];
  if (!dearest || dearest.peak < 1.05) return [];
  const { inside } = dearest;
  const home = inside === null ? undefined : findMarket(run.markets, dearest.commodity, inside);
  const lowest = home ? multiples(home).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY) : Number.NaN;
  const where = list(dearest.outside.map((o) => `${multiple(o.peak)} in ${withArticle(names.country(o.country))}`));
  const there = withArticle(names.country(inside ?? ""));
  const contrast = !home
    ? ""
    : lowest < 0.995
      ? `, while inside ${there} it falls to ${multiple(lowest)}`
      : `, while inside ${there} it never exceeds ${multiple(largestMultiple(home))}`;
  return [`${names.commodity(dearest.commodity)} peaks at ${where} of its former price${contrast}.`];
}

function reliefSentence(countries: readonly CountryAnswer[], months: number): string {
  const total = (pick: (c: CountryAnswer) => number) => countries.reduce((sum, c) => sum + pick(c), 0);
  const before = total((c) => c.without.valueAtRiskUsd);
  const after = total((c) => c.with.valueAtRiskUsd);
  const change = before > 0 ? (after - before) / before : 0;
  const word = change <= -0.005 ? "falls" : change >= 0.005 ? "rises" : "hardly changes";
  const by = Math.abs(change) >= 0.005 ? ` (${percent(change)})` : "";
  return (
    `With the measures, the value of products that cannot be made over the ${count(months, "month")} ${word} ` +
    `from ${usd(before)} to ${usd(after)}${by}.`
  );
}

function bestSentence(rehearsal: Rehearsal): string[] {
  const best = [...rehearsal.measures].sort((a, b) => b.worthUsd - a.worthUsd)[0];
  if (!best || !(best.worthUsd > 0)) return [];
  const title = best.title.replace(/[.\s]+$/, "");
  const assumed = best.status === "assumed" ? " (its figures are assumed)" : "";
  return [`The measure worth most is “${title}”${assumed}: without it, ${usd(best.worthUsd)} more would be lost.`];
}

function harmSentence(rehearsal: Rehearsal): string[] {
  const harmful = rehearsal.measures.filter((m) => m.worthUsd < 0).sort((a, b) => a.worthUsd - b.worthUsd);
  const parts = harmful.map((m) => `“${m.title.replace(/[.\s]+$/, "")}” (${usd(-m.worthUsd)})`);
  return parts.length === 0 ? [] : [`Less would be lost without ${list(parts)}.`];
}
