import { type MapTree, plainOf } from "../dataset/index.ts";
import { type PlanFile, planFileSchema } from "./plan-schema.ts";

type Plain = Record<string, unknown>;

/** Stands in for what a plan leaves out or writes wrongly, while the rest of it is looked at; never solved. */
const standIn: Plain = {
  title: "plan",
  description: "",
  start: "2026-10",
  months: 12,
  candidates: {},
  budgets: [],
  objective: { tailWeight: 0, tailShare: 1, discountPerYear: 0 },
  seed: 0,
};

/** Sections without which nothing else can be judged. */
const needed = ["partners", "scenarios"];

/**
 * What can still be looked at of a plan that does not fit its schema, so that all of its problems are told at once: wrong
 * entries of candidates and budgets are taken out, other sections are replaced. Undefined where too little is right.
 */
export function partlyRight(tree: MapTree): PlanFile | undefined {
  const value = plainOf(tree) as Plain;
  const result = planFileSchema.safeParse(value);
  if (result.success) return result.data;
  const kept: Plain = { ...value };
  for (const { path, ...issue } of result.error.issues) {
    const section = path[0];
    if (section === undefined) {
      if (issue.code === "unrecognized_keys") for (const key of issue.keys) delete kept[key];
      continue;
    }
    if (needed.includes(String(section))) return undefined;
    const entries = kept[String(section)];
    if (section === "candidates" && isMap(entries) && path.length > 1) kept.candidates = without(entries, path[1]!);
    else if (section === "budgets" && Array.isArray(entries)) kept.budgets = [];
    else if (Object.hasOwn(standIn, String(section))) kept[String(section)] = standIn[String(section)];
    else delete kept[String(section)];
  }
  kept.calendar = "plan"; // months may be a stand-in
  const again = planFileSchema.safeParse(kept);
  return again.success ? again.data : undefined;
}

function without(entries: Plain, id: PropertyKey): Plain {
  return Object.fromEntries(Object.entries(entries).filter(([key]) => key !== id));
}

function isMap(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
