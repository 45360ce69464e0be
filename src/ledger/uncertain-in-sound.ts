import { type MapTree, type Path, type Problem, plainOf, positionOf } from "../dataset/index.ts";
import { type Policy, policySchema } from "../policy/kinds/index.ts";
import { type Uncertain, uncertainSchema } from "../simulation/draws/uncertain.ts";
import { uncertainProblems } from "../simulation/draws/uncertain-problems.ts";

/**
 * What the sound uncertain inputs of a scenario say that cannot be drawn, where something else in it is wrong: told in
 * the same go. Targets that are wrong themselves, or that were left out, are not held against an input.
 * @param leftOut ids of events and measures that the tree does not show though the scenario has them
 */
export function uncertainInSound(tree: MapTree, leftOut: ReadonlySet<string>): Problem[] {
  const value = plainOf(tree) as Readonly<Record<string, unknown>>;
  const unsound = new Set(leftOut);
  const sound = <T>(section: unknown, parse: (entry: unknown) => { success: boolean; data?: T }): Record<string, T> => {
    const found: Record<string, T> = {};
    if (typeof section !== "object" || section === null || Array.isArray(section)) return found;
    for (const [id, entry] of Object.entries(section)) {
      const { success, data } = parse(entry);
      if (success) found[id] = data as T;
      else unsound.add(id);
    }
    return found;
  };
  const events = sound<Policy>(value.events, (entry) => policySchema.safeParse(entry));
  const measures = sound<Policy>(value.measures, (entry) => policySchema.safeParse(entry));
  const uncertain = sound<Uncertain>(value.uncertain, (entry) => uncertainSchema.safeParse(entry));
  const nameOf = ([, id, , target]: Path) => {
    const { event, measure } = uncertain[String(id)]!.targets[Number(target)] ?? {};
    return event ?? measure ?? "";
  };
  const scenario = {
    title: "",
    description: "",
    start: "2000-01",
    months: 1,
    viewpoint: [],
    events,
    measures,
    uncertain,
  };
  return uncertainProblems(scenario)
    .filter(({ path }) => !unsound.has(nameOf(path)))
    .map(({ path, message, remedy }) => ({ ...positionOf(tree, path), message, remedy }));
}
