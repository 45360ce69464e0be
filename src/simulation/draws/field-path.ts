import { type Policy, policySchema } from "../../policy/kinds/index.ts";

export type FieldPath = readonly (string | number)[];

/** `approvals.0.approvalShare` → ["approvals", 0, "approvalShare"] */
export function fieldPath(text: string): FieldPath {
  return text.split(".").map((step) => (/^(0|[1-9]\d*)$/.test(step) ? Number(step) : step));
}

/** What stands at a path, or undefined; entries of a list are numbers, so that its length is not a field. */
export function fieldAt(value: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((v, step) => {
    if (typeof v !== "object" || v === null || !Object.hasOwn(v, step)) return undefined;
    return Array.isArray(v) && typeof step !== "number" ? undefined : Reflect.get(v, step);
  }, value);
}

/** A copy with another value at a path that exists; what the path does not touch is shared. */
export function withField<T>(value: T, path: FieldPath, field: unknown): T {
  const [step, ...rest] = path;
  if (step === undefined) return field as T;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string | number, unknown>;
  copy[step] = withField(copy[step], rest, field);
  return copy as T;
}

/** The paths of a policy that hold a number, or a date. */
export function drawablePaths(value: unknown, dates: boolean, prefix = ""): string[] {
  if (typeof value === "number") return dates ? [] : [prefix];
  if (typeof value === "string") return dates && isDate(value) ? [prefix] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    drawablePaths(inner, dates, prefix === "" ? key : `${prefix}.${key}`),
  );
}

export function isDate(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

/** Whether the schema of policies takes only whole numbers at a path. */
export function isWholeField(policy: Policy, path: FieldPath): boolean {
  const current = fieldAt(policy, path);
  if (typeof current !== "number" || !Number.isInteger(current)) return false;
  const probe = policySchema.safeParse(withField(policy, path, current + 0.5));
  return (
    !probe.success &&
    probe.error.issues.some((i) => i.code === "invalid_type" && i.expected === "int" && samePath(i.path, path))
  );
}

function samePath(a: readonly PropertyKey[], b: FieldPath): boolean {
  return a.length === b.length && a.every((step, i) => String(step) === String(b[i]));
}

const units: readonly (readonly [RegExp, string])[] = [
  [/share$/i, "share"],
  [/workingDays$/i, "working days"],
  [/months$/i, "months"],
  [/tonnesPerYear$/i, "t/year"],
  [/tonnesPerMonth$/i, "t/month"],
  [/tonnes$/i, "t"],
  [/usdPerTonne$/i, "USD/t"],
];

/** The unit that a field's name says; 1 for factors and multiples. */
export function unitOfField(path: FieldPath): string {
  const name = String(path.findLast((step) => typeof step === "string") ?? "");
  return units.find(([pattern]) => pattern.test(name))?.[1] ?? "1";
}
