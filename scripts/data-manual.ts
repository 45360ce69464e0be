// Writes the parts of docs/data.md that follow from data/ between their markers: npx tsx scripts/data-manual.ts
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { recipesOf } from "../src/chain/recipes.ts";
import { reconcile } from "../src/chain/reconcile.ts";
import { buildSkeleton } from "../src/chain/skeleton.ts";
import { vocabularyOf } from "../src/chain/vocabulary-of.ts";
import { readDataset, readEpisodes } from "../src/cli/io/read-dataset.ts";
import {
  type Dataset,
  episodeTables,
  eventKinds,
  figuresOf,
  figureTables,
  measureKinds,
  rowsOf,
  scales,
  statuses,
  tableManual,
  tableSection,
  tables,
} from "../src/dataset/index.ts";
import { baseOutput } from "../src/planning/plant-output.ts";
import { yearlyNeedTonnes } from "../src/planning/yearly-need.ts";

export const manualFile = join(import.meta.dirname, "../docs/data.md");

/** The generated sections of docs/data.md by the name in their markers. */
export function manualSections(dataset: Dataset): Record<string, string> {
  return {
    counts: counts(dataset),
    magnets: magnets(dataset),
    oxides: oxides(dataset),
    products: products(dataset),
    adjustments: adjustments(dataset),
    tensions: dataset.tensions
      .map((t) => `- **${t.topic}.** ${t.figureA}; against ${t.figureB}. ${sentence(t.note)}`)
      .join("\n"),
    corrections: table(
      ["source's file", "row", "column", "says", "taken", "why"],
      dataset.corrections.map((c) => [c.sourceFile, c.key, c.field, c.expected, c.value, c.reason]),
    ),
    sources: sources(dataset, readEpisodes(dataset).episodes.observed),
    ledger: ledger(dataset),
    measures: measures(dataset),
    agreements: agreements(dataset),
    benchmarks: benchmarks(dataset),
    names: names(dataset),
    tables: tableManual().trimEnd(),
    episodes: [...Object.values(episodeTables), scales].map(tableSection).join("\n").trimEnd(),
  };
}

/** A text with each generated section put between its markers. Errors: a section whose markers are not in the text. */
export function withSections(text: string, sections: Record<string, string>): string {
  return Object.entries(sections).reduce((page, [name, section]) => {
    const [begin, end] = [`<!-- begin ${name}: npx tsx scripts/data-manual.ts -->`, `<!-- end ${name} -->`];
    const [from, to] = [page.indexOf(begin), page.indexOf(end)];
    if (from < 0 || to < from)
      throw new Error(`docs/data.md: section ${name} has no markers; put "${begin}" and "${end}" where it belongs`);
    return `${page.slice(0, from + begin.length)}\n\n${section}\n\n${page.slice(to)}`;
  }, text);
}

function counts(dataset: Dataset): string {
  const rows = figureTables.map((name) => {
    const figures = rowsOf(dataset, name);
    const by = statuses.map((status) => whole(figures.filter((f) => f.status === status).length));
    return [`\`${tables[name].file}\``, whole(figures.length), ...by];
  });
  const all = figuresOf(dataset);
  const total = statuses.map((status) => whole(all.filter((f) => f.status === status).length));
  return table(["table", "figures", ...statuses], [...rows, ["**all**", whole(all.length), ...total]]);
}

function names({ names }: Dataset): string {
  const kindOf = (key: string) => key.slice(0, key.indexOf("/"));
  const rows = [...new Set(names.map(({ key }) => kindOf(key)))].map((kind) => {
    const those = names.filter(({ key }) => kindOf(key) === kind);
    const example = those[0]!;
    return [`\`${kind}/\``, whole(those.length), `\`${example.key}\``, example.en, example.de, example.ja];
  });
  return table(["kind", "names", "for example", "English", "German", "Japanese"], rows);
}

function ledger({ events }: Dataset): string {
  const rows = eventKinds.map((kind) => {
    const those = events.filter((event) => event.kind === kind);
    const since = those.map((event) => event.announced.slice(0, 4)).sort()[0];
    return [kind, whole(those.length), since, those.at(-1)?.id ? `\`${those.at(-1)!.id}\`` : ""];
  });
  return table(
    ["kind", "events", "since", "the latest"],
    rows.filter(([, count]) => count !== "0").map((row) => row.map((cell) => cell ?? "")),
  );
}

function measures({ measures }: Dataset): string {
  const rows = measureKinds.map((kind) => {
    const those = measures.filter((measure) => measure.kind === kind);
    const by = statuses.map((status) => whole(those.filter((measure) => measure.status === status).length));
    const millions = sum(those.map((measure) => measure.capital)) / 1e6;
    return [
      kind,
      whole(those.length),
      ...by,
      whole(millions),
      whole(sum(those.map((m) => m.capital * m.publicShare)) / 1e6),
    ];
  });
  return table(["kind", "measures", ...statuses, "capital, m USD", "public part, m USD"], rows);
}

function agreements({ agreements, agreementTerms, measures }: Dataset): string {
  const rows = agreements.map(({ id, title, parties }) => {
    const terms = agreementTerms.filter((term) => term.agreement === id);
    const own = measures.filter((measure) => measure.agreement === id);
    const kinds = [...new Set(terms.map((term) => term.kind))];
    return [`\`${id}\``, title, parties.join(", "), kinds.join(", "), own.map((m) => `\`${m.id}\``).join(" ")];
  });
  return table(["agreement", "title", "parties", "terms", "measures"], rows);
}

