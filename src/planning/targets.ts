import { didYouMean, quote } from "../dataset/index.ts";
import type { Policy } from "../policy/kinds/index.ts";
import { sourceName } from "./measure.ts";
import type { Candidate, Future, Target } from "./plan.ts";
import type { TargetFile } from "./plan-schema.ts";
import { baseOutput, plantOutput } from "./plant-output.ts";
import type { CandidateContext, ResolvedCandidate } from "./resolve-candidates.ts";
import { originsOf, stagesOf } from "./supplier-target.ts";
import { yearlyNeedTonnes } from "./yearly-need.ts";

type Context = Pick<CandidateContext, "file" | "dataset" | "vocabulary" | "partners" | "say">;

/** What a target asks for. */
interface Asked {
  readonly share: number;
  readonly by: number;
  readonly source: string;
}

/**
 * Targets as linear rows: what is there in the base year and comes in every future, and what each candidate adds that has
 * begun by the end of the target's year, at full capacity, against a share of the base year's need. A row that is met
 * without any measure is noted.
 */
export function resolveTargets(
  context: Context,
  resolved: readonly ResolvedCandidate[],
  coming: Coming,
  notes: string[],
): Target[] {
  return context.file.targets.flatMap((target, i): Target[] => {
    const asked = askedOf(target, i, context);
    const named = target.capacity ?? target.largestSupplier!;
    const path = ["targets", i, target.capacity ? "capacity" : "largestSupplier"];
    const commodities = [...context.vocabulary.commodities([named.commodity])];
    if (commodities.length !== 1)
      context.say(
        [...path, "commodity"],
        `${quote(named.commodity)} means ${commodities.length} commodities, expected one`,
        didYouMean(
          named.commodity,
          context.dataset.commodities.map((c) => c.id),
        ),
      );
    named.countries.forEach((code, k) => {
      unknownCountry(code, [...path, "countries", k], context);
    });
    if (target.largestSupplier) unknownCountry(target.largestSupplier.supplier, [...path, "supplier"], context);
    if (asked === undefined || commodities.length !== 1) return [];
    const [commodity] = commodities as [string];
    const rows = target.capacity
      ? [{ ...capacityRow(target.capacity, commodity, asked, { ...context, resolved, coming }), of: [] }]
      : supplierRows(target.largestSupplier!, commodity, asked, { ...context, resolved, coming });
    return rows.map(({ of, ...row }): Target => {
      const id = [target.id, ...of].join("-");
      if (row.weights.length === 0 && row.have < row.least)
        context.say(
          ["targets", i],
          `${of.length > 0 ? `${of.join(", ")}: ` : ""}no candidate adds to it, and ${tonnes(row.have)} of ${tonnes(row.least)} are there`,
          "add candidates, or leave the target out",
        );
      if (row.have >= row.least)
        notes.push(
          `target ${id}: already met without any measure (${tonnes(row.have)}, at least ${tonnes(row.least)}), so it asks for nothing`,
        );
      const title = [target.title ?? target.id, ...of].join(", ");
      return { id, title, unit: "t/year", source: asked.source, ...row, place: i };
    });
  });
}

function askedOf(target: TargetFile, i: number, { dataset, say }: Context): Asked | undefined {
  const { term, share, by, source } = target;
  const [agreement, name] = (term ?? "").split(":");
  const row = dataset.agreementTerms.find((t) => t.agreement === agreement && t.term === name);
  if (term !== undefined && (!row || row.value === null || row.unit !== "share")) {
    const known = dataset.agreementTerms.filter((t) => t.unit === "share").map((t) => `${t.agreement}:${t.term}`);
    say(["targets", i, "term"], `no term with a share is called ${quote(term)}`, didYouMean(term, known));
    return undefined;
  }
  const asked = {
    share: share ?? row?.value ?? undefined,
    by: by ?? (row && row.until !== "" ? Number(row.until.slice(0, 4)) : undefined),
    source: source ?? (row ? sourceName(dataset, row) : undefined),
  };
  const missing = Object.entries(asked).flatMap(([key, value]) => (value === undefined ? [key] : []));
  for (const key of missing)
    say(["targets", i], `key "${key}" is missing`, `add ${key}, or take a term of an agreement`);
  return missing.length > 0 ? undefined : (asked as Asked);
}

/** What comes whatever is chosen: events of the futures, and what is decided. */
export interface Coming {
  readonly futures: readonly Future[];
  readonly decided: readonly Candidate[];
}

