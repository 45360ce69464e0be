import { expect, test } from "vitest";
import { only, read, values } from "./words.ts";

test.each([
  "Indonesien verbietet die Ausfuhr von Nickelerz. Betroffen sind vor allem China und Südkorea.",
  "Indonesia bans exports of nickel ore. China and South Korea are hit hardest.",
  "インドネシアはニッケル鉱石の輸出を禁止した。影響を受けるのは主に中国と韓国だ。",
])("%s: whom it hits is a target, and that is said", (text) => {
  const draft = only(text);
  expect(values(draft.actors)).toEqual(["IDN"]);
  expect(values(draft.targets)).toEqual(["CHN", "KOR"]);
  expect(draft.targets.every((t) => t.confidence < 0.7)).toBe(true);
  expect(draft.notes.join()).toContain("said to be affected");
  expect(values(draft.stages)).toEqual(["mining"]);
});

test("whoever is not affected is no target", () => {
  const draft = only("Indonesia bans exports of nickel ore. South Korea is not affected.");
  expect(values(draft.targets)).toEqual(["WLD"]);
});

test.each([
  ["独インフィニオンはガリウムの生産を停止した。", "DEU"],
  ["仏政府はガリウムの輸出を禁止した。", "FRA"],
  ["豪大手はガリウムの生産を停止した。", "AUS"],
  ["印バーラトはチタンの生産を停止した。", "IND"],
])("%s is of %s", (text, country) => expect(values(only(text).actors)).toEqual([country]));

test.each([
  "12日トランプ氏はガリウムの輸出を禁止した。",
  "トランプ氏はガリウムの輸出を禁止した。価格は1豪ドル上がった。",
  "トランプ氏は中レアアースの輸出を禁止した。",
])("%s: a day, money and middle rare earths are no countries", (text) => {
  const { drafts, unplaced } = read(text, "2025-10-28");
  expect(drafts.flatMap((d) => values(d.actors))).toEqual(["USA"]);
  expect(unplaced.filter((u) => u.what === "country")).toEqual([]);
});

test.each([
  "The price of tin on the London Metal Exchange rose 5 %.",
  "Rotterdam prices of gallium rose 5 %.",
  "The Shanghai price of antimony rose 3 %.",
  "An der Londoner Metallbörse stieg der Preis für Zinn um 5 Prozent.",
  "ロンドン金属取引所で錫の価格が5%上昇した。",
])("%s: an exchange is no country", (text) => {
  const { drafts, unplaced } = read(text, "2025-10-28");
  expect(drafts.flatMap((d) => [...values(d.actors), ...values(d.targets)])).toEqual([]);
  expect(unplaced.filter((u) => u.what === "country")).toEqual([]);
});
