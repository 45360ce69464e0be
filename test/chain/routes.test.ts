import { describe, expect, it } from "vitest";
import { ModelDraft } from "../../src/chain/draft.ts";
import { openRoute, openRoutes, stageOf } from "../../src/chain/routes.ts";
import { smallModel, vocabulary } from "../policy/fixture.ts";

describe("openRoutes", () => {
  const draftWithOxideInC = () => {
    const draft = new ModelDraft(smallModel());
    draft.addMarket("oxide", "CCC", 120, 10);
    return draft;
  };

  it("opens ways in from makers and out to users, once", () => {
    const draft = draftWithOxideInC();
    const ids = (added: number[]) => added.map((a) => draft.activities[a]!.id);
    expect(ids(openRoutes(draft, vocabulary, "oxide", "CCC", { direction: "in" }))).toEqual([
      "ship:oxide:AAA>CCC",
      "ship:oxide:BBB>CCC",
    ]);
    // AAA presses magnets and BBB presses and runs radars
    expect(ids(openRoutes(draft, vocabulary, "oxide", "CCC"))).toEqual(["ship:oxide:CCC>AAA", "ship:oxide:CCC>BBB"]);
    expect(openRoutes(draft, vocabulary, "oxide", "CCC")).toEqual([]);
  });

  it("makes a new route cost the price gap and an entry cost, and carry nothing at base prices", () => {
    const draft = draftWithOxideInC();
    const route = openRoute(draft, vocabulary.parameter, {
      commodity: "oxide",
      stage: stageOf(vocabulary, "oxide"),
      origin: "AAA",
      destination: "CCC",
    })!;
    expect(draft.terms(route)).toEqual({
      referenceLevel: 0,
      lowerBound: 0,
      upperBound: Number.POSITIVE_INFINITY,
      marginalCost: 20 + 0.1 * 120,
      // elasticity 4, scale 0.05 × 10 t
      slope: 120 / (4 * 0.5),
    });
    expect(draft.baseLevel[route]).toBe(0);
  });

  it("refuses a country without a market for it, and finds stages", () => {
    const draft = new ModelDraft(smallModel());
    expect(() => openRoutes(draft, vocabulary, "oxide", "CCC")).toThrow("no market for oxide in CCC");
    expect(
      openRoute(draft, vocabulary.parameter, {
        commodity: "oxide",
        stage: stageOf(vocabulary, "oxide"),
        origin: "AAA",
        destination: "AAA",
      }),
    ).toBeUndefined();
    expect(stageOf(vocabulary, "magnet")).toBe("magnet");
  });
});
