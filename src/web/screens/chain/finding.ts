import type { FlowsAnswer } from "../../engine/asks/flows.ts";
import { materialName, names, viewpointName, words } from "../../state.ts";
import { type At, dearest, narrowest, shareAt, shortestUse, stageWord } from "./model.ts";
import { placeOfUse } from "./words-of.ts";

/** The one sentence of the screen: what the chain hangs by, and what becomes of it in the month. */
export function finding(answer: FlowsAnswer, at: At): string {
  const { chain } = words.value;
  const place = narrowest(answer);
  if (!place) return chain.lead({ material: materialName.value, country: viewpointName.value });
  const { node, share } = place;
  const dear = dearest(answer, at);
  const short = shortestUse(answer, at);
  return chain.finding({
    material: materialName.value,
    country: placeOfUse(answer),
    stage: stageWord(answer, node.stage),
    place: names.value.name("country", node.place).text,
    before: share,
    now: shareAt(answer, node, at),
    month: answer.months[at]!,
    price:
      dear && dear.price.factor >= 1.05
        ? { commodity: names.value.name("commodity", dear.commodity).text, factor: dear.price.factor }
        : null,
    short: short === null ? null : { use: names.value.name("use", short.use).text, share: short.share },
  });
}
