import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exposureOf, readBom, rehearse } from "../../src/index.ts";
import { scenarioOf, workbench } from "../shipped/shipped.ts";

const template = readFileSync("examples/bom.csv", "utf8");

test("in the shipped chain without any policy everything arrives as ordered, and nothing slows", () => {
  const bom = readBom("bom.csv", template, workbench.vocabulary);
  const { products } = exposureOf(rehearse(workbench, "quiet", scenarioOf({}, 6)), bom);
  expect(products).toHaveLength(4);
  for (const { slowsOn, lostMarginUsd, inputs } of products) {
    expect(slowsOn).toBeNull();
    expect(lostMarginUsd).toBeCloseTo(0, 0);
    for (const { baselineTonnesPerMonth, availability } of inputs.flatMap((input) => input.suppliers)) {
      expect(baselineTonnesPerMonth).toBeGreaterThan(0);
      for (const ratio of availability) expect(ratio).toBeCloseTo(1, 6);
    }
  }
});
