import type { Vocabulary } from "../../chain/vocabulary.ts";
import { plusDays, plusMonths } from "../../policy/calendar.ts";
import type { Policy } from "../../policy/kinds/index.ts";
import { namedCommodities, scenarioChains } from "../../simulation/chains.ts";
import type { Scenario } from "../../simulation/scenario.ts";
import type { ScenarioEdits } from "./asks/simulate.ts";
import { withoutEntries, withoutTargets } from "./scenario-parts.ts";

/** What edits are read with. */
export interface EditContext {
  readonly vocabulary: Vocabulary;
  /** end uses of data/applications.csv */
  readonly uses: readonly string[];
  /** the policy an event of the ledger becomes; InputError for one that is none */
  readonly ledger: (id: string) => Policy;
}

/**
 * A scenario as sliders, switches and forms change it, in this order; what is absent stays as written:
 * - `off`: the events and measures of these ids are taken out, with what speaks of them (suspensions, floors, outages).
 * - `add`, `events`: events of the ledger and hypothetical ones come in, under their ids.
 * - `approval`: every `approvals[].approvalShare` of a licence that refuses anybody becomes this share.
 * - `delay`: `processingWorkingDays` of such a licence becomes this, now and for all entries of `approvals`.
 * - `duration`: `to` of licences, quotas, bans and export taxes becomes `from` plus this many months.
 * - `late`: plants, recycling, substitution and all measures: every date but `announced` moves by this many months.
 * - `cover`: `stockCoverFactor`.
 * - `growth`: an event `demand-growth` for every use in all countries from the first month on.
 *
 * Uncertain inputs lose the fields that an edit fixes (`duration`: both ends of a control). The chains stay those of the scenario as written, with those that
 * come in, so that switching an event off does not change what else there is.
 */
export function editScenario(scenario: Scenario, edits: ScenarioEdits, context: EditContext): Scenario {
  const steps: ((s: Scenario) => Scenario)[] = [];
  const { off = [], add = [], events = {}, approval, delay, duration, late, cover, growth } = edits;
  if (off.length > 0) steps.push((s) => withoutEntries(s, new Set(off)));
  for (const id of add) steps.push((s) => withEvent(s, id, context.ledger(id)));
  for (const [id, policy] of Object.entries(events)) steps.push((s) => withEvent(s, id, policy));
  if (approval !== undefined) steps.push((s) => withApproval(s, approval));
  if (delay !== undefined) steps.push((s) => withProcessing(s, delay));
  if (duration !== undefined) steps.push((s) => withDuration(s, duration));
  if (late !== undefined && late !== 0) steps.push((s) => later(s, late));
  if (cover !== undefined) steps.push((s) => ({ ...s, stockCoverFactor: cover }));
  if (growth !== undefined && growth !== 0) steps.push((s) => withGrowth(s, growth, context.uses));
  if (steps.length === 0) return scenario;
  const edited = steps.reduce((s, step) => step(s), scenario);
  const changed = off.length > 0 || add.length > 0 || Object.keys(events).length > 0 || growth !== undefined;
  return changed ? withChains(edited, chainsOf(scenario, edited, context.vocabulary), context.vocabulary) : edited;
}

/** A licence that refuses anybody; one that approves everything only bars end uses. */
export function holdsBack(policy: Policy): policy is Extract<Policy, { kind: "licence" }> {
  return policy.kind === "licence" && policy.approvals.some((a) => a.approvalShare < 1);
}

type Control = Extract<Policy, { kind: "licence" | "quota" | "export-ban" | "export-tax" }>;

export function isControl(policy: Policy): policy is Control {
  return ["licence", "quota", "export-ban", "export-tax"].includes(policy.kind);
}

/** Something that is built: it can come late. */
export function isBuilt(policy: Policy): boolean {
  return ["facility", "recycling", "substitution"].includes(policy.kind);
}

type Events = Scenario["events"];

function mapped(policies: Events, change: (policy: Policy) => Policy): Events {
  return Object.fromEntries(Object.entries(policies).map(([id, policy]) => [id, change(policy)]));
}

