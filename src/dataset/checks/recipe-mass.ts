import type { Problem } from "../problem.ts";
import type { Dataset } from "../schema/index.ts";
import type { RecipeRow } from "../schema/recipes.ts";
import { type Check, groupBy, problemAt } from "./check.ts";

const roundingShare = 0.002;
const oxygenMass = 15.999;

/** Atomic mass (IUPAC 2021), atoms of metal and of oxygen in the oxide as traded. */
const oxideOf: Readonly<Record<string, readonly [number, number, number]>> = {
  lanthanum: [138.905, 2, 3],
  cerium: [140.116, 1, 2],
  ndpr: [143.42, 8, 13], // between Nd2O3 (3 parts) and Pr6O11 (1 part)
  samarium: [150.36, 2, 3],
  europium: [151.964, 2, 3],
  gadolinium: [157.25, 2, 3],
  terbium: [158.925, 4, 7],
  dysprosium: [162.5, 2, 3],
  holmium: [164.93, 2, 3],
  erbium: [167.259, 2, 3],
  ytterbium: [173.045, 2, 3],
  lutetium: [174.967, 2, 3],
  yttrium: [88.906, 2, 3],
};

type Content = ReadonlyMap<string, number>;

export const recipeMass: Check = {
  says: "a recipe's outputs contain no more of an element than its inputs",
  needs: ["commodities", "recipes"],
  run(dataset) {
    const contents = knownContents(dataset);
    return [...groupBy(dataset.recipes, (r) => r.recipe)].flatMap(([, rows]) =>
      rows[0]!.kind === "substitute" ? [] : madeFromNothing(rows, contents),
    );
  },
};

export const recipeLevel: Check = {
  says: "a recipe has one kind and one level commodity, whose own row has ±1",
  needs: ["recipes"],
  run: (dataset) =>
    [...groupBy(dataset.recipes, (r) => r.recipe)].flatMap(([recipe, rows]): Problem[] => {
      const { kind, level } = rows[0]!;
      const odd = rows.find((r) => r.kind !== kind || r.level !== level);
      if (odd)
        return [problemAt(odd, `recipe ${recipe} is ${kind} of ${level} in its first row`, "make all its rows agree")];
      const own = rows.find((r) => r.commodity === level);
      if (own && Math.abs(own.value) === 1) return [];
      const got = own ? `counts ${own.value} ${level}` : `has no row for ${level}`;
      return [
        problemAt(
          own ?? rows[0]!,
          `recipe ${recipe} ${got} per level`,
          `give ${level} a row with 1 (or −1 if it is used)`,
        ),
      ];
    }),
};

/** Tonnes of metal per tonne of commodity, by element: oxides and metals by stoichiometry, magnets and swarf as pressed. */
function knownContents(dataset: Dataset): Map<string, Content> {
  const contents = new Map<string, Content>();
  for (const { id, material, stage } of dataset.commodities) {
    const oxide = oxideOf[material];
    if (!oxide || (stage !== "separation" && stage !== "metal")) continue;
    const [mass, metal, oxygen] = oxide;
    const share = stage === "metal" ? 1 : (metal * mass) / (metal * mass + oxygen * oxygenMass);
    contents.set(id, new Map([[material, share]]));
  }
  for (const [, rows] of groupBy(dataset.recipes, (r) => r.recipe)) {
    const inputs = rows.filter((r) => r.value < 0);
    const outputs = rows.filter((r) => r.value > 0);
    if (rows[0]!.kind !== "press" || inputs.some((r) => !contents.has(r.commodity))) continue;
    const made = outputs.reduce((sum, r) => sum + r.value, 0);
    const alloy = new Map([...total(inputs, contents)].map(([element, tonnes]) => [element, tonnes / made]));
    for (const row of outputs) if (!contents.has(row.commodity)) contents.set(row.commodity, alloy);
  }
  return contents;
}

function madeFromNothing(rows: readonly RecipeRow[], contents: ReadonlyMap<string, Content>): Problem[] {
  const inputs = rows.filter((r) => r.value < 0);
  if (inputs.some((r) => !contents.has(r.commodity))) return [];
  const used = total(inputs, contents);
  const made = total(
    rows.filter((r) => r.value > 0),
    contents,
  );
  return [...made].flatMap(([element, tonnes]) => {
    const available = used.get(element);
    if (available !== undefined && tonnes <= available * (1 + roundingShare)) return [];
    const from = available === undefined ? "none" : `${available.toPrecision(4)} t`;
    const message = `recipe ${rows[0]!.recipe} makes ${tonnes.toPrecision(4)} t of ${element} (as metal) from ${from}`;
    return [problemAt(rows[0]!, message, "use more input or make less; mass cannot be created")];
  });
}

/** Tonnes of each element in some rows of a recipe; commodities of unknown content count for nothing. */
function total(rows: readonly RecipeRow[], contents: ReadonlyMap<string, Content>): Map<string, number> {
  const tonnes = new Map<string, number>();
  for (const row of rows) {
    for (const [element, share] of contents.get(row.commodity) ?? []) {
      const before = tonnes.get(element);
      const more = Math.abs(row.value) * share;
      tonnes.set(element, before === undefined ? more : before + more);
    }
  }
  return tonnes;
}
