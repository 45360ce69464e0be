import type { Vocabulary } from "../chain/vocabulary.ts";
import {
  type Dataset,
  didYouMean,
  InputError,
  type MapEntry,
  type MapTree,
  type MeasureRow,
  mergeMaps,
  nodeAt,
  type Position,
  type Problem,
  payersOf,
  quote,
  validateTree,
} from "../dataset/index.ts";
import { type Policy, policySchema } from "../policy/kinds/index.ts";
import { policyNameProblems } from "../policy/name-problems.ts";
import { costsOf, monthNumber, type UsdRange } from "./candidate-costs.ts";
import { firstDay, measureEntry, sourceName } from "./measure.ts";
import type { Candidate, Partner } from "./plan.ts";
import { partnerOf } from "./plan-partners.ts";
import type { CandidateFile, PlanFile } from "./plan-schema.ts";
import type { Say } from "./say.ts";
import { isScalable } from "./scale-policy.ts";

export interface CandidateContext {
  readonly file: PlanFile;
  readonly tree: MapTree;
  readonly dataset: Dataset;
  readonly vocabulary: Vocabulary;
  readonly partners: readonly Partner[];
  readonly say: Say;
  readonly problems: Problem[];
}

/** Whether a measure is to be chosen, or was before the plan: the section of the plan it stands in. */
export type MeasureSection = "candidates" | "decided";
type SectionContext = CandidateContext & { readonly section: MeasureSection };

/** A candidate with what it needs and excludes, as its measure or the plan says. */
export interface ResolvedCandidate {
  readonly candidate: Candidate;
  readonly needs: readonly string[];
  readonly excludes: readonly string[];
  readonly agreement: string;
}

/** What measures.csv says of a candidate, or what stands in its place for one of the plan's own. */
interface Basis {
  readonly row: MeasureRow | undefined;
  readonly fields: CandidateFile;
}

/** Every candidate (or decided measure) that can be made, in the order of the plan; the others are told. */
export function resolveCandidates(
  given: CandidateContext,
  section: MeasureSection = "candidates",
): ResolvedCandidate[] {
  const context: SectionContext = { ...given, section };
  return Object.entries(given.file[section]).flatMap(([id, fields]) => {
    const wanted = fields.measure ?? id;
    const row = context.dataset.measures.find((measure) => measure.id === wanted);
    if (row) return resolved(id, { row, fields }, context);
    const own = fields.measure === undefined && fields.policy !== undefined && "kind" in fields.policy;
    if (own) return resolved(id, { row, fields }, context);
    const path = [section, id, ...(fields.measure === undefined ? [] : ["measure"])];
    const remedy = `${didYouMean(
      wanted,
      context.dataset.measures.map((m) => m.id),
    )}; a candidate of the plan's own has a policy with a kind`;
    context.say(path, `no measure is called ${quote(wanted)}`, remedy);
    return [];
  });
}

function resolved(id: string, basis: Basis, context: SectionContext): ResolvedCandidate[] {
  const { row, fields } = basis;
  const { file, say, dataset, section } = context;
  const path = [section, id];
  const missing = row
    ? []
    : (
        ["title", "parties", "payers", "capital", "publicShare", "start", "leadMonths", "source", "status"] as const
      ).filter((f) => fields[f] === undefined);
  for (const field of missing) say(path, `key "${field}" is missing`, `a candidate of the plan's own needs ${field}`);
  if (missing.length > 0) return [];

  const start = fields.start ?? row!.start.slice(0, 7);
  const waits = row === undefined || row.phase === "planned" || row.phase === "idea";
  const decision = section === "candidates" && waits && start < file.start ? file.start : start;
  if (section === "candidates" && decision < file.start)
    say(
      path,
      `decided in ${decision}, before the plan begins (${file.start}), so it is no choice any more`,
      `list it under "decided", put it among the events, or write start: ${file.start} to ask as if it were open`,
    );
  const from = firstDay(decision, fields.leadMonths ?? row!.leadMonths);
  const policy = policyOf(id, basis, from, context);
  if (policy === undefined) return [];

  const sizing = fields.sizing ?? row?.sizing ?? "on-off";
  const most = fields.most ?? (sizing === "on-off" ? 1 : (row?.most ?? 1));
  if (sizing === "on-off" && most !== 1)
    say([...path, "most"], `got ${most}, expected 1 for on-off`, "make it scalable");
  if (sizing === "scalable" && !isScalable(policy.kind))
    say([...path, "sizing"], `a ${policy.kind} is done wholly or not at all`, "make it on-off");
  const parties = partnersNamed(id, "parties", fields.parties ?? row!.parties, context);
  const payers = payersIn(id, basis, context);
  const publicShare = fields.publicShare ?? row!.publicShare;
  const spending = {
    capitalUsd: scaled(rangeOf(fields.capital, row && [row.capitalLow, row.capital, row.capitalHigh]), publicShare),
    // what a decided measure goes on to cost is owed whatever is chosen, and by contract rather than out of budgets
    runningUsd:
      section === "decided"
        ? { low: 0, central: 0, high: 0 }
        : rangeOf(fields.running, row && [row.runningLow, row.running, row.runningHigh]),
    payers,
    decisionMonth: monthNumber(decision),
    firstMonth: monthNumber(from),
  };
  const { costs, costRangeUsd } = costsOf(spending, { startMonth: monthNumber(file.start), months: file.months });
  const candidate: Candidate = {
    id,
    title: policy.title,
    decision,
    policy,
    sizing,
    most,
    parties,
    costs,
    costRangeUsd,
    delayMonths: fields.delayMonths !== undefined ? fields.delayMonths : delayOf(row),
    source: fields.source ?? sourceName(dataset, row!),
    status: fields.status ?? row!.status,
    note: fields.note ?? row?.note ?? "",
  };
  return [
    {
      candidate,
      needs: fields.needs ?? row?.needs ?? [],
      excludes: fields.excludes ?? row?.excludes ?? [],
      agreement: row?.agreement ?? "",
    },
  ];
}

