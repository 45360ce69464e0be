import { BY_USERS } from "./availability.ts";
import type { BomProduct } from "./bom.ts";
import type { Situation } from "./product.ts";
import type { ProductExposure, Remedy } from "./result.ts";
import { type InputFlow, type RunOut, runOut } from "./run-out.ts";

/**
 * Tries, one at a time, every country that ships or makes the limiting commodity as a second source, more stock of it,
 * and more stock of every input, each in place from the first day; the one that buys most days first, then the one that
 * saves most margin.
 */
export function remediesFor(
  product: BomProduct,
  flows: readonly InputFlow[],
  before: RunOut,
  usdPerDay: number,
  situation: Situation,
): Pick<ProductExposure, "remedies" | "leftOut"> {
  const { limiting, slowDay } = before;
  if (limiting === null || slowDay === null) return { remedies: [], leftOut: [] };
  const { calendar, settings, supply, firstMonth } = situation;
  const { commodity, kgPerUnit, suppliers } = product.inputs[limiting]!;
  const flow = flows[limiting]!;

  const tried = (changed: readonly InputFlow[], remedy: Pick<Remedy, "kind"> & Partial<Remedy>): Remedy => {
    const after = runOut(changed, calendar, settings.mostOfOrder);
    return {
      country: null,
      rule: null,
      shareOfSupply: null,
      extraDays: null,
      ...remedy,
      slowsOn: after.slowDay === null ? null : calendar.date(after.slowDay),
      daysGained: (after.slowDay ?? calendar.days) - slowDay,
      holds: after.slowDay === null,
      marginSavedUsd: (before.lostDays - after.lostDays) * usdPerDay,
    };
  };

  const stocked = (input: InputFlow, extraDays: number) => ({ ...input, stockDays: input.stockDays + extraDays });
  const stock = settings.extraStockDays.flatMap((extraDays) => [
    tried(flows.with(limiting, stocked(flow, extraDays)), { kind: "stock", extraDays }),
    ...(flows.length > 1
      ? [
          tried(
            flows.map((input) => stocked(input, extraDays)),
            { kind: "stock-of-all", extraDays },
          ),
        ]
      : []),
  ]);
  const share = settings.secondSourceShare;
  const orderTonnes = (share * product.unitsPerMonth * kgPerUnit) / 1000;
  const leftOut: { country: string; reason: string }[] = [];
  const sources = supply.suppliers(commodity).flatMap((country): Remedy[] => {
    if (suppliers.length === 1 && suppliers[0]!.country === country) return []; // the only source is not a second one
    const named = suppliers.some((supplier) => supplier.country === country);
    const found = (named ? supply.availability : supply.secondSource)(commodity, country, product.country);
    const has = supply.meanTonnesPerMonth(commodity, country, product.country);
    if (found === null || BY_USERS.has(found.rule)) {
      leftOut.push({ country, reason: "ships none of its own to judge it by in the model" });
      return [];
    }
    if (has < orderTonnes) {
      const reason = `has ${short(has)} t a month to sell, the order would be ${short(orderTonnes)} t`;
      leftOut.push({ country, reason });
      return [];
    }
    const inflow = flow.inflow.map((rest, month) => (1 - share) * rest + share * found.ratio[firstMonth + month]!);
    return [
      tried(flows.with(limiting, { ...flow, inflow }), {
        kind: "second-source",
        country,
        rule: found.rule,
        shareOfSupply: orderTonnes / has,
      }),
    ];
  });
  return { remedies: [...sources, ...stock].sort(mostDays), leftOut };
}

function mostDays(a: Remedy, b: Remedy): number {
  return (
    b.daysGained - a.daysGained ||
    b.marginSavedUsd - a.marginSavedUsd ||
    (a.extraDays ?? 0) - (b.extraDays ?? 0) ||
    Number(a.kind === "stock-of-all") - Number(b.kind === "stock-of-all") || // the same for less stock
    ((a.country ?? "") < (b.country ?? "") ? -1 : 1)
  );
}

function short(value: number): string {
  return String(Number(value.toPrecision(2)));
}