function withEvent(scenario: Scenario, id: string, policy: Policy): Scenario {
  return { ...scenario, events: { ...scenario.events, [id]: policy } };
}

function withApproval(scenario: Scenario, approvalShare: number): Scenario {
  const events = mapped(scenario.events, (policy) =>
    holdsBack(policy) ? { ...policy, approvals: policy.approvals.map((a) => ({ ...a, approvalShare })) } : policy,
  );
  return withoutTargets({ ...scenario, events }, (event, field) =>
    event !== undefined && holdsBack(event) ? /^approvals\.\d+\.approvalShare$/.test(field) : false,
  );
}

function withProcessing(scenario: Scenario, processingWorkingDays: number): Scenario {
  const events = mapped(scenario.events, (policy) => {
    if (!holdsBack(policy)) return policy;
    const approvals = policy.approvals.map(({ processingWorkingDays: _, ...rest }) => rest);
    return { ...policy, processingWorkingDays, approvals };
  });
  return withoutTargets({ ...scenario, events }, (event, field) =>
    event !== undefined && holdsBack(event) ? field.endsWith("processingWorkingDays") : false,
  );
}

function withDuration(scenario: Scenario, months: number): Scenario {
  const events = mapped(scenario.events, (policy) =>
    isControl(policy) ? { ...policy, to: plusDays(plusMonths(policy.from, months), -1) } : policy,
  );
  return withoutTargets({ ...scenario, events }, (event, field) =>
    event !== undefined && isControl(event) ? field === "to" || field === "from" : false,
  );
}

const proseKeys = new Set(["announced", "title", "note", "source"]);

/** A policy with every date in it so many months later, but for the day it became known. */
function shifted<T>(value: T, months: number): T {
  if (typeof value === "string") return (/^\d{4}-\d\d-\d\d$/.test(value) ? plusMonths(value, months) : value) as T;
  if (Array.isArray(value)) return value.map((entry) => shifted(entry, months)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, proseKeys.has(key) ? inner : shifted(inner, months)]),
  ) as T;
}

function later(scenario: Scenario, months: number): Scenario {
  return {
    ...scenario,
    events: mapped(scenario.events, (policy) => (isBuilt(policy) ? shifted(policy, months) : policy)),
    measures: mapped(scenario.measures, (policy) => shifted(policy, months)),
  };
}

export const GROWTH_EVENT = "demand-growth";

function withGrowth(scenario: Scenario, growthSharePerYear: number, uses: readonly string[]): Scenario {
  const taken = (id: string) => Object.hasOwn(scenario.events, id) || Object.hasOwn(scenario.measures, id);
  let id = GROWTH_EVENT;
  for (let n = 2; taken(id); n++) id = `${GROWTH_EVENT}-${n}`;
  return withEvent(scenario, id, {
    kind: "demand-change",
    title: "Demand of every use",
    from: `${scenario.start}-01`,
    to: null,
    uses: [...uses],
    countries: ["WLD"],
    growthSharePerYear,
    source: "hypothetical",
    status: "assumed",
  });
}

/** The chains of the scenario as written and of what came in; null = all, because something concerns everything. */
function chainsOf(written: Scenario, edited: Scenario, vocabulary: Vocabulary): ReadonlySet<string> | null {
  const own = scenarioChains(written, vocabulary);
  if (own.size === 0) return null;
  const fresh = Object.entries(edited.events).filter(
    ([id, policy]) => written.events[id] === undefined && policy.kind !== "demand-change",
  );
  const more = namedCommodities(
    fresh.map(([, policy]) => policy),
    vocabulary,
  );
  return more === null ? null : new Set([...own, ...more]);
}

function withChains(scenario: Scenario, chains: ReadonlySet<string> | null, vocabulary: Vocabulary): Scenario {
  const { chains: _, ...rest } = scenario;
  const all = chains ?? vocabulary.commodities(vocabulary.names.materials);
  return { ...rest, chains: [...all].sort() };
}
