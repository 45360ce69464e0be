import { expect, test } from "vitest";
import { insideGroups, unlikelyMiners } from "../../src/dependence/remarks.ts";
import type { ImportSupply, WorldSupply } from "../../src/dependence/result.ts";

const place = (id: string, modelCountry = id) => ({
  id,
  iso2: "",
  name: `name of ${id}`,
  kind: "country",
  modelCountry,
});
const countries = [place("CHN"), place("FIN", "XEU"), place("JPN"), place("PRT", "XEU")] as never;
const part = (country: string, share: number) => ({ country, share, tonnes: null });
const world = (source: string, makers: ReturnType<typeof part>[], more: Partial<WorldSupply> = {}) =>
  ({
    stage: "mining",
    makers,
    groups: [],
    under: [],
    withheld: [],
    othersShare: 0,
    cited: { source },
    ...more,
  }) as unknown as WorldSupply;

test("a maker that another figure names is looked for in the groups of this one, unless it is tiny", () => {
  const printed = world("iea", [part("CHN", 0.9), part("FIN", 0.08), part("PRT", 0.002)]);
  const balanced = world("monazite", [part("CHN", 0.9)], { groups: [part("XEU", 0.1)] });
  const elsewhere = world("monazite", [part("CHN", 1)], { stage: "refining", groups: [part("XEU", 0.1)] });
  const [first, second, third] = insideGroups([printed, balanced, elsewhere], countries);
  expect(first!.inGroups).toBeUndefined();
  expect(second!.inGroups).toEqual([{ country: "FIN", group: "XEU" }]);
  expect(third!.inGroups).toEqual([]);
});

test("sourcing at the mine from who mines none is told; of members, unnamed makers and other stages nothing is said", () => {
  const sourcing = (stage = "mining") =>
    ({
      fit: "sourcing",
      stage,
      caveat: "own counts",
      suppliers: ["CHN", "JPN", "PRT"].map((c) => part(c, 0.3)),
    }) as unknown as ImportSupply;
  const told = (makers: readonly WorldSupply[], supply = sourcing()) =>
    unlikelyMiners([supply], makers, { countries, members: new Set(["PRT"]) })[0]!.caveat;
  const printed = world("eu", [part("CHN", 1)]);
  expect(told([printed])).toBe(
    "own counts; no table of makers here names as a miner: name of JPN; who does not mine sends on or refines what others mine",
  );
  expect(told([printed], sourcing("refining"))).toBe("own counts");
  expect(told([world("eu", [part("CHN", 0.9)], { othersShare: 0.1 })])).toBe("own counts");
  expect(told([world("monazite", [part("CHN", 1)])])).toBe("own counts");
  expect(told([printed, world("usgs", [part("JPN", 1)])])).toBe("own counts");
});
