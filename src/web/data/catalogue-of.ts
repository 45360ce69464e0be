import type { Vocabulary } from "../../chain/vocabulary.ts";
import { vocabularyOf } from "../../chain/vocabulary-of.ts";
import { readId } from "../../charts/names.ts";
import { type Dataset, figuresOf, parseDataset } from "../../dataset/index.ts";
import { loadScenario } from "../../ledger/scenario.ts";
import { scenarioChains } from "../../simulation/chains.ts";
import type { Catalogue, CatalogueMaterial, CataloguePlan, CatalogueScenario } from "./catalogue.ts";

/** Texts by path: tables relative to data/, scenarios and plans as the repository has them. */
export interface ShippedTexts {
  readonly tables: Readonly<Record<string, string>>;
  readonly scenarios: Readonly<Record<string, string>>;
  readonly plans: Readonly<Record<string, string>>;
}

/** The catalogue of what ships. Errors: InputError with every problem of tables and scenarios. */
export function catalogueOf(texts: ShippedTexts): Catalogue {
  const dataset = parseDataset(new Map(Object.entries(texts.tables)));
  const vocabulary = vocabularyOf(dataset);
  const { countries, commodities } = dataset;
  return {
    countries: countries.map(({ id, name, kind, modelCountry }) => ({ id, name, kind, modelCountry })),
    blocs: [...new Set(dataset.blocs.map((row) => row.bloc))].map((id) => ({
      id,
      members: dataset.blocs.filter((row) => row.bloc === id).map((row) => row.country),
    })),
    materials: materialsOf(dataset, vocabulary),
    commodities: commodities.map(({ id, name, material, stage }) => ({ id, name, material, stage })),
    scenarios: Object.keys(texts.scenarios)
      .filter((path) => /^scenarios\/[^/]+\.yaml$/.test(path))
      .map((path) => scenarioOf(path, texts, dataset, vocabulary)),
    plans: Object.entries(texts.plans).map(([path, text]) => planOf(path, text)),
    counts: {
      figures: figuresOf(dataset).length,
      sources: dataset.sources.length,
      events: dataset.events.length,
    },
  };
}

/** Materials and groups that scenarios may name; not the commodities themselves, nor groups made for one announcement. */
function materialsOf(dataset: Dataset, vocabulary: Vocabulary): CatalogueMaterial[] {
  const single = [...new Set(dataset.commodities.map((c) => c.material))];
  const groups = [...new Set(dataset.groups.map((g) => g.group))].filter((group) => !single.includes(group));
  return [...single, ...groups].map((id) => ({
    id,
    name: readId(id),
    group: !single.includes(id),
    commodities: [...vocabulary.commodities([id])],
  }));
}

function scenarioOf(
  path: string,
  { scenarios }: ShippedTexts,
  dataset: Dataset,
  vocabulary: Vocabulary,
): CatalogueScenario {
  const load = (wanted: string) => {
    const text = scenarios[wanted];
    if (text === undefined) throw new Error(`${wanted}: no such scenario ships`);
    return text;
  };
  const { value } = loadScenario(path, load, dataset, vocabulary);
  return {
    id: path.replace(/^.*\/|\.yaml$/g, ""),
    path,
    title: value.title,
    description: value.description,
    start: value.start,
    months: value.months,
    viewpoint: value.viewpoint,
    events: Object.keys(value.events),
    measures: Object.keys(value.measures),
    commodities: [...scenarioChains(value, vocabulary)],
  };
}

function planOf(path: string, text: string): CataloguePlan {
  const title = text.match(/^title: *(.+)$/m)?.[1];
  if (title === undefined) throw new Error(`${path}: no line begins with "title: "`);
  return { id: path.replace(/^.*\/|\.yaml$/g, ""), path, title: title.replace(/^(["'])(.*)\1$/, "$2") };
}
