import { beforeAll, describe, expect, test } from "vitest";
import type { FlowsAnswer } from "../../../../src/web/engine/asks/flows.ts";
import { flows } from "../../../../src/web/engine/handlers/flows.ts";
import { layout } from "../../../../src/web/screens/chain/layout.ts";
import { commodityMap, shownCommodity } from "../../../../src/web/screens/chain/map-model.ts";
import {
  BEFORE,
  commodityOf,
  dearest,
  fromStocksShare,
  insideOf,
  narrowest,
  priceAt,
  shareAt,
  shortestUse,
  stageWord,
  tonnesAt,
  worstMonth,
} from "../../../../src/web/screens/chain/model.ts";
import { openEngine } from "../../engine/world.ts";

describe("the chain of dysprosium to Japan in the framework scenario", () => {
  let answer: FlowsAnswer;
  beforeAll(() => {
    const question = { scenario: "us-japan-framework", viewpoint: ["JPN"] };
    answer = flows(openEngine(), { question, measures: true, material: "dysprosium" });
  });
  const monthOf = (month: string) => answer.months.indexOf(month);

  test("hangs by China's separation, which holds it back", () => {
    const place = narrowest(answer)!;
    expect(place.node.id).toBe("separate|CHN");
    expect(place.share).toBeGreaterThan(0.99);
    expect(insideOf(answer)).toBe("CHN");
    expect(stageWord(answer, "separate")).toBe("separate");
  });

  test("lacks most long after the truce has lapsed, and some use is short then", () => {
    const at = worstMonth(answer);
    expect(answer.months[at]! > "2027-01").toBe(true);
    expect(shortestUse(answer, at)!.share).toBeGreaterThan(0.1);
    expect(shortestUse(answer, BEFORE)).toBeNull();
  });

  test("has a price at each stage but the mine, which rises where the controls bite", () => {
    expect(commodityOf(answer, "separate")).toBe("dysprosium-oxide");
    expect(commodityOf(answer, "reduce")).toBe("dysprosium-metal");
    expect(commodityOf(answer, "press")).toBe("ndfeb-high-coercivity");
    const price = priceAt(answer, "dysprosium-oxide", worstMonth(answer))!;
    expect(price.factor).toBeGreaterThan(2);
    expect(dearest(answer, worstMonth(answer))!.price.factor).toBeGreaterThanOrEqual(price.factor);
    expect(priceAt(answer, "dysprosium-oxide", BEFORE)!.factor).toBe(1);
    expect(priceAt(answer, "cerium-oxide", 0)).toBeNull();
  });

  test("shares of a stage sum to one", () => {
    for (const at of [BEFORE, 0, worstMonth(answer)])
      for (const stage of answer.sankey.stages) {
        const nodes = answer.sankey.nodes.filter((node) => node.stage === stage);
        const sum = nodes.reduce((all, node) => all + shareAt(answer, node, at), 0);
        if (nodes.some((node) => tonnesAt(node, at) > 0)) expect(sum).toBeCloseTo(1, 9);
      }
  });

  test("comes out of stocks while licences are decided", () => {
    expect(fromStocksShare(answer, monthOf("2025-05"))).toBeGreaterThan(0.5);
    expect(fromStocksShare(answer, BEFORE)).toBe(0);
    expect(fromStocksShare(answer, worstMonth(answer))).toBeLessThan(0.1);
  });

  test("is drawn with places that stay and do not overlap, and bands that fit their blocks", () => {
    const frame = { width: 1000, height: 400, head: 40, labelWidth: 200 };
    const before = layout(answer, BEFORE, frame);
    const worst = layout(answer, worstMonth(answer), frame);
    expect(worst.blocks.map((b) => [b.x, b.middle])).toEqual(before.blocks.map((b) => [b.x, b.middle]));
    expect(worst.height).toBe(before.height);
    for (const { blocks, bands } of [before, worst]) {
      for (const { x } of new Set(blocks.map((b) => ({ x: b.x })))) {
        const column = blocks.filter((b) => b.x === x).sort((a, b) => a.y - b.y);
        for (const [i, block] of column.slice(1).entries())
          expect(block.y).toBeGreaterThanOrEqual(column[i]!.y + column[i]!.height + column[i]!.missing);
      }
      for (const block of blocks) {
        const out = bands.filter((b) => b.from === block.node).reduce((sum, b) => sum + b.width, 0);
        expect(out).toBeLessThanOrEqual(block.height + 0.5);
      }
    }
  });

  test("is on the map with the makers' shares and the shipments that matter, the viewpoint's all", () => {
    const at = worstMonth(answer);
    const commodity = shownCommodity(answer, undefined)!;
    expect(commodity).toBe("dysprosium-oxide");
    expect(shownCommodity(answer, "ndfeb-high-coercivity")).toBe("ndfeb-high-coercivity");
    expect(shownCommodity(answer, "lithium-ore")).toBe("dysprosium-oxide");
    const map = commodityMap(answer, commodity, at, (country) => !country.startsWith("X"));
    expect(map.makers[0]!.place.country).toBe("CHN");
    expect(map.makers.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    const toJapan = answer.pairs.filter((p) => p.commodity === commodity && p.to === "JPN" && p.tonnes[at]! > 1e-3);
    const drawn = map.flows.filter(({ group }) => group === "here").map(({ pair }) => pair);
    expect(drawn).toEqual(expect.arrayContaining(toJapan.filter((p) => !p.from.startsWith("X"))));
    expect(Math.max(...map.flows.map(({ weight }) => weight))).toBeLessThanOrEqual(1);
    expect(map.unplaced.every((country) => country.startsWith("X"))).toBe(true);
  });
});
