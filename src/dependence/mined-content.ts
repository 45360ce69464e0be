import type { Model } from "../chain/model.ts";
import type { Dataset } from "../dataset/index.ts";
import type { Governance } from "./governance.ts";
import { modelMakers } from "./model-chain.ts";
import type { ModelPlaces } from "./model-places.ts";
import type { WorldSupply } from "./result.ts";
import { modelIndex } from "./model-index.ts";
import { rowsWith } from "./rows-with.ts";

const MONTHS = 12;

/**
 * Who mines a rare earth: tonnes of its oxide in each country's concentrates, by the composition of their ores. Before
 * losses in separation, and whether or not anybody separates it.
 * @param commodities those of the mineral; the oxides among them are looked for in data/compositions.csv
 */
export function minedContent(
  model: Model,
  { compositions, commodities: all }: Pick<Dataset, "compositions" | "commodities">,
  commodities: Dataset["commodities"],
  { aggregates }: ModelPlaces,
  governance: Governance,
): WorldSupply[] {
  const mined = new Set(all.filter((c) => c.stage === "mining").map((c) => c.id));
  return commodities.flatMap(({ id, name }) => {
    const content = new Map(
      rowsWith(compositions, "oxide", id)
        .filter((c) => mined.has(c.class))
        .map((c) => [c.class, c.value]),
    );
    const made = new Map<string, number>();
    for (const a of content.size > 0 ? modelIndex(model).mines : []) {
      const activity = model.activities[a]!;
      const share = content.get(activity.commodity);
      if (share !== undefined)
        made.set(activity.country, (made.get(activity.country) ?? 0) + MONTHS * model.baseLevel[a]! * share);
    }
    return modelMakers({ name: `${name} in mined concentrates`, stage: "mining" }, made, aggregates, governance);
  });
}
