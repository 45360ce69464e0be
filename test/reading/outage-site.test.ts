import { expect, test } from "vitest";
import { only, read, values } from "./words.ts";

test.each([
  ["Lynas said an outage at its Malaysian plant cut output by 12 %.", "MYS"],
  ["Ein Stromausfall im Werk von Lynas in Malaysia hat die Produktion seltener Erden gestoppt.", "MYS"],
  ["ライナスはマレーシア工場の停電で生産を停止した。", "MYS"],
  ["A fire at Glencore’s plant in Kazakhstan halted zinc production.", "KAZ"],
])("%s: the outage is in %s and aimed at nobody", (text, country) => {
  const draft = only(text);
  expect([draft.kind.value, values(draft.actors), values(draft.targets)]).toEqual(["outage", [country], []]);
  // whose plant it is stays visible
  expect(read(text, "2025-10-28").unplaced.map((u) => u.text)).toEqual([
    expect.stringMatching(/Lynas|ライナス|Glencore/),
  ]);
});

test.each([
  "Lynas said an outage at its Malaysian plant cut output by 12 % for two weeks from 3 March 2025.",
  "Lynas said an outage at its Malaysian plant cut output by 12 % on 3 March 2025. It will last two weeks.",
  "Ein Stromausfall im Werk von Lynas in Malaysia hat die Produktion am 3. März 2025 für zwei Wochen gestoppt.",
  "ライナスはマレーシア工場の停電で2025年3月3日に生産を2週間停止した。",
])("%s: two weeks from 3 March end on the 16th", (text) => expect(only(text).ends?.value).toBe("2025-03-16"));

test("without a day the end is counted from the article's date, which is said and believed less", () => {
  const { ends, notes } = only("An outage at the plant in Malaysia halted output of rare earths for two weeks.");
  expect([ends?.value, ends?.confidence]).toEqual(["2025-11-10", 0.4]);
  expect(notes.join()).toContain("counted from the article's date");
});
