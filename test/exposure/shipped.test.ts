import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exposureOf, readBom, rehearse } from "../../src/index.ts";
import { openShipped, scenarioOf, shippedScenario, workbench } from "../shipped/shipped.ts";

const header =
  "product,units_per_month,margin_usd_per_unit,commodity,kg_per_unit,supplier_shares,days_of_stock,country";
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

test("a worse control of graphite never leaves a product better off, whoever supplies it and wherever it is built", () => {
  const graphite = openShipped("graphite");
  const scenario = shippedScenario("graphite-licences");
  const licences = scenario.events["cn-graphite"]!;
  if (licences.kind !== "licence") throw new Error("the scenario is another one");
  const rows = ["CHN", "KOR", "JPN", "DEU", "USA"].flatMap((from) =>
    ["JPN", "KOR", "DEU"].map((at) => `${from} to ${at},5000,800,battery-graphite,1,${from}:1,20,${at}`),
  );
  const bom = readBom("bom.csv", `${header}\n${rows.join("\n")}\n`, graphite.vocabulary);
  const lost = [0.9, 0.5, 0.1, 0].map((approvalShare) => {
    const approvals = [{ from: "2027-01-01", approvalShare }];
    const events = { "cn-graphite": { ...licences, approvals } };
    const { products } = exposureOf(rehearse(graphite, "graphite", { ...scenario, events }), bom);
    for (const { inputs } of products)
      for (const { availability } of inputs[0]!.suppliers) {
        expect(availability.slice(0, 3)).toEqual([1, 1, 1]); // October to December
        expect(Math.max(...availability)).toBe(1);
      }
    return new Map(products.map((p) => [p.product, p.lostMarginUsd]));
  });
  for (const product of lost[0]!.keys())
    for (const i of [1, 2, 3])
      expect(lost[i]!.get(product)!, product).toBeGreaterThanOrEqual(lost[i - 1]!.get(product)! - 1);
  expect(lost[3]!.get("KOR to JPN")!).toBeGreaterThan(lost[0]!.get("KOR to JPN")!);
});
