import * as z from "zod";
import type { CompileContext, Lever } from "../lever.ts";
import * as demandChange from "./demand-change.ts";
import * as exportBan from "./export-ban.ts";
import * as exportTax from "./export-tax.ts";
import * as facility from "./facility.ts";
import * as importTariff from "./import-tariff.ts";
import * as jointStockpile from "./joint-stockpile.ts";
import * as licence from "./licence.ts";
import * as offtake from "./offtake.ts";
import * as outage from "./outage.ts";
import * as priceFloor from "./price-floor.ts";
import * as publicStockpile from "./public-stockpile.ts";
import * as quota from "./quota.ts";
import * as recycling from "./recycling.ts";
import * as routeClosure from "./route-closure.ts";
import * as substitution from "./substitution.ts";
import * as suspension from "./suspension.ts";

/** Every policy kind by its name in a scenario, with its schema and what it means. */
export const policyKinds = {
  "export-ban": exportBan,
  licence,
  quota,
  "export-tax": exportTax,
  "import-tariff": importTariff,
  suspension,
  outage,
  "route-closure": routeClosure,
  "demand-change": demandChange,
  facility,
  offtake,
  "price-floor": priceFloor,
  "public-stockpile": publicStockpile,
  "joint-stockpile": jointStockpile,
  recycling,
  substitution,
} as const satisfies Record<PolicyKind, { readonly description: string; readonly schema: z.ZodType }>;

/** The YAML form of any policy; its id is its key in the scenario. */
export const policySchema = z.discriminatedUnion("kind", [
  exportBan.schema,
  licence.schema,
  quota.schema,
  exportTax.schema,
  importTariff.schema,
  suspension.schema,
  outage.schema,
  routeClosure.schema,
  demandChange.schema,
  facility.schema,
  offtake.schema,
  priceFloor.schema,
  publicStockpile.schema,
  jointStockpile.schema,
  recycling.schema,
  substitution.schema,
]);

/** A policy as parsed from a scenario. */
export type Policy = z.output<typeof policySchema>;
export type PolicyKind = Policy["kind"];
/** A policy with its key in the scenario. */
export type NamedPolicy = Policy & { readonly id: string };

/** Compiles one policy of any kind into its lever. */
export function compilePolicy(policy: NamedPolicy, context: CompileContext): Lever {
  switch (policy.kind) {
    case "export-ban":
      return exportBan.compile(policy, context);
    case "licence":
      return licence.compile(policy, context);
    case "quota":
      return quota.compile(policy, context);
    case "export-tax":
      return exportTax.compile(policy, context);
    case "import-tariff":
      return importTariff.compile(policy, context);
    case "suspension":
      return suspension.compile(policy, context);
    case "outage":
      return outage.compile(policy, context);
    case "route-closure":
      return routeClosure.compile(policy, context);
    case "demand-change":
      return demandChange.compile(policy, context);
    case "facility":
      return facility.compile(policy, context);
    case "offtake":
      return offtake.compile(policy, context);
    case "price-floor":
      return priceFloor.compile(policy, context);
    case "public-stockpile":
      return publicStockpile.compile(policy, context);
    case "joint-stockpile":
      return jointStockpile.compile(policy, context);
    case "recycling":
      return recycling.compile(policy, context);
    case "substitution":
      return substitution.compile(policy, context);
    default:
      return policy satisfies never;
  }
}

/**
 * When a kind is compiled and when it edits a month: what others refer to or limit comes first. Routes and plants are
 * there before controls look for shipments; bans take the open days of what licences and quotas leave; leaks before
 * closures; promises to ship are made once all limits are known.
 */
export const policyOrder = {
  "demand-change": { compile: 0, adjust: 0 },
  facility: { compile: 1, adjust: 1 },
  recycling: { compile: 1, adjust: 1 },
  substitution: { compile: 1, adjust: 1 },
  "public-stockpile": { compile: 1, adjust: 1 },
  "joint-stockpile": { compile: 1, adjust: 1 },
  offtake: { compile: 2, adjust: 5 },
  "export-ban": { compile: 3, adjust: 3 },
  licence: { compile: 3, adjust: 2 },
  quota: { compile: 3, adjust: 2 },
  "export-tax": { compile: 4, adjust: 4 },
  "import-tariff": { compile: 4, adjust: 4 },
  outage: { compile: 4, adjust: 4 },
  "route-closure": { compile: 4, adjust: 4 },
  "price-floor": { compile: 4, adjust: 4 },
  suspension: { compile: 4, adjust: 4 },
} as const satisfies Record<PolicyKind, { readonly compile: number; readonly adjust: number }>;
