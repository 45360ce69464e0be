import { circles, type Dataset, didYouMean, quote } from "../dataset/index.ts";
import type { Agreement, Budget, Partner, Requirement } from "./plan.ts";
import { partnerOf } from "./plan-partners.ts";
import type { CandidateContext, ResolvedCandidate } from "./resolve-candidates.ts";
import type { Say } from "./say.ts";

type Rules = Pick<CandidateContext, "file" | "dataset" | "vocabulary" | "partners" | "say">;

export function resolveBudgets({ file, partners, vocabulary, say }: Rules): Budget[] {
  return file.budgets.flatMap(({ partner, from, to, usd }, i): Budget[] => {
    const payer = partnerOf(partner, partners, vocabulary)?.id;
    if (payer === undefined)
      say(["budgets", i, "partner"], `unknown partner ${quote(partner)}`, didYouMean(partner, idsOf(partners)));
    if (to < from) say(["budgets", i, "to"], `got ${to}, expected ${from} or later`, "correct one of the years");
    const [startYear, startMonth] = file.start.split("-").map(Number) as [number, number];
    const endYear = startYear + Math.floor((startMonth - 1 + file.months - 1) / 12);
    if (to >= from && (to < startYear || from > endYear))
      say(
        ["budgets", i],
        `${from} to ${to} lies outside the plan (${startYear} to ${endYear}), so it limits nothing`,
        "correct its years, or leave it out",
      );
    return payer === undefined ? [] : [{ payer, fromYear: from, toYear: to, mostUsd: usd }];
  });
}

/** Needs of the candidates and of the plan; needs that are no candidates, and circles, are told. */
export function resolveRequires({ file, say }: Rules, resolved: readonly ResolvedCandidate[]): Requirement[] {
  const ids = Object.keys(file.candidates);
  const own = resolved.flatMap(({ candidate: { id }, needs }): Requirement[] => {
    const absent = needs.filter((need) => !ids.includes(need) && !Object.hasOwn(file.decided, need));
    const path = ["candidates", id, "needs"];
    for (const need of absent)
      say(
        path,
        `${id} needs ${quote(need)}, which is no candidate`,
        `add it, or write needs: of ${id} without it where it is there anyway`,
      );
    const present = needs.filter((need) => ids.includes(need));
    return present.length === 0 ? [] : [{ candidate: id, needs: present }];
  });
  const written = file.requires.map(({ candidate, needs, any }, i): Requirement => {
    known([candidate], ids, ["requires", i, "candidate"], say);
    known(needs, ids, ["requires", i, "needs"], say);
    return { candidate, needs, ...(any === undefined ? {} : { any }) };
  });
  const all = [...own, ...written];
  const graph = new Map(ids.map((id): [string, string[]] => [id, []]));
  // one of several needs is enough: that circle is closed only if it is closed by each of them, so it is no error here
  for (const { candidate, needs, any } of all) if (!any || needs.length === 1) graph.get(candidate)?.push(...needs);
  for (const circle of circles(graph)) {
    const at = file.requires.findIndex(({ candidate }) => circle.includes(candidate));
    const path = at >= 0 ? ["requires", at] : ["candidates", circle[0]!, "needs"];
    say(
      path,
      `candidates need each other in a circle: ${[...circle, circle[0]].join(" → ")}`,
      "remove one of these needs",
    );
  }
  return all;
}

/** Sets of which at most one is chosen: the plan's, and pairs of candidates of which one excludes the other. */
export function resolveExcludes({ file, say }: Rules, resolved: readonly ResolvedCandidate[]): string[][] {
  const ids = Object.keys(file.candidates);
  const own = resolved.flatMap(({ candidate: { id }, excludes }) => {
    for (const other of excludes.filter((one) => Object.hasOwn(file.decided, one)))
      say(["candidates", id], `it stands in the place of ${other}, which is decided`, "leave it out");
    const written = file.candidates[id]!.excludes;
    if (written) known(written, ids, ["candidates", id, "excludes"], say);
    return excludes.filter((other) => ids.includes(other)).map((other) => [id, other].sort());
  });
  file.excludes.forEach((set, i) => {
    known(set, ids, ["excludes", i], say);
  });
  const all = [...own, ...file.excludes.map((set) => [...set])];
  return [...new Map(all.map((set) => [set.join(" "), set])).values()];
}

/** Agreements with the candidates of the plan that belong to them. */
export function resolveAgreements(rules: Rules, resolved: readonly ResolvedCandidate[]): Agreement[] {
  const { file, dataset, partners, vocabulary, say } = rules;
  const ids = Object.keys(file.candidates);
  const belonging = (id: string) => resolved.filter((r) => r.agreement === id).map((r) => r.candidate.id);
  const fromData = (id: string): Agreement => {
    const row = dataset.agreements.find((agreement) => agreement.id === id)!;
    const parties = row.parties.flatMap((code) => partnerOf(code, partners, vocabulary)?.id ?? []);
    const terms = dataset.agreementTerms.filter((term) => term.agreement === id).map(termWords);
    const { title, source, status } = row;
    return { id, title, parties: [...new Set(parties)], candidates: belonging(id), source, status, terms };
  };
  const wanted = file.agreements ?? dataset.agreements.map(({ id }) => id).filter((id) => belonging(id).length > 0);
  return wanted.flatMap((one, i): Agreement[] => {
    if (typeof one !== "string") {
      known(one.candidates, ids, ["agreements", i, "candidates"], say);
      known(one.parties, idsOf(partners), ["agreements", i, "parties"], say, "partner");
      const { terms, ...rest } = one;
      return [{ ...rest, ...(terms === undefined ? {} : { terms }) }];
    }
    const all = dataset.agreements.map(({ id }) => id);
    if (!all.includes(one)) {
      say(["agreements", i], `no agreement is called ${quote(one)}`, didYouMean(one, all));
      return [];
    }
    if (belonging(one).length === 0)
      say(["agreements", i], `no candidate of the plan belongs to ${one}`, "add one, or leave the agreement out");
    return [fromData(one)];
  });
}

/** A term in words; one that neither is a target nor acts through a measure is marked. */
function termWords({ term, kind, acts, text, value, unit, until }: Dataset["agreementTerms"][number]): string {
  const figure = value === null ? "" : `: ${value} ${unit}`.trimEnd();
  return `${term}${figure}${until === "" ? "" : ` by ${until}`} (${text}${kind === "target" || acts.length > 0 ? "" : "; not modelled"})`;
}

function known(
  names: readonly string[],
  ids: readonly string[],
  path: Parameters<Say>[0],
  say: Say,
  word = "candidate",
): void {
  for (const name of names) if (!ids.includes(name)) say(path, `unknown ${word} ${quote(name)}`, didYouMean(name, ids));
}

const idsOf = (partners: readonly Partner[]) => partners.map(({ id }) => id);
