import { expect, test } from "vitest";
import { ledgerRow } from "../../src/reading/row.ts";
import { only, read, values } from "./words.ts";

test.each([
  ["China hat die Ausfuhr von Wolfram in die USA untersagt. Das Verbot gilt seit Montag.", "2025-10-27"],
  ["China has barred exports of tungsten to the United States. The ban has been in force since Monday.", "2025-10-27"],
  ["China has barred exports of tungsten to the United States. The rules apply from 1 December.", "2025-12-01"],
  ["中国は米国へのタングステンの輸出を禁止した。規制は12月1日から適用される。", "2025-12-01"],
])("%s: in force from %s", (text, day) => {
  const draft = only(text);
  expect([draft.kind.value, values(draft.actors), values(draft.targets)]).toEqual(["export-ban", ["CHN"], ["USA"]]);
  expect(draft.inForce?.value).toBe(day);
  expect(read(text, "2025-10-28").unplaced).toEqual([]);
});

test("a sentence of something else than the measure gives it no date", () => {
  const { drafts, unplaced } = read(
    "China hat die Ausfuhr von Wolfram untersagt. Das Wetter ist seit Montag schlecht.",
    "2025-10-28",
  );
  expect(drafts.map((d) => d.inForce)).toEqual([null]);
  expect(unplaced.map((u) => u.text)).toEqual(["Montag"]);
});

test("what a draft has no place for is listed with the number of the draft", () => {
  const { drafts, unplaced } = read(
    "In Chile on 3 May 2024 a miner said China banned exports of gallium on 9 October 2025.",
  );
  expect(drafts).toHaveLength(1);
  expect(unplaced.map((u) => u.text)).toEqual(["Chile", "3 May 2024"]);
  expect(unplaced[0]!.why).toContain("part of draft 1");
});

test("the locator of a row names all the places it was read from", () => {
  const text =
    "China bans gallium exports to Japan\n\nTraders were surprised.\n\nChina on Monday banned all exports of gallium to Japan.";
  const { locator } = ledgerRow(only(text), {
    source: "",
    locator: "a.txt",
    isModelled: () => true,
    codeOf: (c) => c,
    taken: new Set(),
  });
  expect(locator).toBe("a.txt, characters 0-35, 62-117");
});
