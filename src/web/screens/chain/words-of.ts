import type { FlowsAnswer, SankeyNode } from "../../engine/asks/flows.ts";
import type { FigureFacts } from "../../parts/figure-card.tsx";
import { format, names, words } from "../../state.ts";
import { type At, BEFORE, OTHERS, shareAt, shortfallAt, stageWord, tonnesAt } from "./model.ts";

/** What a place of the diagram is called. */
export function nodeName(node: SankeyNode): string {
  const { chain } = words.value;
  if (node.place === OTHERS) return node.stage === "use" ? chain.otherUses : chain.others;
  if (node.stage === "use") return names.value.name("use", node.place).text;
  const country = names.value.name("country", node.place).text;
  return node.scrap ? chain.fromScrap({ country }) : country;
}

/** The card of a place: how much passes it in a month, of what share, and before. */
export function nodeFacts(answer: FlowsAnswer, node: SankeyNode, at: At): FigureFacts {
  const { chain } = words.value;
  const f = format.value;
  const stage = stageWord(answer, node.stage);
  const short = shortfallAt(node, at);
  const month = answer.months[at];
  return {
    title: `${chain.stages[stage]}: ${nodeName(node)}`,
    value: f.tonnesPerMonth(tonnesAt(node, at)),
    more: [
      ...(month === undefined ? [] : [{ label: chain.monthLabel, value: f.month(month) }]),
      { label: chain.share, value: f.percent(shareAt(answer, node, at), 1) },
      ...(at === BEFORE ? [] : [{ label: chain.before, value: f.tonnesPerMonth(node.baselineTonnes) }]),
      ...(short >= 0.005 ? [{ label: chain.lacking, value: f.percent(short, 1) }] : []),
    ],
    note: chain.traced,
  };
}
