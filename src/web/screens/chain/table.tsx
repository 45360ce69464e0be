import type { FlowsAnswer, SankeyNode } from "../../engine/asks/flows.ts";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Figure } from "../../parts/figure.tsx";
import { format, words } from "../../state.ts";
import { type At, BEFORE, shareAt, shortfallAt, stageWord, tonnesAt } from "./model.ts";
import { nodeFacts, nodeName } from "./words-of.ts";

interface Props {
  readonly answer: FlowsAnswer;
  readonly at: At;
}

/** The diagram as a table: every place with its tonnes and shares, before and in the month. */
export function ChainTable({ answer, at }: Props) {
  const { chain } = words.value;
  const f = format.value;
  const order = (node: SankeyNode) => answer.sankey.stages.indexOf(node.stage);
  const columns: Column<SankeyNode>[] = [
    { id: "place", title: chain.place, value: nodeName },
    {
      id: "stage",
      title: chain.stage,
      value: order,
      cell: (node) => chain.stages[stageWord(answer, node.stage)],
    },
    {
      id: "before",
      title: chain.before,
      numeric: true,
      value: (node) => node.baselineTonnes,
      cell: (node) => <Figure facts={nodeFacts(answer, node, BEFORE)} />,
    },
    {
      id: "now",
      title: f.month(answer.months[at]!),
      numeric: true,
      value: (node) => tonnesAt(node, at),
      cell: (node) => <Figure facts={nodeFacts(answer, node, at)} />,
    },
    {
      id: "shareBefore",
      title: chain.shareBefore,
      numeric: true,
      value: (node) => shareAt(answer, node, BEFORE),
      cell: (node) => f.percent(shareAt(answer, node, BEFORE)),
    },
    {
      id: "shareNow",
      title: chain.shareNow,
      numeric: true,
      value: (node) => shareAt(answer, node, at),
      cell: (node) => f.percent(shareAt(answer, node, at)),
    },
    {
      id: "lacking",
      title: chain.lacking,
      numeric: true,
      value: (node) => (node.shortfallShare === null ? null : shortfallAt(node, at)),
      cell: (node) => (node.shortfallShare === null ? "" : f.percent(shortfallAt(node, at))),
    },
  ];
  return (
    <DataTable
      caption={chain.tableTitle}
      captionHidden
      rows={answer.sankey.nodes}
      columns={columns}
      keyOf={(node) => node.id}
    />
  );
}

/** Every place in every month; ids and numbers, no words. */
export function chainCsv(answer: FlowsAnswer) {
  return {
    columns: ["month", "stage", "place", "from scrap", "tonnes", "shortfall share"],
    rows: answer.sankey.nodes.flatMap((node) =>
      [BEFORE, ...answer.months.keys()].map((at) => [
        answer.months[at] ?? "before",
        node.stage,
        node.place,
        String(node.scrap),
        tonnesAt(node, at),
        node.shortfallShare === null ? null : shortfallAt(node, at),
      ]),
    ),
  };
}

/** Every shipment in every month. */
export function flowsCsv(answer: FlowsAnswer) {
  return {
    columns: ["month", "commodity", "from", "to", "around a control", "tonnes"],
    rows: answer.pairs.flatMap((pair) =>
      [BEFORE, ...answer.months.keys()].map((at) => [
        answer.months[at] ?? "before",
        pair.commodity,
        pair.from,
        pair.to,
        String(pair.leaked),
        tonnesAt(pair, at),
      ]),
    ),
  };
}