/** The policy of a measure with the plan's changes laid over, or the plan's own. */
function policyOf(id: string, { row, fields }: Basis, from: string, context: SectionContext): Policy | undefined {
  const { tree, dataset, vocabulary, problems, section } = context;
  const node = nodeAt(tree, [section, id]) as MapTree;
  const own = nodeAt(tree, [section, id, "policy"]);
  const over: MapTree = own?.kind === "map" ? own : { kind: "map", at: node.at, entries: new Map() };
  try {
    const base = row ? measureEntry(dataset, row) : { kind: "map" as const, at: over.at, entries: new Map() };
    const said = Object.fromEntries(
      (["title", "source", "status", "note"] as const).flatMap((f) =>
        fields[f] === undefined ? [] : [[f, fields[f]]],
      ),
    );
    const whole = withFields(
      mergeMaps(base, withFields(over, node.at, said)),
      node.at,
      over.entries.has("from") ? {} : { from },
    );
    return validateTree(whole, policySchema, (value) => policyNameProblems(value, [], vocabulary)).value;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems.map((p) => ({ ...p, message: `${section}.${id}.policy: ${p.message}` })));
    return undefined;
  }
}

function withFields(tree: MapTree, at: Position, fields: Readonly<Record<string, string>>): MapTree {
  const added = Object.entries(fields).map(([key, value]): [string, MapEntry] => [
    key,
    { keyAt: at, value: { kind: "scalar", at, value } },
  ]);
  return { ...tree, entries: new Map([...tree.entries, ...added]) };
}

function payersIn(id: string, { row, fields }: Basis, context: SectionContext): { payer: string; share: number }[] {
  const written = fields.payers
    ? Object.entries(fields.payers).map(([payer, share]) => ({ payer, share }))
    : payersOf(row!.payers);
  const total = written.reduce((sum, { share }) => sum + share, 0);
  if (written.length > 0 && Math.abs(total - 1) > 1e-9)
    context.say([context.section, id, "payers"], `the shares sum to ${total}, expected 1`, "correct one of them");
  const partners = partnersNamed(
    id,
    "payers",
    written.map((w) => w.payer),
    context,
  );
  if (partners.length < written.length) return [];
  const byPartner = new Map<string, number>();
  written.forEach(({ share, payer }) => {
    const { id: partner } = partnerOf(payer, context.partners, context.vocabulary)!;
    byPartner.set(partner, (byPartner.get(partner) ?? 0) + share);
  });
  return [...byPartner].map(([payer, share]) => ({ payer, share }));
}

/** The partners that codes mean, each once; a code that is no partner's is told. */
function partnersNamed(
  id: string,
  field: "parties" | "payers",
  codes: readonly string[],
  context: SectionContext,
): string[] {
  const { partners, vocabulary, say, section } = context;
  const found = codes.map((code) => ({ code, partner: partnerOf(code, partners, vocabulary)?.id }));
  const word = field === "parties" ? "party" : "payer";
  for (const { code, partner } of found)
    if (partner === undefined) {
      const names = partners.map((p) => p.id).join(", ");
      say(
        [section, id, field],
        `${word} ${quote(code)} of ${id} is no partner of the plan`,
        `partners are ${names}; add it, leave ${id} out, or say with ${field}: who else it is`,
      );
    }
  return [...new Set(found.flatMap(({ partner }) => (partner === undefined ? [] : [partner])))];
}

function rangeOf(written: CandidateFile["capital"], figures: readonly number[] | undefined): UsdRange {
  if (typeof written === "number") return { low: written, central: written, high: written };
  if (written !== undefined) return written;
  const [low, central, high] = figures ?? [0, 0, 0];
  return { low: low!, central: central!, high: high! };
}

function scaled({ low, central, high }: UsdRange, factor: number): UsdRange {
  return { low: low * factor, central: central * factor, high: high * factor };
}

function delayOf(row: MeasureRow | undefined): Candidate["delayMonths"] {
  if (!row || row.delayLow === null) return null;
  return { kind: "triangular", low: row.delayLow, mode: row.delayMode!, high: row.delayHigh! };
}
