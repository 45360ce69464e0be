import { sheetField } from "../dataset/index.ts";
import type { Dependence, ImportSupply, WorldSupply } from "./result.ts";

const HEADER = "series,mineral,stage,form,country,value,unit,years,source,locator,note";

/** Makers, suppliers, uses and indicators as one long table. */
export function dependenceCsv(dependence: Dependence): string {
  const lines = [HEADER];
  const add: Add = (...cells) => lines.push(cells.map(sheetField).join(","));
  for (const { material, world, imports, indicators, usedHere, uses, gaps } of dependence.materials) {
    for (const w of world) addWorld(add, material, w);
    for (const i of imports) addImports(add, material, i);
    for (const i of indicators)
      add(
        "indicator",
        material,
        i.stage ?? "",
        `${i.indicator}: ${i.about}`,
        dependence.viewpoint,
        i.value,
        i.unit,
        i.cited.years,
        i.cited.source,
        i.cited.locator,
        joined(i.qualifier, i.caveat),
      );
    for (const { stage, form, applications, cited } of usedHere)
      for (const a of applications)
        add(
          "use",
          material,
          stage,
          a.application,
          dependence.viewpoint,
          a.share,
          "share",
          cited.years,
          cited.source,
          cited.locator,
          form,
        );
    for (const u of uses)
      add(
        "use",
        material,
        "",
        u.application,
        "EU",
        u.share,
        "share",
        u.cited.years,
        u.cited.source,
        u.cited.locator,
        u.sector,
      );
    for (const gap of gaps) add("gap", material, "", "", dependence.viewpoint, null, "", "", "", "", gap);
  }
  return `${lines.join("\n")}\n`;
}

type Cell = string | number | null;
type Add = (...cells: readonly Cell[]) => void;
const joined = (...notes: readonly string[]) => notes.filter((n) => n !== "").join("; ");

function addWorld(add: Add, material: string, supply: WorldSupply): void {
  const { concentration: c, withheld, makers } = supply;
  const without = withheld.length === 0 ? "" : `without ${withheld.join(", ")}: withheld`;
  const row = rowOf(add, material, supply);
  for (const m of makers) row("maker", m.country, m.share, "share", without);
  addRest(row, "maker", supply, without);
  for (const country of withheld) row("maker", country, null, "share", "withheld");
  row("hhi", "", c.hhi.least, "0-1", joined(`at most ${c.hhi.most}`, without));
  row(
    "governance-weighted hhi",
    "",
    c.governanceWeightedHhi,
    "0-10",
    joined(atMost(c.governanceWeightedHhiMost), without),
  );
  row("dera risk group", "", c.deraRiskGroup, "1-3", joined(atMost(c.deraRiskGroupMost), without));
}

const atMost = (most: number | null) =>
  most === null ? "under nine tenths has a governance estimate" : `at most ${most}`;

function addImports(add: Add, material: string, supply: ImportSupply): void {
  const { fit, caveat, suppliers, importsTonnes, concentration, leftWithoutLargest, leftAtLeast } = supply;
  const note = joined(fit, caveat);
  const row = rowOf(add, material, supply);
  if (importsTonnes !== null) row("imports", "", importsTonnes, "t", note);
  for (const s of suppliers) row("supplier", s.country, s.share, "share", note);
  addRest(row, "supplier", supply, note);
  const bound =
    leftAtLeast === null ? "cannot be told" : leftAtLeast < (leftWithoutLargest ?? 1) ? `at least ${leftAtLeast}` : "";
  const largest = leftAtLeast === null ? "" : (concentration.largest ?? "");
  row("left without largest", largest, leftWithoutLargest, "share", joined(note, bound));
}

type Row = (series: string, country: string, value: number | null, unit: string, note: string) => void;

function rowOf(add: Add, material: string, { stage, form, cited }: WorldSupply | ImportSupply): Row {
  return (series, country, value, unit, note) =>
    add(series, material, stage, form, country, value, unit, cited.years, cited.source, cited.locator, note);
}

/** What no country is named for: groups by their own code, the rest as OTH, bounds as what they are. */
function addRest(
  row: Row,
  series: string,
  { groups, othersShare, under }: WorldSupply | ImportSupply,
  note: string,
): void {
  const rest = othersShare - groups.reduce((sum, g) => sum + g.share, 0);
  for (const g of groups) row(series, g.country, g.share, "share", joined("a group of countries", note));
  if (rest > SMALLEST_REST) row(series, "OTH", rest, "share", joined("not named", note));
  for (const u of under) row(series, u.country, u.share, "share", joined("less than this; part of OTH", note));
}
/** Under this a rest is what rounding leaves of a sum. */
const SMALLEST_REST = 1e-9;
