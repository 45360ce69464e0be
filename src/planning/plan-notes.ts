import { plusMonths } from "../policy/calendar.ts";
import { tailName } from "./judged-summary.ts";
import { isDirect } from "./owners.ts";
import type { Plan } from "./plan.ts";
import { MOST_PLAYERS } from "./shapley.ts";

function lastMonth({ start, months }: Pick<Plan, "start" | "months">): string {
  return plusMonths(`${start}-01`, months - 1).slice(0, 7);
}

/** What a reader of a report has to know to read its figures right. */
export function notesOn(plan: Plan, x: ArrayLike<number>): string[] {
  const { tailShare, discountPerYear, count, costWeight } = plan.objective;
  const kinds = new Set(plan.candidates.map(({ policy }) => policy.kind));
  const unseen = plan.candidates.filter(({ policy }) => !isDirect(policy.kind)).map((c) => c.title);
  const unchosen = plan.candidates.every((_, k) => !(x[k]! > 0));
  const notes: [boolean, string][] = [
    [
      true,
      `Losses are discounted to ${plan.start} at ${100 * discountPerYear} % a year; costs by year are as spent. Means weigh futures by their probability; ${tailName(tailShare)} is the mean of the worst ${100 * tailShare} % of the probability (Rockafellar and Uryasev 2002).`,
    ],
    [
      true,
      "The portfolio is chosen by the planning loss (surplus lost in the markets). Losses by partner and use are of the month simulation: value of the products that cannot be made for want of material, which is more than what is lost by it.",
    ],
    [
      costWeight === 0,
      `Budgets, not worth, decide what is chosen (costWeight 0): what fits into them and avoids a thousandth of its cost is worth choosing. With costWeight 1 a dollar spent counts like a dollar lost.`,
    ],
    [
      true,
      `Costs are public money alone: what firms put into a plant themselves is neither counted nor limited. Nothing is counted after ${lastMonth(plan)}, no cost and no loss avoided, so what lasts longer is worth more than it seems here.`,
    ],
    [
      kinds.has("facility") || kinds.has("recycling"),
      "breakEvenPriceFactor is what a plant's last tonne costs over what it is worth at base prices: its inputs and everything else it takes to run. The factors are judgement, and whether a return on private capital is in them they do not say; none of it is in the budgets.",
    ],
    [
      kinds.has("public-stockpile") || kinds.has("joint-stockpile"),
      "Budgets count a stockpile as filled at base prices with a margin, and held; what it sells comes back to no budget. What the simulation expects it to pay, bought less sold, stands beside it. What is left in it after the last month counts nothing.",
    ],
    [
      count === "partners",
      "Uses of countries outside the plan are held at what they get without measures when portfolios are compared; in the simulation they may buy what is added.",
    ],
    [
      unseen.length > 0,
      `Measures that act on costs, dates or demand have no effect in the planning loss and count there only by what needs them: ${unseen.join("; ")}.`,
    ],
    [
      plan.futures.some((f) => f.draws === 1) && plan.candidates.some((c) => c.delayMonths !== null),
      "A future with one draw is its scenario as written, with every delay at its median.",
    ],
    [plan.budgets.length === 0, "The plan has no budget, so every multiple of it allows the same portfolios."],
    [plan.partners.length === 1, "There is one partner only, so there is nothing to split."],
    [
      plan.partners.length > MOST_PLAYERS,
      `The benefit is split exactly for up to ${MOST_PLAYERS} partners; this plan has ${plan.partners.length}.`,
    ],
    [unchosen, "Within this budget no portfolio has a smaller objective than doing nothing."],
  ];
  return notes.filter(([applies]) => applies).map(([, note]) => note);
}
