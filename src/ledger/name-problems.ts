import type { Vocabulary } from "../chain/vocabulary.ts";
import { type NameProblem, policyNameProblems, unknownNames } from "../policy/name-problems.ts";

/**
 * Unknown names in a scenario as it is written, whether or not it fits the schema, so that both kinds of mistakes are told
 * in one go. Parts that have another shape than names are left to the schema.
 */
export function nameProblems(scenario: unknown, vocabulary: Vocabulary): NameProblem[] {
  if (!isMap(scenario)) return [];
  const { viewpoint, chains } = scenario;
  return [
    ...(Array.isArray(viewpoint) ? unknownNames("countries", viewpoint, ["viewpoint"], vocabulary, "country") : []),
    ...(Array.isArray(chains) ? unknownNames("materials", chains, ["chains"], vocabulary, "material") : []),
    ...["events", "measures"].flatMap((section) => {
      const entries = scenario[section];
      if (!isMap(entries)) return [];
      return Object.entries(entries).flatMap(([id, entry]) => policyNameProblems(entry, [section, id], vocabulary));
    }),
  ];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