interface Rows extends Context {
  readonly resolved: readonly ResolvedCandidate[];
  readonly coming: Coming;
}

type Row = Pick<Target, "weights" | "least" | "have">;

function capacityRow(
  { at, countries }: NonNullable<TargetFile["capacity"]>,
  commodity: string,
  { share, by }: Asked,
  { dataset, vocabulary, resolved, coming }: Rows,
): Row {
  const own = vocabulary.countries(countries);
  const made = (policy: Policy): number => {
    const output = plantOutput(policy, commodity, dataset, vocabulary);
    if (output?.stage !== at || !begunBy(policy, by)) return 0;
    return [...output.tonnesByCountry].reduce((sum, [country, t]) => sum + (own.has(country) ? t : 0), 0);
  };
  return {
    weights: weightsOf(resolved, made),
    least: share * yearlyNeedTonnes(dataset, vocabulary, commodity, own),
    have: baseOutput(dataset, vocabulary, commodity, at, own) + comesAnyway(coming, made),
  };
}

/**
 * Rows of a target for the largest supplier: by country (or bloc as written), and by stage where the commodity is used
 * inside others. A plant counts where it stands; one that stands in no partner's country and not at the supplier's counts
 * for the countries of its parties.
 */
function supplierRows(
  { countries, supplier, together }: NonNullable<TargetFile["largestSupplier"]>,
  commodity: string,
  { share, by }: Asked,
  { dataset, vocabulary, partners, resolved, coming }: Rows,
): (Row & { readonly of: readonly string[] })[] {
  const theirs = vocabulary.countries([supplier]);
  const partnerCountries = new Set(partners.flatMap((partner) => partner.countries));
  return (together ? [countries] : countries.map((code) => [code])).flatMap((codes) => {
    const own = vocabulary.countries(codes);
    const { needTonnes, rows } = originsOf(dataset, vocabulary, commodity, own, theirs);
    return rows.map(({ holds, stage, haveTonnes }) => {
      const made = (policy: Policy, here: (country: string) => boolean): number =>
        [...holds].reduce((all, [held, content]) => {
          const output = plantOutput(policy, held, dataset, vocabulary);
          if (!output || !stagesOf(dataset, held).includes(output.stage) || !begunBy(policy, by)) return all;
          return [...output.tonnesByCountry].reduce((sum, [c, t]) => sum + (here(c) ? t * content : 0), all);
        }, 0);
      const weights = resolved.map(({ candidate }) => {
        const ours = partners.some(
          ({ id, countries: theirOwn }) => candidate.parties.includes(id) && theirOwn.some((c) => own.has(c)),
        );
        const here = (c: string) => own.has(c) || (ours && !theirs.has(c) && !partnerCountries.has(c));
        return [candidate.id, made(candidate.policy, here)] as const;
      });
      return {
        of: [...(together || countries.length === 1 ? [] : codes), ...(rows.length > 1 ? [stage] : [])],
        weights: weights.filter(([, weight]) => weight > 0),
        least: (1 - share) * needTonnes,
        have: haveTonnes + comesAnyway(coming, (policy) => made(policy, (c) => own.has(c))),
      };
    });
  });
}

function weightsOf(resolved: readonly ResolvedCandidate[], made: (policy: Policy) => number): Target["weights"] {
  return resolved
    .map(({ candidate }) => [candidate.id, made(candidate.policy)] as const)
    .filter(([, weight]) => weight > 0);
}

/** Plants that are decided or events of every future: what the least of the futures gives of each. */
function comesAnyway({ futures, decided }: Coming, made: (policy: Policy) => number): number {
  const [first, ...others] = futures;
  if (!first) return 0;
  const agreed = decided.reduce((sum, { policy }) => sum + made(policy), 0);
  return Object.entries(first.scenario.events).reduce((sum, [id, policy]) => {
    const elsewhere = others.map(({ scenario }) =>
      Object.hasOwn(scenario.events, id) ? made(scenario.events[id]!) : 0,
    );
    return sum + Math.min(made(policy), ...elsewhere);
  }, agreed);
}

const begunBy = (policy: Policy, year: number) => policy.from <= `${year}-12-31`;
const tonnes = (t: number) => `${Math.round(t)} t/year`;

function unknownCountry(code: string, path: Parameters<Context["say"]>[0], { vocabulary, say }: Context): void {
  const { countries } = vocabulary.names;
  if (!countries.includes(code)) say(path, `unknown country or bloc ${quote(code)}`, didYouMean(code, countries));
}
