import { expect, test } from "vitest";
import { readTree } from "../../src/dataset/index.ts";
import { plainOf } from "../../src/dataset/yaml/tree.ts";
import { firstDay, lastDay, shiftDays, vagueness } from "../../src/ledger/days.ts";

test("a month or a year counts from its first day to its last", () => {
  expect(["2025", "2025-04", "2025-04-04"].map(firstDay)).toEqual(["2025-01-01", "2025-04-01", "2025-04-04"]);
  expect(["2023", "2023-12", "2024-02", "2023-02", "2024-02-03"].map(lastDay)).toEqual([
    "2023-12-31",
    "2023-12-31",
    "2024-02-29",
    "2023-02-28",
    "2024-02-03",
  ]);
  expect(["2025", "2025-04", "2025-04-04", ""].map(vagueness)).toEqual(["year", "month", undefined, undefined]);
});

test("days move wherever they are, and nothing else does", () => {
  const tree = readTree(
    "t.yaml",
    "a: 2024-02-28\nb: [{ from: 2024-12-31, share: 0.5, title: since 2024-01-01 }]\nc: 2024-02\n",
  );
  expect(plainOf(shiftDays(tree, 2))).toEqual({
    a: "2024-03-01",
    b: [{ from: "2025-01-02", share: 0.5, title: "since 2024-01-01" }],
    c: "2024-02",
  });
  expect(plainOf(shiftDays(shiftDays(tree, 400), -400))).toEqual(plainOf(tree));
});
