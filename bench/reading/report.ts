import { readLexicon } from "../../src/cli/io/read-dataset.ts";
import { readArticle } from "../../src/reading/index.ts";
import { labelledArticles } from "./articles.ts";
import { type Count, type Field, fields, noCount, scoreArticle } from "./score.ts";

/** Prints precision and recall of `monazite read` per field and language, on the articles it was tuned on and the others. */
export function reportReading(showFaults = process.env.MONAZITE_BENCH_FAULTS !== undefined): void {
  const lexicon = readLexicon();
  const articles = labelledArticles();
  const events = articles.reduce((sum, a) => sum + a.events.length, 0);
  console.log(
    `Reading ${articles.length} labelled articles (${events} statements): precision / recall in %, right ones in brackets`,
  );
  console.log(`  ${"".padEnd(10)}${fields.map((f) => f.padEnd(15)).join("")}`);
  for (const set of ["tune", "held"] as const)
    for (const language of ["de", "en", "ja", "all"] as const) {
      const total = noCount();
      const chosen = articles.filter((a) => a.set === set && (language === "all" || a.language === language));
      for (const article of chosen) {
        const { counts, faults } = scoreArticle(article, lexicon);
        for (const field of fields) add(total[field], counts[field]);
        if (showFaults && language !== "all") for (const fault of faults) console.log(`    ${fault}`);
      }
      console.log(`  ${`${set} ${language}`.padEnd(10)}${fields.map((f) => cell(total, f).padEnd(15)).join("")}`);
    }
  console.log(
    "  tune: looked at while the words and rules were written; held: only measured. Both were written by the same people,",
  );
  console.log("  so an article of a stranger will be read worse.");
  reportSpeed(lexicon);
}

function reportSpeed(lexicon: ReturnType<typeof readLexicon>): void {
  for (const article of labelledArticles().filter(
    (a) => a.id === "de-zdf" || a.id === "en-framework" || a.id === "ja-wakugumi",
  )) {
    const times = Math.ceil(400_000 / article.text.length);
    const text = `${article.text}\n\n`.repeat(times);
    const start = performance.now();
    readArticle(article.id, text, lexicon, { date: article.date });
    const seconds = (performance.now() - start) / 1000;
    console.log(
      `  speed ${article.language}: ${(text.length / 1e6 / seconds).toFixed(2)} million characters a second (${text.length} characters)`,
    );
  }
}

function add(to: Count, more: Count): void {
  to.right += more.right;
  to.wrong += more.wrong;
  to.missed += more.missed;
}

function cell(total: Readonly<Record<Field, Count>>, field: Field): string {
  const { right, wrong, missed } = total[field];
  const share = (of: number) => (of === 0 ? "-" : String(Math.round((100 * right) / of)));
  return `${share(right + wrong)}/${share(right + missed)} (${right})`;
}
