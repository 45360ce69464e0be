import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar } from "../../src/policy/calendar.ts";
import { admittedMultiples, type LicenceRules } from "../../src/policy/licence-queue.ts";

const rules = (changes: Partial<LicenceRules>): LicenceRules => ({
  windows: [{ from: "2025-03-01", to: null }],
  processingWorkingDays: 0,
  approvals: [{ from: "2025-01-01", approvalShare: 1 }],
  resubmitShare: 0,
  generalLicences: [],
  ...changes,
});
const queue = (changes: Partial<LicenceRules>, months = 6, start = "2025-01") => [
  ...admittedMultiples(createCalendar(start, months), rules(changes)),
];
const close = (got: number[], expected: number[]) => {
  expect(got).toHaveLength(expected.length);
  got.forEach((g, i) => {
    expect(g).toBeCloseTo(expected[i]!, 12);
  });
};
const free = Number.POSITIVE_INFINITY;

describe("licence queue", () => {
  it("admits the approved share at once when nothing takes time", () => {
    close(queue({ approvals: [{ from: "2025-01-01", approvalShare: 0.5 }] }), [free, free, 0.5, 0.5, 0.5, 0.5]);
  });

  it("takes up refused applications again the month after", () => {
    // lodged 1, 1 + 0.5, 1 + 0.75, 1 + 0.875: half of each passes
    const approvals = [{ from: "2025-01-01", approvalShare: 0.5 }];
    close(queue({ approvals, resubmitShare: 1 }), [free, free, 0.5, 0.75, 0.875, 0.9375]);
  });

  it("caps what waits at three months of flow", () => {
    // refused 1, 2, 3, 4 in March to June, but only 3 come back in July, when everything passes: 1 + 3
    const approvals = [
      { from: "2025-03-01", approvalShare: 0 },
      { from: "2025-07-01", approvalShare: 1 },
    ];
    close(queue({ approvals, resubmitShare: 1 }, 8), [free, free, 0, 0, 0, 0, 4, 1]);
  });

  it("decides after the working days, in the month they end in", () => {
    // 20 working days from a weekday are 28 days; a weekend counts with the Friday before.
    // April: lodged on 1 and 2 April, decided on 29 and 30 April: 2/30.
    // May: the other 28 days of April, and 1–4 May (Thursday to Sunday), decided by Friday 30 May: 28/30 + 4/31.
    const windows = [{ from: "2025-04-01", to: null }];
    const got = queue({ windows, processingWorkingDays: 20 }, 3, "2025-03");
    close(got, [free, 2 / 30, 28 / 30 + 4 / 31]);
  });

  it("remembers applications lodged before the run began", () => {
    const windows = [{ from: "2025-04-01", to: null }];
    const [may] = queue({ windows, processingWorkingDays: 20 }, 1, "2025-05");
    expect(may).toBeCloseTo(28 / 30 + 4 / 31, 12);
  });

  it("approves by the rules of the day of decision and is as slow as on the day of application", () => {
    const approvals = [
      { from: "2025-03-01", approvalShare: 0.2 },
      { from: "2025-04-01", approvalShare: 0.8, processingWorkingDays: 0 },
    ];
    // nothing of March is decided in March but what was lodged by Monday 3 March (20 working days = 31 March):
    // 1–3 March. The other 28 days are decided in April at 0.8, with all of April at once.
    close(queue({ approvals, processingWorkingDays: 20 }, 4), [free, free, (3 / 31) * 0.2, 0.8 * (28 / 31 + 1)]);
  });

  it("counts the days before it starts as free", () => {
    const windows = [{ from: "2025-03-11", to: "2025-04-15" }];
    const approvals = [{ from: "2025-03-11", approvalShare: 0.5 }];
    // March: 10 of 31 days free, 21 at a half. April: 15 of 30 at a half. May: not in force.
    close(queue({ windows, approvals }, 5), [free, free, 10 / 31 + 21 / 62, 0.5 + 0.25, free]);
  });

  it("lets general licences through up to their headroom and asks for the rest", () => {
    const generalLicences = [
      { from: "2025-03-01", share: 0.25, headroomShare: 1.2 },
      { from: "2025-04-01", share: 1, headroomShare: 1.2 },
    ];
    const approvals = [{ from: "2025-03-01", approvalShare: 0.4 }];
    // March: 0.25 × 1.2 + 0.75 × 0.4 = 0.6; April: all general
    close(queue({ generalLicences, approvals }, 4), [free, free, 0.6, 1.2]);
  });

  it("does not bind with full approval, no delay and everything under general licences", () => {
    const generalLicences = [{ from: "2025-03-01", share: 1, headroomShare: 1 }];
    for (const admitted of queue({ generalLicences })) expect(admitted).toBeGreaterThanOrEqual(1 - 1e-12);
  });

  it("never admits more than was applied for", () => {
    const shares = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);
    fc.assert(
      fc.property(
        shares,
        shares,
        shares,
        fc.integer({ min: 0, max: 60 }),
        (first, later, resubmitShare, processingWorkingDays) => {
          const approvals = [
            { from: "2025-01-01", approvalShare: first },
            { from: "2025-05-15", approvalShare: later },
          ];
          const windows = [{ from: "2025-01-01", to: null }];
          const got = queue({ windows, approvals, resubmitShare, processingWorkingDays }, 12);
          let admitted = 0;
          got.forEach((multiple, month) => {
            expect(multiple).toBeGreaterThanOrEqual(0);
            admitted += multiple;
            expect(admitted).toBeLessThanOrEqual(month + 1 + 1e-9);
          });
        },
      ),
      { numRuns: 30 },
    );
  });
});
