import type { Model } from "../../chain/model.ts";
import { createTracer, type Need, TRACED_STAGES, type TracedLinks } from "../../charts/chain-trace.ts";
import type { ComputedRun } from "../../simulation/rehearse.ts";
import type { ActivitySeries } from "../../simulation/result.ts";
import { activitySeries } from "../../simulation/series.ts";
import type { Sankey, SankeyLink, SankeyNode } from "./asks/flows.ts";
import type { FlowChain } from "./flow-chain.ts";

const SMALLEST_SHARE = 0.02;
const OTHERS = "*";

/** Traces what the viewpoint's uses take of a material back to the ground, for the baseline and every month. */
export function flowSankey(run: ComputedRun, viewpoint: readonly string[], chain: FlowChain): Sankey {
  const activities = withBaseline(run, chain);
  const byElement = tracedMonths(run, viewpoint, chain, activities, chain.own);
  const found = byElement.some((links) => links.size > 0);
  const traced = found ? byElement : tracedMonths(run, viewpoint, chain, activities, undefined);
  const links = foldedLinks(traced);
  return {
    stages: TRACED_STAGES.filter((stage) => links.some((l) => stageOf(l.from) === stage || stageOf(l.to) === stage)),
    nodes: nodesOf(links, useShortfalls(run, viewpoint, chain)),
    links,
    basis: found ? "material" : "product",
  };
}

/** What makes and moves the chain: position 0 is the baseline, t + 1 is month t. */
function withBaseline({ model, trajectory }: ComputedRun, { whole }: FlowChain): ActivitySeries[] {
  const level = [model.baseLevel, ...trajectory.level];
  return activitySeries(model, { ...trajectory, level, rentUsdPerTonne: [] }, whole);
}

function tracedMonths(
  run: ComputedRun,
  viewpoint: readonly string[],
  chain: FlowChain,
  activities: readonly ActivitySeries[],
  commodities: ReadonlySet<string> | undefined,
): TracedLinks[] {
  const levels = [run.model.baseLevel, ...run.trajectory.level];
  const trace = createTracer(activities, commodities ? { commodities } : {});
  return levels.map((level, month) => trace(needsOf(run.model, viewpoint, chain, level), month).links);
}

function needsOf(model: Model, viewpoint: readonly string[], { holding }: FlowChain, level: Float64Array): Need[] {
  return model.applications
    .filter((demand) => viewpoint.includes(demand.country))
    .flatMap((demand) => {
      const delivered = demand.activities.reduce((sum, a) => sum + level[a]!, 0);
      return inputsOf(model, demand.activities[0]!)
        .filter((input) => holding.has(input.commodity))
        .map((input) => ({
          country: demand.country,
          use: demand.use,
          commodity: input.commodity,
          tonnes: delivered * input.tonnesPerTonne,
        }));
    });
}

function inputsOf(model: Model, activity: number): { commodity: string; tonnesPerTonne: number }[] {
  return model.activities[activity]!.entries.flatMap(({ market, coefficient }) => {
    const { commodity, country } = model.markets[market]!;
    return coefficient < 0 && country !== "" ? [{ commodity, tonnesPerTonne: -coefficient }] : [];
  });
}

/** Missing over needed tonnes of what holds the material, by use and month. */
function useShortfalls(
  run: ComputedRun,
  viewpoint: readonly string[],
  { holding }: FlowChain,
): Map<string, Float64Array> {
  const { model, trajectory, months } = run;
  const needed = new Map<string, Float64Array>();
  const missing = new Map<string, Float64Array>();
  const add = (sums: Map<string, Float64Array>, use: string, t: number, tonnes: number) => {
    const sum = sums.get(use) ?? new Float64Array(months.length);
    sums.set(use, sum);
    sum[t]! += tonnes;
  };
  model.applications.forEach((demand, d) => {
    if (!viewpoint.includes(demand.country)) return;
    const share = inputsOf(model, demand.activities[0]!).reduce(
      (sum, i) => sum + (holding.has(i.commodity) ? i.tonnesPerTonne : 0),
      0,
    );
    if (share === 0) return;
    trajectory.level.forEach((level, t) => {
      const need = trajectory.demandTonnes[t]![d]!;
      const delivered = demand.activities.reduce((sum, a) => sum + level[a]!, 0);
      add(needed, demand.use, t, need * share);
      add(missing, demand.use, t, Math.max(0, need - delivered) * share);
    });
  });
  return new Map(
    [...needed].map(([use, sum]) => [use, sum.map((need, t) => (need > 0 ? missing.get(use)![t]! / need : 0))]),
  );
}

