import type { Model } from "../chain/model.ts";
import type { Dataset } from "../dataset/index.ts";
import { MODEL_CITED } from "./model-chain.ts";
import type { ModelUse } from "./result.ts";

const MONTHS = 12;
const NOTHING_TONNES = 1e-6;

/**
 * What a viewpoint uses each commodity for, tonnes a year by application in the balanced chain; none where it uses nothing.
 * @param covered model countries the viewpoint stands for
 */
export function modelUses(
  model: Model,
  { applications }: Pick<Dataset, "applications">,
  commodities: Dataset["commodities"],
  covered: ReadonlySet<string>,
): ModelUse[] {
  const here = model.applications.filter((a) => covered.has(a.country));
  return commodities.flatMap(({ id, name, stage }) => {
    const tonnesOf = new Map<string, number>();
    for (const { application, activities } of here)
      for (const a of activities)
        for (const { market, coefficient } of model.activities[a]!.entries)
          if (model.markets[market]!.commodity === id && coefficient < 0)
            tonnesOf.set(application, (tonnesOf.get(application) ?? 0) - MONTHS * model.baseLevel[a]! * coefficient);
    const total = [...tonnesOf.values()].reduce((a, b) => a + b, 0);
    if (!(total > NOTHING_TONNES)) return [];
    const parts = [...tonnesOf]
      .map(([application, tonnes]) => ({
        application: applications.find((a) => a.application === application)?.name ?? application,
        tonnes,
        share: tonnes / total,
      }))
      .sort((a, b) => b.share - a.share || (a.application < b.application ? -1 : 1));
    return [{ stage, form: name, tonnesPerYear: total, applications: parts, cited: MODEL_CITED }];
  });
}
