import type { Model } from "../chain/model.ts";
import type { Vocabulary } from "../chain/vocabulary.ts";
import { vocabularyOf } from "../chain/vocabulary-of.ts";
import {
  type Dataset,
  isEpisodes,
  isStatistics,
  parseDataset,
  parseStatistics,
  type SourceRow,
  type Statistics,
} from "../dataset/index.ts";
import { isWords } from "../reading/words.ts";
import { openWorkbench } from "../simulation/workbench.ts";
import { documentsIn, type ShippedDocument } from "./documents.ts";
import type { ApiTexts } from "./texts.ts";

/** The dataset and the shipped scenarios and plans, parsed when first asked for. */
export interface Library {
  readonly texts: ApiTexts;
  /** curated tables alone: what a worker thread computes from */
  readonly curated: ReadonlyMap<string, string>;
  readonly dataset: Dataset;
  readonly vocabulary: Vocabulary;
  readonly statistics: Statistics;
  /** the whole balanced and calibrated chain */
  readonly model: Model;
  readonly scenarios: ReadonlyMap<string, ShippedDocument>;
  readonly plans: ReadonlyMap<string, ShippedDocument>;
  /** the rows of sources.csv with these ids, each once, in order of id */
  sources(ids: Iterable<string>): Source[];
}

export type Source = Pick<SourceRow, "id" | "publisher" | "title" | "url" | "licence" | "redistributable">;

/** Opens what a server answers from. Errors: InputError of the tables, when they are first needed. */
export function openLibrary(texts: ApiTexts): Library {
  const curated = new Map(
    [...texts.tables].filter(([name]) => !isStatistics(name) && !isWords(name) && !isEpisodes(name)),
  );
  const dataset = once(() => parseDataset(curated));
  const vocabulary = once(() => vocabularyOf(dataset()));
  const statistics = once(() => parseStatistics(new Map([...texts.tables].filter(([name]) => isStatistics(name)))));
  const model = once(() => openWorkbench(dataset()).model);
  const sources = once(() => new Map(dataset().sources.map((row) => [row.id, sourceOf(row)])));
  return {
    texts,
    curated,
    get dataset() {
      return dataset();
    },
    get vocabulary() {
      return vocabulary();
    },
    get statistics() {
      return statistics();
    },
    get model() {
      return model();
    },
    scenarios: documentsIn(texts.documents, "scenarios"),
    plans: documentsIn(texts.documents, "plans"),
    sources: (ids) =>
      [...new Set(ids)].sort().flatMap((id) => {
        const known = sources().get(id);
        return known ? [known] : [];
      }),
  };
}

function sourceOf({ id, publisher, title, url, licence, redistributable }: SourceRow): Source {
  return { id, publisher, title, url, licence, redistributable };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
