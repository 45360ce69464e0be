import { readLexicon } from "../../src/cli/io/read-dataset.ts";
import { labelledArticles } from "./articles.ts";
import { markdownTable, totalsOf } from "./totals.ts";

// the table of docs/reading.md
console.log(markdownTable(totalsOf(labelledArticles(), readLexicon())));
