import { describe, expect, test } from "vitest";
import { only, read, values } from "./words.ts";

const DATE = "2025-11-10";

describe("one subject does two things", () => {
  test.each([
    [
      "China fürchtet um Seltene Erden. Am 9. Oktober verschärfte Peking die Kontrollen und setzte sie nach dem Treffen von Trump und Xi am 30. Oktober für ein Jahr aus.",
      ["licence 2025-10-09 ", "suspension 2025-10-30 2026-10-29"],
    ],
    [
      "Beijing tightened its export controls on 9 October and suspended them for a year after Trump met Xi on 30 October.",
      ["licence 2025-10-09 ", "suspension 2025-10-30 2026-10-29"],
    ],
    [
      "China banned exports of antimony in December 2024 and later suspended the ban until 27 November 2026.",
      ["export-ban 2024-12 ", "suspension  2026-11-27"],
    ],
    [
      "India suspended exports of rare earths in June 2025 and resumed them in August 2025.",
      ["export-ban 2025-06 ", "suspension 2025-08 "],
    ],
  ])("%s", (text, wanted) => {
    const { drafts, unplaced } = read(text, DATE);
    expect(drafts.map((d) => `${d.kind.value} ${d.date?.value ?? ""} ${d.ends?.value ?? ""}`)).toEqual(wanted);
    expect(new Set(drafts.flatMap((d) => values(d.actors))).size).toBe(1);
    expect(unplaced.filter((u) => u.what === "country" && /Trump|Xi/.test(u.text))).toEqual([]);
  });

  test("whoever only met before it does not act, and is named in a note", () => {
    const { drafts } = read("Beijing suspended its export controls after Trump met Xi on 30 October.", DATE);
    expect(drafts.map((d) => values(d.actors))).toEqual([["CHN"]]);
    expect(drafts[0]!.notes.join()).toContain("after a meeting of USA, CHN: see whether");
  });

  test("controls of nothing that is named, in an article without materials, are of another ledger", () => {
    expect(read("London tightened controls at the border.", DATE).drafts).toEqual([]);
    const { drafts } = read("Rare earths are scarce. London tightened controls in May.", DATE);
    expect(drafts.map((d) => d.kind.value)).toEqual(["context", "licence"]);
  });
});

describe("what is denied of one verb is not denied of the next", () => {
  test.each([
    ["Malaysia does not export raw rare earths and banned such shipments on January 1, 2024.", "stated", "rare-earths"],
    ["Indonesia does not mine lithium but banned exports of nickel ore in 2020.", "stated", "nickel"],
    [
      "Malaysia exportiert keine rohen Seltenen Erden und verbot solche Ausfuhren am 1. Januar 2024.",
      "stated",
      "rare-earths",
    ],
    ["China has not banned or restricted exports of gallium.", "denied", "gallium"],
    ["China did not ban exports of gallium and germanium.", "denied", "gallium germanium"],
    ["China hat keine Ausfuhren von Gallium und Germanium verboten.", "denied", "gallium germanium"],
  ])("%s: %s", (text, modality, materials) => {
    const draft = only(text, DATE);
    expect([draft.kind.value, draft.modality.value, values(draft.materials).join(" ")]).toEqual([
      "export-ban",
      modality,
      materials,
    ]);
  });
});
