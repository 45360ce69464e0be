import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isScalable, scalePolicy, scalings } from "../../src/planning/scale-policy.ts";
import { type Policy, type PolicyKind, policyKinds, policySchema } from "../../src/policy/kinds/index.ts";
import { drawablePaths, fieldAt, fieldPath } from "../../src/simulation/draws/field-path.ts";
import { samples } from "../policy/samples.ts";

const common = { title: "sample", from: "2026-01-01", to: null, source: "test", status: "assumed" };
const policyOf = (kind: PolicyKind, more: object = {}): Policy =>
  policySchema.parse({ ...common, ...samples[kind], ...more });
const kinds = Object.keys(policyKinds) as PolicyKind[];
const scalable = kinds.filter(isScalable);

/** Numbers of a kind that are not its size. */
const kept: Record<PolicyKind, readonly string[]> = {
  "export-ban": [],
  licence: [],
  quota: [],
  "export-tax": [],
  "import-tariff": [],
  suspension: [],
  outage: ["shareOfCapacity"],
  "route-closure": [],
  "demand-change": [],
  facility: ["delayMonths", "rampMonths", "breakEvenPriceFactor"],
  offtake: [],
  "price-floor": [],
  "public-stockpile": ["buildPriceMultiple", "release.priceMultiple"],
  "joint-stockpile": ["buildPriceMultiple", "release.priceMultiple", "sharing"],
  recycling: ["delayMonths", "rampMonths", "breakEvenPriceFactor"],
  substitution: ["reductionShare", "premiumShare", "delayMonths", "rampMonths"],
};

describe("scale-policy", () => {
  test.each(scalable)("every number of the schema of %s is either its size or kept", (kind) => {
    const schema = policyKinds[kind].schema;
    const numbers = numberPaths(JSON.parse(JSON.stringify(schema.toJSONSchema({ io: "output" }))));
    const sizes: readonly string[] = scalings[kind].multiplied;
    expect(sizes.filter((p) => kept[kind].includes(p))).toEqual([]);
    expect([...new Set([...sizes, ...kept[kind]])].sort()).toEqual([...new Set(numbers)].sort());
  });

  test.each(kinds)("%s: 0 is nothing, 1 is the policy itself", (kind) => {
    const policy = policyOf(kind);
    expect(scalePolicy(policy, 0)).toBeNull();
    expect(scalePolicy(policy, 1)).toBe(policy);
    expect(() => scalePolicy(policy, -0.5)).toThrow(/expected 0 or more/);
  });

  test.each(kinds.filter((k) => !isScalable(k)))("%s is done wholly or not at all", (kind) => {
    expect(() => scalePolicy(policyOf(kind), 0.5)).toThrow(/expected 0 or 1: .+/);
  });

  test.each(scalable)("%s: sizes are multiplied, the rest stays, the schema holds", (kind) => {
    const policy = policyOf(kind);
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), (scale) => {
        const scaled = scalePolicy(policy, scale)!;
        expect(policySchema.parse(scaled)).toEqual(scaled);
        const changed = drawablePaths(policy, false).filter((path) => {
          const before = fieldAt(policy, fieldPath(path)) as number;
          const after = fieldAt(scaled, fieldPath(path)) as number;
          const isSize = (scalings[kind].multiplied as readonly string[]).includes(path.replace(/\.\d+\./, ".*."));
          expect(after).toBe(isSize ? scale * before : before);
          return isSize;
        });
        expect(changed.length).toBeGreaterThan(0);
      }),
      { numRuns: 20 },
    );
  });

  test("a share of a whole does not pass 1", () => {
    expect(() => scalePolicy(policyOf("substitution"), 6)).toThrow(/maxShare would be 1\.2.*, expected 1 or less/);
    expect(scalePolicy(policyOf("facility"), 2)).toMatchObject({ capacityTonnesPerYear: 480 });
  });

  test("what a solver leaves of 0 and 1 counts as 0 and 1", () => {
    const floor = policyOf("price-floor");
    expect(scalePolicy(floor, 1 - 1e-9)).toBe(floor);
    expect(scalePolicy(floor, 1e-9)).toBeNull();
  });
});

interface Node {
  readonly type?: string;
  readonly properties?: Record<string, Node>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly additionalProperties?: Node | boolean;
}

function numberPaths(node: Node, path: readonly string[] = []): string[] {
  if (node.type === "number" || node.type === "integer") return [path.join(".")];
  return [
    ...Object.entries(node.properties ?? {}).flatMap(([key, inner]) => numberPaths(inner, [...path, key])),
    ...(node.items ? numberPaths(node.items, [...path, "*"]) : []),
    ...(node.anyOf ?? []).flatMap((inner) => numberPaths(inner, path)),
    ...(typeof node.additionalProperties === "object" ? numberPaths(node.additionalProperties, path) : []),
  ];
}
