import type { Lexicon } from "../../src/reading/index.ts";
import type { LabelledArticle } from "./articles.ts";
import { type Count, type Field, fields, noCount, scoreArticle } from "./score.ts";

export const sets = ["tune", "held"] as const;
export const groups = ["de", "en", "ja", "all"] as const;

export interface Total {
  readonly set: (typeof sets)[number];
  readonly group: (typeof groups)[number];
  readonly counts: Readonly<Record<Field, Count>>;
  readonly faults: readonly string[];
}

/** The counts of every set of articles, by language and together. */
export function totalsOf(articles: readonly LabelledArticle[], lexicon: Lexicon): Total[] {
  const scored = articles.map((article) => ({ article, ...scoreArticle(article, lexicon) }));
  return sets.flatMap((set) =>
    groups.map((group) => {
      const chosen = scored.filter(
        ({ article }) => article.set === set && (group === "all" || article.language === group),
      );
      const counts = noCount();
      for (const field of fields)
        for (const one of chosen) {
          counts[field].right += one.counts[field].right;
          counts[field].wrong += one.counts[field].wrong;
          counts[field].missed += one.counts[field].missed;
        }
      return { set, group, counts, faults: group === "all" ? [] : chosen.flatMap((one) => one.faults) };
    }),
  );
}

/** Of what was read, and of what there is to read, how much is right; null where there is nothing. */
export function precisionAndRecall({ right, wrong, missed }: Count): readonly [number | null, number | null] {
  const share = (of: number) => (of === 0 ? null : right / of);
  return [share(right + wrong), share(right + missed)];
}

/** `83/81`: precision and recall in %. */
export function shareText(count: Count): string {
  return precisionAndRecall(count)
    .map((share) => (share === null ? "-" : String(Math.round(100 * share))))
    .join("/");
}

/** The table of docs/reading.md. */
export function markdownTable(totals: readonly Total[]): string {
  const rows = totals.map(({ set, group, counts }) => [`${set} ${group}`, ...fields.map((f) => shareText(counts[f]))]);
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(["%", ...fields]), line(["---", ...fields.map(() => "---")]), ...rows.map(line)].join("\n");
}
