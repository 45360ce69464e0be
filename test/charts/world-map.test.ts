import { expect, test } from "vitest";
import { leadersMap, supplyMap } from "../../src/charts/world-map.ts";
import { dependenceOf, narrowest } from "../../src/dependence/index.ts";
import { miniDataset } from "../chain/mini-dataset.ts";
import { small } from "../dependence/small.ts";

const dependence = dependenceOf(small, miniDataset(), null, { country: "JPN" });
const gallium = dependence.materials.find((m) => m.material === "gallium")!;

test("steps follow the shares of the legend; small suppliers have no band", () => {
  const [mined, refined] = gallium.world;
  expect(narrowest(gallium)).toBe(mined);
  const map = supplyMap(gallium, refined!, gallium.imports[0], dependence.members);
  // China 60 % of the world is over 50 %, Japan 20 % is 10–25 %
  expect(map.legend[map.step.get("CHN")!]).toBe("over 50 %");
  expect(map.legend[map.step.get("JPN")!]).toBe("10–25 %");
  expect(map.flows).toEqual([
    { from: "CHN", share: 0.75 },
    { from: "DEU", share: 0.25 },
  ]);
  expect(map.viewpoint).toEqual(["JPN"]);
});

test("the overview counts each mineral once, for the largest maker of its narrowest stage", () => {
  const { map, leaders } = leadersMap(dependence);
  expect(leaders).toEqual([["CHN", 1]]);
  expect(map.legend[map.step.get("CHN")!]).toBe("1");
});

test("a group of the model is a flow without a place, not left out", () => {
  const supply = { ...gallium.imports[0]!, groups: [{ country: "XRW", share: 0.4, tonnes: 4 }] };
  const map = supplyMap(gallium, gallium.world[0]!, supply, dependence.members);
  expect(map.flows).toContainEqual({ from: "XRW", share: 0.4 });
});