/** Links with a value for every month; places that never carry 2 % of their stage are one. */
function foldedLinks(traced: readonly TracedLinks[]): SankeyLink[] {
  const kept = new Set<string>();
  for (const links of traced) {
    const through = throughOf([...links.values()].map(({ from, to, tonnes }) => ({ from, to, tonnes })));
    const byStage = new Map<string, number>();
    for (const [id, tonnes] of through) byStage.set(stageOf(id), (byStage.get(stageOf(id)) ?? 0) + tonnes);
    for (const [id, tonnes] of through) if (tonnes >= SMALLEST_SHARE * byStage.get(stageOf(id))!) kept.add(id);
  }
  const nameOf = (id: string) => (kept.has(id) ? id : `${stageOf(id)}|${OTHERS}`);
  const sums = new Map<string, { from: string; to: string; values: Float64Array }>();
  traced.forEach((links, month) => {
    for (const link of links.values()) {
      const from = nameOf(link.from);
      const to = nameOf(link.to);
      const key = `${from}>${to}`;
      const sum = sums.get(key) ?? { from, to, values: new Float64Array(traced.length) };
      sums.set(key, sum);
      sum.values[month]! += link.tonnes;
    }
  });
  return [...sums.values()]
    .map(({ from, to, values }) => ({ from, to, baselineTonnes: values[0]!, tonnes: values.slice(1) }))
    .sort((a, b) => b.baselineTonnes - a.baselineTonnes || (`${a.from}${a.to}` < `${b.from}${b.to}` ? -1 : 1));
}

/** Tonnes through each node: out of it, or into it where it is a use. */
function throughOf(links: readonly { from: string; to: string; tonnes: number }[]): Map<string, number> {
  const through = new Map<string, number>();
  const add = (id: string, tonnes: number) => through.set(id, (through.get(id) ?? 0) + tonnes);
  for (const { from, to, tonnes } of links) {
    add(from, tonnes);
    if (stageOf(to) === "use") add(to, tonnes);
  }
  return through;
}

function nodesOf(links: readonly SankeyLink[], shortfalls: ReadonlyMap<string, Float64Array>): SankeyNode[] {
  const ids = [...new Set(links.flatMap((l) => [l.from, l.to]))];
  const baseline = throughOf(links.map(({ from, to, baselineTonnes }) => ({ from, to, tonnes: baselineTonnes })));
  const months = links[0]?.tonnes.length ?? 0;
  const byMonth = Array.from({ length: months }, (_, t) =>
    throughOf(links.map(({ from, to, tonnes }) => ({ from, to, tonnes: tonnes[t]! }))),
  );
  return ids
    .map((id): SankeyNode => {
      const stage = stageOf(id);
      const name = id.slice(stage.length + 1);
      const [place = ""] = stage === "use" ? [name] : name.split(" ");
      return {
        id,
        stage,
        place,
        scrap: stage !== "use" && name.endsWith(" scrap"),
        baselineTonnes: baseline.get(id) ?? 0,
        tonnes: Float64Array.from(byMonth, (through) => through.get(id) ?? 0),
        shortfallShare: stage === "use" ? (shortfalls.get(name)?.slice() ?? null) : null,
      };
    })
    .sort(
      (a, b) =>
        TRACED_STAGES.indexOf(a.stage as never) - TRACED_STAGES.indexOf(b.stage as never) ||
        b.baselineTonnes - a.baselineTonnes ||
        (a.id < b.id ? -1 : 1),
    );
}

function stageOf(id: string): string {
  return id.slice(0, id.indexOf("|"));
}
