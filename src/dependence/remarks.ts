import type { Dataset } from "../dataset/index.ts";
import type { ImportSupply, InGroup, WorldSupply } from "./result.ts";

/** Who makes less than this is not looked for in an aggregate, nor among the unnamed. */
const LEAST_NAMED_SHARE = 0.01;

type Countries = Pick<Dataset, "countries">["countries"];

/**
 * Makers that another figure of the same stage names and this one has only inside an aggregate of the model, such as
 * Finland's cobalt in the EU's other members.
 */
export function insideGroups(world: readonly WorldSupply[], countries: Countries): WorldSupply[] {
  const home = new Map(countries.map((c) => [c.id as string, c.modelCountry as string]));
  return world.map((supply) => {
    const groups = new Set(supply.groups.map((g) => g.country));
    if (groups.size === 0) return supply;
    const elsewhere = world
      .filter((w) => w.stage === supply.stage && w !== supply)
      .flatMap((w) => w.makers.filter((m) => m.share >= LEAST_NAMED_SHARE));
    const inGroups = [...new Set(elsewhere.map((m) => m.country))].flatMap((country): InGroup[] => {
      const group = home.get(country);
      return group !== undefined && group !== country && groups.has(group) ? [{ country, group }] : [];
    });
    return { ...supply, inGroups };
  });
}

/**
 * Sourcing at the mine that names a country no table of makers has mining any: most likely what it sends on or refines.
 * Nothing is said where every table of a publisher leaves more than a little unnamed: it may be there; nor of members.
 */
export function unlikelyMiners(
  imports: readonly ImportSupply[],
  world: readonly WorldSupply[],
  { countries, members }: { readonly countries: Countries; readonly members: ReadonlySet<string> },
): ImportSupply[] {
  const mined = world.filter((w) => w.stage === MINING);
  if (!mined.some((w) => w.cited.source !== "monazite" && w.othersShare < LEAST_NAMED_SHARE)) return [...imports];
  const homes = new Map(countries.map((c) => [c.id as string, c.modelCountry as string]));
  const makers = new Set(mined.flatMap((w) => [...w.makers, ...w.under, ...w.groups].map((m) => m.country)));
  for (const withheld of mined.flatMap((w) => w.withheld)) makers.add(withheld);
  const nameOf = (id: string) => countries.find((c) => c.id === id)?.name ?? id;
  return imports.map((supply) => {
    if (supply.fit !== "sourcing" || supply.stage !== MINING) return supply;
    const odd = supply.suppliers
      .map((s) => s.country)
      .filter((c) => !members.has(c) && !makers.has(c) && !makers.has(homes.get(c) ?? c));
    if (odd.length === 0) return supply;
    const names = odd.map(nameOf).join(", ");
    const note = `no table of makers here names as a miner: ${names}; who does not mine sends on or refines what others mine`;
    return { ...supply, caveat: supply.caveat === "" ? note : `${supply.caveat}; ${note}` };
  });
}

const MINING = "mining";
