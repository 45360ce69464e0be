import { didYouMean, InputError } from "../../../dataset/index.ts";
import { viewpointOf } from "../../../simulation/rehearse.ts";
import type { FlowsAnswer, FlowsRequest } from "../asks/flows.ts";
import { flowChain } from "../flow-chain.ts";
import { flowPairs, flowPlaces } from "../flow-map.ts";
import { flowSankey } from "../flow-sankey.ts";
import { runsOf } from "../runs.ts";
import type { EngineState } from "../state.ts";

/**
 * Where a material comes from and goes to in a run: by stage for the viewpoint's uses, and between countries.
 * Errors: InputError for a material nobody knows, or one whose chain the scenario does not open.
 */
export function flows(state: EngineState, { question, measures, material }: FlowsRequest): FlowsAnswer {
  const { read, runs } = runsOf(state, question);
  const run = (measures ? runs.with() : null) ?? runs.without();
  const { bench } = runs;
  const viewpoint = viewpointOf(bench.workbench, read.edited);
  const chain = flowChain(
    run.model,
    ownCommodities(state, material, new Set(run.model.markets.map((m) => m.commodity))),
  );
  const figures = new Map(bench.workbench.reconciliation.adjustments.map((a) => [a.activity, a.figures]));
  const figuresOf = (activity: string) => figures.get(activity) ?? [];
  const { pairs, leftOut } = flowPairs(run, chain.whole, viewpoint, figuresOf);
  return {
    material,
    months: run.months,
    viewpoint,
    sankey: flowSankey(run, viewpoint, chain),
    pairs,
    pairsLeftOut: leftOut,
    places: flowPlaces(run, chain.whole, viewpoint, figuresOf),
    commodities: state.dataset.commodities
      .filter((c) => chain.whole.has(c.id))
      .map((c) => ({ commodity: c.id, stage: c.stage, own: chain.own.has(c.id) })),
  };
}

function ownCommodities({ vocabulary }: EngineState, material: string, open: ReadonlySet<string>): ReadonlySet<string> {
  const meant = vocabulary.commodities([material]);
  const own = new Set([...meant].filter((commodity) => open.has(commodity)));
  if (own.size > 0) return own;
  const { materials } = vocabulary.names;
  const opened = materials.filter((name) => [...vocabulary.commodities([name])].some((c) => open.has(c)));
  const unknown = meant.size === 0;
  throw new InputError([
    {
      file: "material",
      line: 1,
      message: unknown ? `unknown material "${material}"` : `the scenario does not open the chain of ${material}`,
      remedy: unknown
        ? didYouMean(material, materials)
        : `choose a material of its chains, such as ${opened.slice(0, 3).join(", ")}`,
    },
  ]);
}
