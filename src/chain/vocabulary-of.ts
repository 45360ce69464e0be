import { countryMeant, type Dataset, materialMeant } from "../dataset/index.ts";
import { parameterReader } from "./figures.ts";
import { recipesOf } from "./recipes.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The names of a dataset: materials and groups, stages, countries and blocs, end uses, recipes, parameters. */
export function vocabularyOf(dataset: Dataset): Vocabulary {
  const recipes = recipesOf(dataset);
  const members = membersByGroup(dataset);
  const stages = [...new Set(dataset.commodities.map((c) => c.stage))];
  const modelCountry = new Map(dataset.countries.map((c) => [c.id, c.modelCountry]));
  const inModel = [...new Set(dataset.countries.map((c) => c.modelCountry))].sort();
  const blocs = new Map<string, string[]>();
  for (const row of dataset.blocs) blocs.set(row.bloc, [...(blocs.get(row.bloc) ?? []), row.country]);

  const commoditiesOfName = (name: string, seen: ReadonlySet<string>): string[] => {
    if (seen.has(name)) return [];
    const group = members.get(name);
    if (group) return group.flatMap((member) => commoditiesOfName(member, new Set([...seen, name])));
    return dataset.commodities.filter((c) => c.id === name || c.material === name).map((c) => c.id);
  };
  const stageOf = new Map(dataset.commodities.map((c) => [c.id, c.stage]));

  const applicationsOf = lookedUpOnce(
    (names) =>
      new Set(
        dataset.applications
          .filter((a) => names.includes(a.application) || names.includes(a.use))
          .map((a) => a.application),
      ),
  );

  const materials = [...new Set([...members.keys(), ...dataset.commodities.flatMap((c) => [c.material, c.id])])].sort();

  return {
    commodities: lookedUpOnce(
      (materials, wanted) =>
        new Set(
          materials
            .flatMap((name) => commoditiesOfName(name, new Set()))
            .filter((id) => !wanted || wanted.length === 0 || wanted.includes(stageOf.get(id) ?? "")),
        ),
    ),
    countries: lookedUpOnce(
      (names) =>
        new Set(
          names.flatMap((name) => {
            if (name === "WLD") return inModel;
            if (inModel.includes(name)) return [name];
            const bloc = blocs.get(name);
            // an aggregate such as XEU stands for a bloc member only when most of it is meant, which no bloc row can say
            if (bloc) return [...new Set(bloc.map((c) => modelCountry.get(c) ?? c))];
            return modelCountry.has(name) ? [modelCountry.get(name)!] : [];
          }),
        ),
    ),
    applications: applicationsOf,
    inputs: (uses) => {
      const applications = applicationsOf(uses);
      return new Set(dataset.applicationInputs.filter((i) => applications.has(i.application)).map((i) => i.commodity));
    },
    recipe: (id) => recipes.get(id),
    parameter: parameterReader(dataset),
    meant: (kind, name) =>
      kind === "countries"
        ? countryMeant(dataset, name)
        : kind === "materials"
          ? materialMeant(materials, name)
          : undefined,
    names: {
      materials,
      stages,
      countries: [...new Set([...modelCountry.keys(), ...blocs.keys(), "WLD"])].sort(),
      uses: [...new Set(dataset.applications.flatMap((a) => [a.use, a.application]))].sort(),
      recipes: [...recipes.keys()].sort(),
    },
  };
}

type NamedSet = (names: readonly string[], within?: readonly string[]) => ReadonlySet<string>;

/** The same sets for the same names: a dataset does not change, and every run of a scenario asks the same. */
function lookedUpOnce(find: NamedSet): NamedSet {
  const known = new Map<string, ReadonlySet<string>>();
  return (names, within) => {
    const key = JSON.stringify([names, within]);
    const found = known.get(key) ?? find(names, within);
    known.set(key, found);
    return found;
  };
}

function membersByGroup(dataset: Dataset): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const row of dataset.groups) members.set(row.group, [...(members.get(row.group) ?? []), row.member]);
  return members;
}
