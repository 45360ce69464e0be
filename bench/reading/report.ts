import { readLexicon } from "../../src/cli/io/read-dataset.ts";
import { type Lexicon, readArticle } from "../../src/reading/index.ts";
import { labelledArticles } from "./articles.ts";
import { fields } from "./score.ts";
import { shareText, totalsOf } from "./totals.ts";

const WIDTH = 15;
/** Long texts are made of these. */
const SPEED_OF = ["de-zdf", "en-framework", "ja-wakugumi"];

/** Prints precision and recall of `monazite read` per field and language, on the articles it was tuned on and the others. */
export function reportReading(showFaults = process.env.MONAZITE_BENCH_FAULTS !== undefined): void {
  const lexicon = readLexicon();
  const articles = labelledArticles();
  const statements = articles.reduce((sum, a) => sum + a.events.length, 0);
  console.log(
    `Reading ${articles.length} labelled articles (${statements} statements): precision/recall in %, right ones`,
  );
  console.log(`  ${"".padEnd(10)}${fields.map((f) => f.padEnd(WIDTH)).join("")}`);
  for (const { set, group, counts, faults } of totalsOf(articles, lexicon)) {
    if (showFaults) for (const fault of faults) console.log(`    ${fault}`);
    const cells = fields.map((f) => `${shareText(counts[f])} ${counts[f].right}`.padEnd(WIDTH));
    console.log(`  ${`${set} ${group}`.padEnd(10)}${cells.join("")}`);
  }
  console.log(
    "  tune: looked at while the words and rules were written; held: only measured. All were written by people who",
  );
  console.log("  know the rules, so an article of a stranger will be read worse.");
  for (const article of articles.filter((a) => SPEED_OF.includes(a.id))) reportSpeed(article, lexicon);
}

function reportSpeed(
  { id, text, date, language }: { id: string; text: string; date: string; language: string },
  lexicon: Lexicon,
) {
  const long = `${text}\n\n`.repeat(Math.ceil(400_000 / text.length));
  const start = performance.now();
  readArticle(id, long, lexicon, { date });
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `  ${language}: ${(long.length / 1e6 / seconds).toFixed(2)} million characters a second (${long.length})`,
  );
}
