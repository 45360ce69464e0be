import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { answer } from "../../../src/web/engine/answer.ts";
import type { Ask } from "../../../src/web/engine/protocol.ts";
import { failureOf } from "../../../src/web/engine/refused.ts";
import type { EngineState } from "../../../src/web/engine/state.ts";
import { listening, openEngine } from "./world.ts";

let state: EngineState;
beforeAll(() => {
  state = openEngine();
});

/** Right, nearly right and quite wrong, as an address that somebody edited by hand may have it. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -1,
    1e9,
    "",
    "x".repeat(300),
    [],
    {},
    "__proto__",
    "../../x",
  ),
  fc.anything({ maxDepth: 2 }),
);
const or = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 4, arbitrary }, { weight: 1, arbitrary: odd });
const some = (shape: Record<string, fc.Arbitrary<unknown>>) => fc.record(shape, { requiredKeys: [] });
const name = fc.constantFrom("JPN", "EU", "WLD", "nobody", "toString");
const edits = some({
  off: or(fc.subarray(["cn-2025-04-licences", "nothing", "constructor"])),
  add: or(fc.subarray(["cn-2023-07-gallium-germanium", "nothing"])),
  approval: or(fc.double({ min: 0, max: 1, noNaN: true })),
  delay: or(fc.integer({ min: 0, max: 1000 })),
  duration: or(fc.integer({ min: 1, max: 600 })),
  late: or(fc.integer({ min: 0, max: 240 })),
  cover: or(fc.double({ min: 0.1, max: 10, noNaN: true })),
  growth: or(fc.double({ min: -0.5, max: 1, noNaN: true })),
  events: or(
    fc.constant({
      mine: {
        kind: "export-ban",
        title: "t",
        from: "2025-02-01",
        source: "s",
        status: "assumed",
        materials: ["dysprosium"],
        origins: ["CHN"],
      },
    }),
  ),
});
const question = fc.record(
  {
    scenario: or(
      fc.constantFrom<unknown>(
        "april-2025-controls",
        "gallium-germanium-stop",
        "nobody",
        { name: "own", yaml: "extends: april-2025-controls" },
        { name: "../x", yaml: "a: [" },
      ),
    ),
    edits: or(edits),
    months: or(fc.integer({ min: 1, max: 2 })),
    viewpoint: or(fc.array(name, { maxLength: 2 })),
  },
  { requiredKeys: ["scenario", "months"] },
);
const asks: Partial<Record<Ask, fc.Arbitrary<unknown>>> = {
  simulate: question,
  scenario: question,
  scenarioYaml: question,
  flows: fc.record({
    question,
    measures: fc.boolean(),
    material: or(fc.constantFrom("dysprosium", "gallium", "rare-earths", "nobody")),
  }),
  figures: fc.record({ query: or(fc.string()), from: or(fc.nat()), count: or(fc.nat()) }, { requiredKeys: ["query"] }),
  figure: fc.record({ figure: or(fc.constant("prices/dysprosium-oxide@WLD")) }),
  dependence: fc.record(
    { country: or(name), materials: or(fc.subarray(["gallium", "Dy", "nobody"])) },
    { requiredKeys: ["country"] },
  ),
  validate: fc.record(
    { name: or(fc.string()), yaml: or(fc.string()), offset: or(fc.nat()) },
    { requiredKeys: ["name", "yaml"] },
  ),
  plan: fc.record({ plan: or(fc.constantFrom<unknown>("small", "nobody", { name: "x", yaml: "candidates: 3" })) }),
};

test.each(Object.entries(asks))("%s never fails by a fault of ours, whatever it is asked", async (ask, requests) => {
  await fc.assert(
    fc.asyncProperty(requests!, async (request) => {
      try {
        await answer(state, ask as Ask, request as never, listening().talk as never);
      } catch (error) {
        const failure = failureOf(error);
        expect(failure.kind === "internal" ? `${failure.message} ${(error as Error).stack}` : "told").toBe("told");
      }
    }),
    { numRuns: ask === "figures" || ask === "validate" ? 300 : 150 },
  );
});
