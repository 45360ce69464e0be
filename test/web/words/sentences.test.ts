import { describe, expect, test } from "vitest";
import { sentencesOf } from "../../../src/web/words/sentences.ts";

const whole = new Map([
  ["withheld", "非公表"],
  ["Gallium", "ガリウム"],
  ["Japan", "日本"],
  ["UK", "英国"],
  ["gross tonnes (wet)", "総重量"],
]);
const translate = sentencesOf(
  [
    ["misses {name}", "{name}を含まない"],
    ["{n} flows without weight left out", "重量のない{n}件を除く"],
    ["{name} of {country}", "{country}の{name}"],
    ["no table names: {name}", "統計にない：{name}"],
  ],
  "ja",
  (english) => whole.get(english),
);

describe("sentences put together of parts", () => {
  test.each([
    ["withheld", "非公表"],
    ["gross tonnes (wet)", "総重量"],
    ["12 flows without weight left out", "重量のない12件を除く"],
    ["misses Gallium", "ガリウムを含まない"],
    ["Gallium of Japan", "日本のガリウム"],
    ["misses Gallium of Japan", "日本のガリウムを含まない"],
    ["misses Gallium; 3 flows without weight left out", "ガリウムを含まない；重量のない3件を除く"],
    ["withheld, and misses Gallium", "非公表；ガリウムを含まない"],
    ["no table names: Japan, UK, FRA", "統計にない：日本、英国、FRA"],
  ])("%s", (english, expected) => expect(translate(english)).toBe(expected));

  test.each(["misses tin", "withheld; unknown", "some flows without weight left out", ""])(
    "are not translated in part: %j",
    (english) => expect(translate(english)).toBeUndefined(),
  );
});
