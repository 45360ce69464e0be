import { didYouMean } from "../../dataset/suggest.ts";
import type { Catalogue } from "../data/catalogue.ts";
import type { AddressProblem, AddressReading } from "./read.ts";
import type { Address } from "./schema.ts";

/** Takes back what names nothing in the dataset, saying so. */
export function withKnownNames(
  { address, problems }: AddressReading,
  catalogue: Catalogue,
  base: Address,
): AddressReading {
  const names: Readonly<Record<"for" | "material" | "scenario" | "with" | "commodity" | "plan", readonly string[]>> = {
    for: [...catalogue.countries.filter((c) => c.kind === "country"), ...catalogue.blocs].map((c) => c.id),
    material: catalogue.materials.map((m) => m.id),
    scenario: catalogue.scenarios.map((s) => s.id),
    with: catalogue.scenarios.map((s) => s.id),
    commodity: catalogue.commodities.map((c) => c.id),
    plan: catalogue.plans.map((p) => p.id),
  };
  const found: AddressProblem[] = [];
  const kept: Record<string, unknown> = { ...address };
  for (const [name, known] of Object.entries(names)) {
    const got = address[name as keyof typeof names];
    if (got === undefined || known.includes(got)) continue;
    found.push({ kind: "name", name, got, meant: didYouMean(got, known).match(/"(.+)"/)?.[1] });
    kept[name] = base[name as keyof typeof names];
  }
  return { address: kept as Address, problems: [...problems, ...found] };
}
