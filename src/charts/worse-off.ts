import type { MarketSeries, Rehearsal, UseSummary } from "../simulation/result.ts";
import { countedUses } from "../simulation/touched.ts";
import { count, list, multiple } from "./format.ts";
import { inSentence, type Names, withArticle } from "./names.ts";
import { SHORT_FROM_SHARE } from "./severity.ts";
import { findUse } from "./shortage-strips.ts";
import { findMarket, largestMultiple } from "./watched-commodities.ts";

/** A loss that grows by less than this share is the same. */
const NOTICED_SHARE = 0.005;
/** A price that peaks less than this higher explains nothing. */
const DEARER_SHARE = 0.05;
const MOST_TAKERS = 3;

/** A use that loses more with the measures than without, and the input that becomes dearer with them, if one does. */
interface WorseUse {
  readonly country: string;
  readonly use: string;
  readonly dearer: { readonly commodity: string; readonly before: number; readonly after: number } | null;
}

/** Which uses the measures harm, and why if the run can tell; nothing when they harm none. */
export function worseOffSentences(rehearsal: Rehearsal, names: Names): string[] {
  const worse = worseUses(rehearsal);
  if (worse.length === 0) return [];
  const groups = new Map<string, WorseUse[]>();
  for (const w of worse) {
    const key = `${w.use}/${w.dearer?.commodity ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), w]);
  }
  const parts = [...groups.values()].map((group) => {
    const where = list(group.map((w) => withArticle(names.country(w.country))));
    const [first] = group.toSorted((a, b) => (b.dearer?.after ?? 0) - (a.dearer?.after ?? 0));
    const { dearer, use } = first!;
    const why = dearer
      ? ` (${inSentence(names.commodity(dearer.commodity))} peaks at ${multiple(dearer.after)} instead of ${multiple(dearer.before)})`
      : "";
    return `${inSentence(names.use(use))} in ${where}${why}`;
  });
  const total = count(rehearsal.summary.length, "end use");
  const are = worse.length === 1 ? "is" : "are";
  const which = `${worse.length} of ${total} ${are} worse off with the measures than without: ${parts.join("; ")}.`;
  return [which, ...takerSentence(rehearsal, worse)];
}

function worseUses(rehearsal: Rehearsal): WorseUse[] {
  const { withoutMeasures } = rehearsal;
  if (!withoutMeasures) return [];
  const now = countedUses(rehearsal, rehearsal.untouched);
  const then = countedUses(withoutMeasures, rehearsal.untouched);
  return rehearsal.summary.filter(isWorse).map(({ country, use }) => {
    const before = findUse(then, country, use)?.applications ?? [];
    const losers = (findUse(now, country, use)?.applications ?? []).filter((a) => {
      const same = before.find((b) => b.application === a.application);
      return same && sum(a.valueAtRiskUsd) > sum(same.valueAtRiskUsd) * (1 + NOTICED_SHARE);
    });
    const inputs = [...new Set(losers.flatMap((a) => (a.inputs ?? []).map((i) => i.commodity)))];
    const peak = (markets: readonly MarketSeries[], commodity: string) => {
      const market = findMarket(markets, commodity, country);
      return market ? largestMultiple(market) : 1;
    };
    const [dearer] = inputs
      .map((commodity) => ({
        commodity,
        before: peak(withoutMeasures.markets, commodity),
        after: peak(rehearsal.markets, commodity),
      }))
      .filter((p) => p.after > p.before * (1 + DEARER_SHARE))
      .sort((a, b) => b.after / b.before - a.after / a.before);
    return { country, use, dearer: dearer ?? null };
  });
}

function isWorse({ withMeasures, withoutMeasures }: UseSummary): boolean {
  return (
    withMeasures.worstShortfallShare >= SHORT_FROM_SHARE &&
    withMeasures.valueAtRiskUsd > withoutMeasures.valueAtRiskUsd * (1 + NOTICED_SHARE)
  );
}

/** The measures that take what became dearer: plants that use it, and stockpiles that fill while a use is short. */
function takerSentence(rehearsal: Rehearsal, worse: readonly WorseUse[]): string[] {
  const wanted = new Set(worse.flatMap((w) => (w.dearer ? [w.dearer.commodity] : [])));
  const short = rehearsal.months.map((_, t) =>
    worse.some((w) => (findUse(rehearsal.uses, w.country, w.use)?.productShortfallShare[t] ?? 0) >= SHORT_FROM_SHARE),
  );
  const quoted = (found: readonly { readonly title: string; readonly tonnes: number }[]) => {
    const some = found.filter((f) => f.tonnes > 0).sort((a, b) => b.tonnes - a.tonnes);
    const shown = some.slice(0, MOST_TAKERS).map((f) => `“${f.title.replace(/[.\s]+$/, "")}”`);
    const more = some.length - shown.length;
    return { many: some.length, text: list([...shown, ...(more > 0 ? [count(more, "more measure")] : [])]) };
  };
  const plants = quoted(
    rehearsal.measures.map(({ id, title }) => ({
      title,
      tonnes: rehearsal.activities
        .filter((a) => a.id === `plant:${id}`)
        .reduce((all, a) => all + sum(a.tonnes) * takenPerTonne(a.entries ?? [], wanted), 0),
    })),
  );
  const stockpiles = quoted(
    rehearsal.measures.map(({ id, title }) => ({
      title,
      tonnes: rehearsal.stockpiles
        .filter((s) => s.id === id && wanted.has(s.commodity))
        .reduce((all, s) => all + filled(s.tonnes, short), 0),
    })),
  );
  const takes = plants.many === 1 ? "takes" : "take";
  const fills = stockpiles.many === 1 ? "fills" : "fill";
  const parts = [
    ...(plants.many > 0 ? [`${plants.text} ${takes} it too`] : []),
    ...(stockpiles.many > 0 ? [`${stockpiles.text} ${fills} during the shortage`] : []),
  ];
  return parts.length === 0 ? [] : [`Material goes to who pays most, and ${parts.join(", and ")}.`];
}

function takenPerTonne(
  entries: readonly { readonly commodity: string; readonly coefficient: number }[],
  wanted: ReadonlySet<string>,
): number {
  return entries.reduce((all, e) => (wanted.has(e.commodity) ? all + Math.max(0, -e.coefficient) : all), 0);
}

/** Tonnes that a stockpile gains in the months that count. */
function filled(tonnes: readonly number[], counts: readonly boolean[]): number {
  return tonnes.reduce((all, now, t) => (t > 0 && counts[t] ? all + Math.max(0, now - tonnes[t - 1]!) : all), 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