/** What the EU needs of magnet rare earths against what it makes, and what the Act asks for. */
function benchmarks(dataset: Dataset): string {
  const vocabulary = vocabularyOf(dataset);
  const eu = vocabulary.countries(["EU"]);
  const stages = { extraction: "mining", processing: "separation", recycling: "recycling" };
  const rows = ["ndpr-oxide", "dysprosium-oxide", "terbium-oxide"].map((oxide) => {
    const need = yearlyNeedTonnes(dataset, vocabulary, oxide, eu);
    const cells = Object.entries(stages).map(([term, stage]) => {
      const share = dataset.agreementTerms.find((t) => t.agreement === "eu-crma" && t.term === term)!.value!;
      return `${whole(baseOutput(dataset, vocabulary, oxide, stage, eu))} of ${whole(share * need)}`;
    });
    return [oxide, whole(need), ...cells];
  });
  return table(
    [
      "oxide, t/year",
      "behind what the EU uses",
      "mined, of a tenth",
      "separated, of two fifths",
      "recycled, of a quarter",
    ],
    rows,
  );
}

const ndfeb = ["ndfeb-standard", "ndfeb-high-coercivity"];

function magnets(dataset: Dataset): string {
  const made = dataset.production.filter((r) => r.kind === "press" && ndfeb.includes(r.commodity));
  const shipped = dataset.trade.filter((r) => ndfeb.includes(r.commodity));
  const inputs = new Map<string, number>();
  for (const r of dataset.applicationInputs)
    if (ndfeb.includes(r.commodity)) inputs.set(r.application, r.value + (inputs.get(r.application) ?? 0));
  const rows = [...new Set(dataset.countries.map((c) => c.modelCountry))].flatMap((country) => {
    const output = sum(made.filter((r) => r.country === country).map((r) => r.value));
    const imports = sum(shipped.filter((r) => r.importer === country).map((r) => r.value));
    const exports = sum(shipped.filter((r) => r.exporter === country).map((r) => r.value));
    const need = sum(
      dataset.demand.filter((r) => r.country === country).map((r) => r.value * (inputs.get(r.application) ?? 0)),
    );
    return need > 0 || output > 0 ? [{ country, output, imports, exports, need }] : [];
  });
  rows.sort((a, b) => b.need - a.need || (a.country < b.country ? -1 : 1));
  const cells = rows.map((r) => [
    r.country,
    ...[r.output, r.imports, r.exports, r.output + r.imports - r.exports, r.need].map(whole),
  ]);
  return table(["country", "made", "imported", "exported", "left for use", "uses"], cells);
}

function oxides(dataset: Dataset): string {
  const recipes = recipesOf(dataset);
  const mixed = new Set(dataset.compositions.map((r) => r.class));
  return table(
    ["oxide, t", "separated", "recycled", "used as oxide", "made into metal", "stored or discarded", "short"],
    dataset.commodities
      .filter(({ id, stage }) => stage === "separation" && !mixed.has(id))
      .map(({ id }) => {
        const flow = (kind: string) =>
          sum(
            dataset.production
              .filter((r) => r.kind === kind)
              .map((r) => {
                const coefficients = recipes.get(r.recipe)!.coefficients;
                return ((coefficients.get(id) ?? 0) * r.value) / Math.abs(coefficients.get(r.commodity)!);
              }),
          );
        const dropped = dataset.production.filter((r) => r.kind === "dispose" && r.commodity === id);
        const used = dataset.applicationInputs
          .filter((i) => i.commodity === id)
          .flatMap((i) => dataset.demand.filter((d) => d.application === i.application).map((d) => d.value * i.value));
        const [separated, recycled, metal] = [flow("separate"), flow("recycle"), -flow("reduce")];
        const [uses, stored] = [sum(used), sum(dropped.map((r) => r.value))];
        const short = (uses + metal + stored) / (separated + recycled) - 1;
        return [
          id,
          ...[separated, recycled, uses, metal, stored].map(whole),
          `${(100 * short).toFixed(1).replace("-0.0", "0.0")} %`,
        ];
      }),
  );
}

function products(dataset: Dataset): string {
  const rows = dataset.applications.map((a) => {
    const tonnes = sum(dataset.demand.filter((d) => d.application === a.application).map((d) => d.value));
    return { ...a, tonnes, usd: tonnes * a.value };
  });
  rows.sort((a, b) => b.usd - a.usd);
  const cells = rows.map((a) => [a.application, whole(a.tonnes), whole(a.value / 1000), (a.usd / 1e9).toFixed(1)]);
  return table(["application", "material, t/year", "product, 1,000 USD per t", "products, bn USD/year"], cells);
}

function adjustments(dataset: Dataset): string {
  return table(
    ["activity", "figure, t/year", "balanced, t/year", "moved by σ"],
    reconcile(buildSkeleton(dataset))
      .adjustments.slice(0, 8)
      .map((a) => [
        `\`${a.activity}\``,
        whole(a.figureTonnesPerYear),
        whole(a.balancedTonnesPerYear),
        a.sigmas.toFixed(2),
      ]),
  );
}

function sources(dataset: Dataset, observed: readonly { readonly source: string }[]): string {
  const rows = [...Object.keys(tables).flatMap((name) => rowsOf(dataset, name as keyof typeof tables)), ...observed];
  const cited = (id: string) => rows.filter((r) => r.source === id).length;
  return table(
    ["source", "publisher", "what", "licence", "may be passed on", "rows"],
    dataset.sources.map((s) => [
      s.url.startsWith("http") ? `[\`${s.id}\`](${s.url})` : `\`${s.id}\``,
      s.publisher,
      s.title,
      s.licence,
      s.redistributable,
      whole(cited(s.id)),
    ]),
  );
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((c) => c.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), `|${header.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const whole = (value: number) =>
  Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ",");
const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith(".") ? "" : "."}`;

if (process.argv[1] === import.meta.filename)
  writeFileSync(manualFile, withSections(readFileSync(manualFile, "utf8"), manualSections(readDataset())));
