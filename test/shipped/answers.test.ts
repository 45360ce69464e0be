import { expect, test } from "vitest";
import { answer } from "../../src/charts/answer.ts";
import { namesFrom } from "../../src/charts/names.ts";
import { rehearse } from "../../src/simulation/rehearse.ts";
import { shippedScenario, workbenchOf } from "./shipped.ts";

const told = (id: string) => {
  const scenario = shippedScenario(id);
  const rehearsal = rehearse(workbenchOf(scenario), id, scenario, { skipWorth: true });
  const text = answer(rehearsal, namesFrom()).paragraphs.flat().join(" ").replaceAll("\u00a0", " ");
  return { rehearsal, text };
};

test("Congo's cobalt stop: inside is Congo, where the price falls, not China, which buys", () => {
  const { rehearsal, text } = told("congo-cobalt-2025");
  expect(text).toMatch(
    /^.* peaks at 3\.0× in China and 2\.9× in Japan .*, while inside DR Congo it falls to 0\.28×\.$/,
  );
  expect(new Set(rehearsal.heldBack.map((h) => h.country))).toEqual(new Set(["COD"]));
});
