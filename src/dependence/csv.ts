import type { Dependence } from "./result.ts";

const HEADER = "series,mineral,stage,form,country,value,unit,years,source,locator,note";

/** Makers, suppliers, uses and indicators as one long table. */
export function dependenceCsv(dependence: Dependence): string {
  const lines = [HEADER];
  const add = (...cells: readonly (string | number | null)[]) =>
    lines.push(cells.map((c) => (c === null ? "" : quoted(String(c)))).join(","));
  for (const { material, world, imports, indicators, uses, gaps } of dependence.materials) {
    for (const { stage, form, cited, makers, othersShare, concentration } of world) {
      const tail = [cited.years, cited.source, cited.locator] as const;
      for (const m of makers) add("maker", material, stage, form, m.country, m.share, "share", ...tail, "");
      if (othersShare > 0) add("maker", material, stage, form, "OTH", othersShare, "share", ...tail, "not named");
      add(
        "hhi",
        material,
        stage,
        form,
        "",
        concentration.hhi.least,
        "0-1",
        ...tail,
        `at most ${concentration.hhi.most}`,
      );
    }
    for (const { stage, form, cited, suppliers, fit, caveat, leftWithoutLargest } of imports) {
      const tail = [cited.years, cited.source, cited.locator] as const;
      const note = [fit, caveat].filter((n) => n !== "").join("; ");
      for (const s of suppliers) add("supplier", material, stage, form, s.country, s.share, "share", ...tail, note);
      add(
        "left without largest",
        material,
        stage,
        form,
        suppliers[0]!.country,
        leftWithoutLargest,
        "share",
        ...tail,
        note,
      );
    }
    for (const i of indicators)
      add(
        "indicator",
        material,
        "",
        `${i.indicator}: ${i.about}`,
        dependence.viewpoint,
        i.value,
        i.unit,
        i.cited.years,
        i.cited.source,
        i.cited.locator,
        i.qualifier,
      );
    for (const u of uses)
      add(
        "use",
        material,
        "",
        u.application,
        "",
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

/** Text that a spreadsheet would take for a formula is kept as text. */
function quoted(text: string): string {
  const safe = /^[=+@]/.test(text) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
