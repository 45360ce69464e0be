import fc from "fast-check";
import { expect, test } from "vitest";
import { severity, severityRuns } from "../../src/charts/severity.ts";

test("levels begin where the legend says", () => {
  expect([0, 0.0099, 0.01, 0.05, 0.15, 0.3, 0.5, 1].map(severity)).toEqual([0, 0, 1, 2, 3, 4, 5, 5]);
});

test("runs give back the months they were made from", () => {
  const shares = fc.array(
    fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
    { maxLength: 80 },
  );
  fc.assert(
    fc.property(shares, (share) => {
      const levels = share.map(() => 0);
      for (const run of severityRuns(share)) levels.fill(run.level, run.from, run.to);
      expect(levels).toEqual(share.map(severity));
    }),
  );
});
