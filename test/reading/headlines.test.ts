import { expect, test } from "vitest";
import { only, read, values } from "./words.ts";

test.each([
  "Fire at Norilsk halts nickel output\n\nA fire at the Norilsk plant in Russia on Monday halted nickel output.",
  "China verbietet Gallium-Exporte nach Japan\n\nPeking hat am Montag die Ausfuhr von Gallium nach Japan untersagt.",
  "China curbs gallium exports\n\nChina will require export licences for gallium from 1 December, it said on Monday.",
  "中国、ガリウム輸出を規制\n\n中国商務省は27日、ガリウムの輸出に許可を義務付けると発表した。",
])("%s: the headline and its sentence are one", (text) => {
  const draft = only(text);
  expect(draft.statements).toHaveLength(2);
  expect(draft.date?.value).toBe("2025-10-27");
});

test("a headline that only announces is planned where the sentence says so", () => {
  const { modality, inForce } = only(
    "China curbs gallium exports\n\nChina will require export licences for gallium from 1 December, it said on Monday.",
  );
  expect([modality.value, inForce?.value]).toEqual(["planned", "2025-12-01"]);
});

test.each([
  "China curbs gallium exports\n\nChina will require export licences for germanium from 1 December.",
  "China curbs gallium exports\n\nChina denied on Monday that it had curbed exports of gallium.",
  "China curbs gallium exports to Japan\n\nChina will curb gallium exports to India.",
])("%s: two events", (text) => expect(read(text, "2025-10-28").drafts).toHaveLength(2));

test.each([
  ["Indonesia plans a new rule for nickel ore. Exporters need a permit from 1 January 2026.", "IDN", "nickel"],
  ["Indonesien hat neue Regeln für Nickelerz vorgestellt. Exporteure brauchen eine Genehmigung.", "IDN", "nickel"],
  ["インドネシアはニッケル鉱石の新制度を発表した。輸出業者は許可を得る必要がある。", "IDN", "nickel"],
  ["China announced new rules for gallium. They require a licence for exports.", "CHN", "gallium"],
])("%s: who acts stands in the sentence before", (text, actor, material) => {
  const draft = only(text);
  expect([values(draft.actors), values(draft.materials)]).toEqual([[actor], [material]]);
  expect(draft.actors[0]!.confidence).toBeLessThan(0.7);
  expect(draft.notes).toContain("who acts is taken from the statement before it");
  expect(read(text, "2025-10-28").unplaced).toEqual([]);
});

test("'nach Japan untersagt' says whither, 'nach dem Verbot' when", () => {
  expect(only("Peking hat die Ausfuhr von Gallium nach Japan untersagt.").kind.value).toBe("export-ban");
  const { drafts } = read("Nach Chinas Verbot für Gallium stiegen die Preise um 5 Prozent.", "2025-10-28");
  expect(drafts.filter((d) => d.kind.value === "export-ban")).toEqual([]);
});
