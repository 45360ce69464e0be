import { expect, test } from "vitest";
import { grouped, matching, moved } from "../../../src/web/parts/combobox-state.ts";

const options = [
  { value: "FRA", text: "France", also: "FRA", group: "Countries" },
  { value: "TUR", text: "Türkiye", also: "TUR", group: "Countries" },
  { value: "PYF", text: "French Polynesia", also: "PYF", group: "Countries" },
  { value: "EU", text: "EU", also: "EU", group: "Blocs" },
];
const found = (search: string) => matching(options, search).map(({ value }) => value);

test("options are found without accents, by code and by several words, the nearest first", () => {
  expect(found("turk")).toEqual(["TUR"]);
  expect(found("pyf")).toEqual(["PYF"]);
  expect(found("poly fre")).toEqual(["PYF"]);
  expect(found("eu")).toEqual(["EU"]);
  expect(found("  ")).toEqual(["FRA", "TUR", "PYF", "EU"]);
  expect(found("xyz")).toEqual([]);
});

test("options stand in their groups", () => {
  expect(grouped(options).map(({ group, from, options: members }) => [group, from, members.length])).toEqual([
    ["Countries", 0, 3],
    ["Blocs", 3, 1],
  ]);
});

test("arrows go round, pages stop at the ends", () => {
  expect(moved(3, "ArrowDown", 4)).toBe(0);
  expect(moved(-1, "ArrowUp", 4)).toBe(3);
  expect(moved(1, "PageDown", 4)).toBe(3);
  expect(moved(1, "PageUp", 4)).toBe(0);
  expect(moved(0, "ArrowDown", 0)).toBe(-1);
});
