import { describe, expect, test } from "vitest";
import { circles, formatProblems, payersOf, readDataset } from "../../src/dataset/index.ts";
import { changed, smallFiles } from "./small.ts";

const told = (files: Map<string, string>) => formatProblems(readDataset(files).problems);

test("the small dataset's measures are in order", () => {
  expect(told(smallFiles())).toBe("");
});

describe("a measure that cannot be", () => {
  test.each([
    [
      "costs less than nothing",
      [",30000000,60000000,", ",-1,60000000,"],
      "measures.csv:2:62: capital_low: -1 is outside 0 to 1000000000000; enter a number such as 1234.5",
    ],
    [
      "has a low above its central figure",
      [",30000000,60000000,", ",70000000,60000000,"],
      "measures.csv:2: capital: got 70000000, 60000000, 90000000; expected low ≤ central ≤ high; correct the three",
    ],
    [
      "is paid for by more than all",
      ["JPN:0.75 CHN:0.25", "JPN:0.75 CHN:0.5"],
      "measures.csv:3: payers: the shares sum to 1.25, expected 1; correct one of them",
    ],
    [
      "is paid for by nobody",
      ["JPN:0.75 CHN:0.25", ""],
      "measures.csv:3: payers: it costs public money and nobody pays; name who, as USA or JPN:0.5 USA:0.5",
    ],
    [
      "is paid for by a country that is none",
      ["JPN:0.75 CHN:0.25", "JPM"],
      'measures.csv:3: payers: unknown name "JPM"; did you mean "JPN"?',
    ],
    [
      "has a share that is no number",
      ["JPN:0.75 CHN:0.25", "JPN:half CHN:0.5"],
      "measures.csv:3: payers: the share of JPN is no number above 0; write JPN:0.5",
    ],
    [
      "needs agreement of a party that is none",
      ["facility,pact,JPN,", "facility,pact,JPX,"],
      'measures.csv:2: parties: unknown name "JPX"; did you mean "JPN"? (names come from countries.id or blocs.bloc)',
    ],
    [
      "needs itself by way of another",
      ["planned,,,reported", "planned,jp-magnets,,reported"],
      "measures.csv:2: needs: a circle: jp-metal → jp-magnets → jp-metal; remove one of these needs",
    ],
    [
      "excludes what it needs",
      ["idea,jp-metal,,", "idea,jp-metal,jp-metal,"],
      "measures.csv:3: excludes: jp-metal, which it needs; remove it",
    ],
    [
      "is on or off and larger than one",
      ["JPN,on-off,1,", "JPN,on-off,2,"],
      "measures.csv:2: most: got 2, expected 1 for on-off; make it scalable, or most 1",
    ],
    [
      "is late by less at the most than at the least",
      [",0,3,12,12,planned", ",5,3,12,12,planned"],
      "measures.csv:2: delay: got 5, 3, 12; expected low ≤ mode ≤ high and low < high, or all three blank",
    ],
    [
      "is estimated without a method",
      [",from Columbus", ","],
      "measures.csv:3: what is estimated has no note; write the reasoning or the method into note",
    ],
  ])("%s", (_, [was, now], problem) => {
    expect(told(changed("measures.csv", was!, now!))).toBe(problem);
  });

  test("has several faults: all are told", () => {
    const files = changed("measures.csv", "JPN:0.75 CHN:0.25", "JPN:0.75 CHN:0.5");
    files.set("measures.csv", files.get("measures.csv")!.replace(",30000000,60000000,", ",70000000,60000000,"));
    expect(readDataset(files).problems).toHaveLength(2);
  });
});

test("a payer without a share pays all", () => {
  expect(payersOf(["JPN"])).toEqual([{ payer: "JPN", share: 1 }]);
  expect(payersOf(["JPN:0.5", "USA:.5"]).map(({ share }) => share)).toEqual([0.5, 0.5]);
  expect(payersOf(["JPN:-1"])[0]!.share).toBeNaN();
});

test("each circle is found once, also the one in which two meet", () => {
  const needs = new Map([
    ["a", ["b"]],
    ["b", ["c"]],
    ["c", ["b"]],
    ["d", ["d", "a"]],
  ]);
  expect(circles(needs)).toEqual([["b", "c"], ["d"]]);
});
