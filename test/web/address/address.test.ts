import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAddress } from "../../../src/web/address/read.ts";
import { type Address, defaults, screenIds } from "../../../src/web/address/schema.ts";
import { writeAddress } from "../../../src/web/address/write.ts";

describe("the address", () => {
  test("says what is looked at, in an order that does not change", () => {
    const address: Address = {
      ...defaults,
      screen: "scenario",
      for: "DEU",
      approval: 0.45,
      off: ["a", "b-2"],
      lang: "de",
    };
    expect(writeAddress(address)).toBe(
      "#/scenario?for=DEU&material=dysprosium&scenario=us-japan-framework&lang=de&off=a,b-2&approval=0.45",
    );
  });

  test("comes back as it was written", () => {
    const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,20}$/);
    const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
    const addresses = fc.record({
      screen: fc.constantFrom(...screenIds),
      for: id,
      material: id,
      scenario: id,
      with: maybe(id),
      month: maybe(fc.constantFrom("2025-01", "2029-12")),
      lang: fc.constantFrom("en", "de", "ja"),
      theme: maybe(fc.constantFrom("light", "dark")),
      off: fc.array(id, { maxLength: 5 }),
      approval: maybe(fc.integer({ min: 0, max: 100 }).map((n) => n / 100)),
      growth: maybe(fc.integer({ min: -50, max: 50 }).map((n) => n / 100)),
      choose: maybe(fc.array(id, { maxLength: 3 })),
      q: fc.string({ unit: "grapheme", maxLength: 40 }),
    });
    fc.assert(
      fc.property(addresses, (some) => {
        const address = { ...defaults, ...some } as Address;
        expect(readAddress(writeAddress(address))).toEqual({ address, problems: [] });
      }),
    );
  });

  test("tells everything that is wrong, and keeps the rest", () => {
    const { address, problems } = readAddress("#/chian?for=DEU&mont=2026-01&approval=2&approval=1&lang=fr&off=a,,b");
    expect(address).toMatchObject({ screen: "chain", for: "DEU", lang: "en", off: [] });
    expect(problems).toEqual([
      { kind: "screen", got: "chian" },
      { kind: "parameter", name: "mont", meant: "month" },
      { kind: "twice", name: "approval" },
      { kind: "value", name: "lang", got: "fr", expected: { kind: "one of", options: ["en", "de", "ja"] } },
      { kind: "value", name: "off", got: "a,,b", expected: { kind: "ids" } },
      { kind: "value", name: "approval", got: "2", expected: { kind: "number", from: 0, to: 1 } },
    ]);
  });

  test("never throws, whatever comes after the #", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const { address } = readAddress(`#/chain?${text}`);
        expect(readAddress(writeAddress(address)).problems).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
