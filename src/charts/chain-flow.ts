import type { Rehearsal } from "../simulation/result.ts";
import { type Need, TRACED_STAGES, type Traced, type TracedLinks, traceChain } from "./chain-trace.ts";
import { inSentence, type Names } from "./names.ts";
import { type LineRole, outsideRole } from "./panel.ts";

export interface FlowNode {
  readonly id: string;
  readonly stage: number;
  readonly label: string;
  /** the colour its country has in the other charts */
  readonly group: LineRole | "other" | "use";
  readonly share: number;
}

export interface FlowLink {
  readonly from: string;
  readonly to: string;
  readonly tonnes: number;
}

/** Mine → separation (refining) → metal → magnet → use, for what some countries use in the first month; empty stages are left out. */
export interface FlowChart {
  /** who uses it, in words */
  readonly placeName: string;
  /** null: all material; otherwise the element that is followed */
  readonly element: string | null;
  readonly tonnesPerYear: number;
  readonly stages: readonly string[];
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}

const SMALLEST_SHARE = 0.02;

export interface FlowOptions {
  /** model countries whose uses are added up; several are one place, such as the members of a bloc */
  readonly countries: readonly string[];
  /** what they are called together; without it the name of the first */
  readonly placeName?: string;
  /** the country that is marked, such as one that controls its exports or makes most */
  readonly inside: string | null;
  readonly element?: string;
  readonly commodity?: string;
}

/** The chain behind the uses of one or more countries at the first month; null where the run does not say what activities use and make. */
export function chainFlow(rehearsal: Rehearsal, names: Names, options: FlowOptions): FlowChart | null {
  const { countries, inside, element, commodity } = options;
  if (!rehearsal.activities.some((a) => a.entries !== undefined)) return null;
  const needs = needsOf(rehearsal, countries, commodity);
  const traced = traceChain(rehearsal.activities, needs, {
    month: 0,
    ...(element === undefined ? {} : { element }),
  });
  const links = withoutSmallNodes(traced.links);
  const total = links.filter((l) => l.to.startsWith("use|")).reduce((sum, l) => sum + l.tonnes, 0);
  if (!(total > 0)) return null;
  const ids = [...new Set(links.flatMap((l) => [l.from, l.to]))];
  const through = (id: string) =>
    Math.max(
      links.filter((l) => l.from === id).reduce((sum, l) => sum + l.tonnes, 0),
      links.filter((l) => l.to === id).reduce((sum, l) => sum + l.tonnes, 0),
    );
  const groupOf = (place: string) => {
    if (inside !== null && place.startsWith(inside)) return "inside";
    if (countries.length > 1) return countries.some((c) => place.startsWith(c)) ? outsideRole(0) : "other";
    const position = rehearsal.viewpoint.findIndex((c) => place.startsWith(c));
    return position === -1 ? "other" : outsideRole(position);
  };
  const nodes = ids.map((id): FlowNode => {
    const [stage, place] = split(id);
    const isUse = stage === "use";
    return {
      id,
      stage: TRACED_STAGES.indexOf(stage as (typeof TRACED_STAGES)[number]),
      label: place === OTHERS ? (isUse ? "Other uses" : "Others") : isUse ? names.use(place) : placeName(place, names),
      group: isUse ? "use" : groupOf(place),
      share: through(id) / total,
    };
  });
  const present = TRACED_STAGES.map((_, s) => s).filter((s) => nodes.some((n) => n.stage === s));
  const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id, "en");
  return {
    placeName: options.placeName ?? names.country(countries[0]!),
    element: element ?? null,
    tonnesPerYear: total * 12,
    stages: present.map((s) => stageTitle(TRACED_STAGES[s]!, traced, names, commodity)),
    nodes: nodes
      .map((n) => ({ ...n, stage: present.indexOf(n.stage) }))
      .sort((a, b) => a.stage - b.stage || b.share - a.share || byId(a, b)),
    links,
  };
}

const OTHERS = "*";

/** A stage by what is done there in this chain; a by-product's mine by what is mined. */
function stageTitle(
  stage: (typeof TRACED_STAGES)[number],
  { met }: Traced,
  names: Names,
  commodity: string | undefined,
): string {
  const { kinds, commodities } = met.get(stage) ?? { kinds: new Set<string>(), commodities: new Set<string>() };
  if (stage === "use") return "Used in";
  if (stage === "reduce") return "Made into metal";
  if (stage === "press") return "Made into magnets";
  if (stage === "separate") return kinds.has("separate") ? "Separated" : kinds.has("refine") ? "Refined" : "Recycled";
  if (!kinds.has("mine")) return "Collected";
  const [mined, ...more] = commodities;
  const material = commodity?.split("-")[0];
  const isByProduct = mined !== undefined && more.length === 0 && material !== undefined && !mined.includes(material);
  return isByProduct ? `Mined as ${inSentence(names.commodity(mined))}` : "Mined";
}

/** What the countries' uses take of a commodity; of magnets if none is named (uses of oxides would swamp them); else of all. */
function needsOf(rehearsal: Rehearsal, countries: readonly string[], commodity: string | undefined): Need[] {
  const presses = rehearsal.activities.filter((a) => a.kind === "press");
  const magnets = new Set(
    presses.flatMap((a) => (a.entries ?? []).filter((e) => e.coefficient > 0).map((e) => e.commodity)),
  );
  const needs = rehearsal.uses
    .filter((u) => countries.includes(u.country))
    .flatMap((u) =>
      u.applications.flatMap((a) =>
        (a.inputs ?? []).map((input) => ({
          country: u.country,
          use: u.use,
          commodity: input.commodity,
          tonnes: (a.deliveredTonnes[0] ?? 0) * input.tonnesPerTonne,
        })),
      ),
    );
  if (commodity !== undefined) return needs.filter((n) => n.commodity === commodity);
  return magnets.size === 0 ? needs : needs.filter((n) => magnets.has(n.commodity));
}

function split(id: string): [string, string] {
  const at = id.indexOf("|");
  return [id.slice(0, at), id.slice(at + 1)];
}

function placeName(place: string, names: Names): string {
  const [country, ...rest] = place.split(" ");
  return [names.country(country!), ...rest].join(", ");
}

/** Folds the places (and uses) that carry under 2 % into one per stage. */
function withoutSmallNodes(traced: TracedLinks): FlowLink[] {
  const through = new Map<string, number>();
  const add = (id: string, tonnes: number) => through.set(id, (through.get(id) ?? 0) + tonnes);
  for (const l of traced.values()) {
    add(l.from, l.tonnes);
    if (l.to.startsWith("use|")) add(l.to, l.tonnes);
  }
  const byStage = new Map<string, number>();
  for (const [id, tonnes] of through) byStage.set(split(id)[0], (byStage.get(split(id)[0]) ?? 0) + tonnes);
  const folded = (id: string) => {
    const [stage] = split(id);
    return through.get(id)! < SMALLEST_SHARE * byStage.get(stage)! ? `${stage}|${OTHERS}` : id;
  };
  const links = new Map<string, FlowLink>();
  for (const l of traced.values()) {
    const [from, to] = [folded(l.from), folded(l.to)];
    const key = `${from}>${to}`;
    links.set(key, { from, to, tonnes: (links.get(key)?.tonnes ?? 0) + l.tonnes });
  }
  return [...links.values()].sort(
    (a, b) => b.tonnes - a.tonnes || `${a.from}${a.to}`.localeCompare(`${b.from}${b.to}`, "en"),
  );
}
