import * as z from "zod";
import { activeShares, monthIndex } from "../calendar.ts";
import { commonFields, date, datesInOrder, type Identified, names, oneOf } from "../fields.ts";
import { compoundGrowth } from "../growth.ts";
import type { CompileContext, Lever } from "../lever.ts";
import { NameCheck } from "../names.ts";

export const description = "Demand of end uses grows or steps up or down.";

const change = z.number().gt(-1).max(10);

export const schema = z
  .strictObject({
    kind: z.literal("demand-change"),
    ...commonFields,
    uses: names.describe("end uses or applications"),
    countries: names.default(["WLD"]).describe("country codes or blocs"),
    growthSharePerYear: change.optional().describe("0.05 = 5 % a year, compounding by month from `from`"),
    growthUntil: date
      .optional()
      .describe("growth stops then and the level reached stays; `to` ends the change altogether"),
    stepShare: change.optional().describe("0.2 = 20 % more at once"),
  })
  .superRefine(datesInOrder)
  .superRefine(oneOf("growthSharePerYear", "stepShare"));

export type DemandChange = Identified<z.output<typeof schema>>;

/** Tranches keep their prices and widen: need and reference × factor, slope ÷ factor. Several changes multiply. */
export function compile(policy: DemandChange, { draft, vocabulary, calendar, windows }: CompileContext): Lever {
  const check = new NameCheck(vocabulary);
  const applications = check.applications(policy.uses, ["uses"]);
  const countries = check.countries(policy.countries, ["countries"]);
  check.done();
  const matching = draft.find({ kinds: ["use"], applications, countries });
  if (matching.length === 0)
    check.add(["uses"], `nobody in ${policy.countries.join(", ")} has demand for ${policy.uses.join(", ")}`);
  check.done();
  const factor = activeShares(calendar, windows).map((active, month) => 1 + active * (fullFactor(policy, month) - 1));
  return {
    id: policy.id,
    adjust({ month }, terms) {
      const f = factor[month]!;
      if (f === 1) return;
      for (const a of matching) {
        terms.upperBound[a]! *= f;
        terms.referenceLevel[a]! *= f;
        terms.slope[a]! /= f;
      }
    },
  };

  function fullFactor(
    { from, growthUntil, growthSharePerYear = 0, stepShare = 0 }: DemandChange,
    month: number,
  ): number {
    const first = monthIndex(calendar, from);
    const last = growthUntil === undefined ? month : Math.min(month, monthIndex(calendar, growthUntil));
    return (1 + stepShare) * compoundGrowth(growthSharePerYear, Math.max(0, last - first));
  }
}
