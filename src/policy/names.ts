import type { Vocabulary } from "../chain/vocabulary.ts";
import { closest, meantInstead } from "../dataset/suggest.ts";
import { PolicyProblem, type Problem } from "./problem.ts";

type Path = readonly (string | number)[];
type NameKind = keyof Vocabulary["names"];
/** The value of a field that holds one name, or a list whose entries have paths of their own. */
type Named = string | readonly string[];

/** Resolves the names in one policy and remembers every one it does not know, so that all are reported together. */
export class NameCheck {
  readonly #vocabulary: Vocabulary;
  readonly #problems: Problem[] = [];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Commodities meant by materials, kept to the stages when given. */
  commodities(materials: Named, stages?: readonly string[], path: Path = ["materials"]): ReadonlySet<string> {
    const known = this.#known("materials", materials, path);
    const stagesKnown = this.#known("stages", stages ?? [], ["stages"]);
    const found = this.#vocabulary.commodities([materials].flat(), stages);
    if (found.size === 0 && known && stagesKnown) {
      const { stages: all } = this.#vocabulary.names;
      const wanted = stages?.join(", ") ?? "any";
      this.add(path, `no commodity of ${[materials].flat().join(", ")} at stage ${wanted}; stages: ${all.join(", ")}`);
    }
    return found;
  }

  /** The one commodity a name means; a material with several stages is a problem that lists them. */
  commodity(name: string, path: Path): string {
    const found = [...this.commodities(name, undefined, path)];
    if (found.length > 1)
      this.add(path, `"${name}" means ${found.length} commodities, expected one; name one of ${found.join(", ")}`);
    return found[0] ?? name;
  }

  /** Model countries meant by one name or by several. */
  countries(named: Named, path: Path): ReadonlySet<string> {
    this.#known("countries", named, path);
    return this.#vocabulary.countries([named].flat());
  }

  /** The one model country a code means. */
  country(name: string, path: Path): string {
    const found = [...this.countries(name, path)];
    if (found.length > 1) this.add(path, `"${name}" means ${found.length} countries, expected one`);
    return found[0] ?? name;
  }

  applications(named: Named, path: Path): ReadonlySet<string> {
    this.#known("uses", named, path);
    return this.#vocabulary.applications([named].flat());
  }

  recipes(named: Named, path: Path): ReadonlySet<string> {
    this.#known("recipes", named, path);
    return new Set([named].flat());
  }

  add(path: Path, message: string): void {
    this.#problems.push({ path, message });
  }

  /** Throws {@link PolicyProblem} with everything found so far; does nothing if all is well. */
  done(): void {
    if (this.#problems.length > 0) throw new PolicyProblem(this.#problems);
  }

  #known(kind: NameKind, named: Named, path: Path): boolean {
    const candidates = this.#vocabulary.names[kind];
    const unknown = [named].flat().flatMap((name, i) => (candidates.includes(name) ? [] : [{ name, i }]));
    for (const { name, i } of unknown)
      this.add(
        typeof named === "string" ? path : [...path, i],
        unknownName(WORD[kind], name, candidates, this.#vocabulary.meant?.(kind, name)),
      );
    return unknown.length === 0;
  }
}

/** What a kind of name is called in a message. */
export const WORD: Record<NameKind, string> = {
  materials: "material",
  stages: "stage",
  countries: "country or bloc",
  uses: "use or application",
  recipes: "recipe",
};

/**
 * `unknown material "dysprosum"; did you mean "dysprosium"?`
 * @param meant what the name stands for, if it is a common word or a symbol
 */
export function unknownName(word: string, name: string, candidates: readonly string[], meant?: string): string {
  if (meant !== undefined) return `unknown ${word} "${name}"; ${meantInstead(meant)}`;
  const [near] = closest(name, candidates);
  const known = candidates.length > 12 ? `${candidates.slice(0, 12).join(", ")}, …` : candidates.join(", ");
  return `unknown ${word} "${name}"; ${near === undefined ? `known: ${known || "none"}` : `did you mean "${near}"?`}`;
}
