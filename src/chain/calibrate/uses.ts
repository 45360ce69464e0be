import { type Calibration, valueAtBasePrices } from "../calibrate.ts";
import type { Skeleton } from "../skeleton.ts";

/**
 * Every use as the tranches of its demand curve: full at the base price, falling as the price rises, never above need.
 * Nobody pays more for the material than the product is worth, which caps the price at which a tranche gives up.
 */
export function addUses(calibration: Calibration, skeleton: Skeleton, level: Float64Array): void {
  const { draft, dataset } = calibration;
  const applications = new Map(dataset.applications.map((a) => [a.application, a]));
  skeleton.activities.forEach((activity, a) => {
    if (activity.kind !== "use") return;
    const application = applications.get(activity.application!)!;
    const { net } = valueAtBasePrices(draft, activity.entries);
    const priceUsdPerTonne = -net;
    const leewayUsdPerTonne = application.value - priceUsdPerTonne;
    if (!(leewayUsdPerTonne > 0))
      throw new Error(
        `${activity.id}: a tonne of material costs ${priceUsdPerTonne} USD, the products made of it are worth ${application.value} USD (${application.figure}); raise the product value`,
      );
    const tranches = demandCurve(calibration, application.curve).map(({ share, elasticity }, step) => {
      const tonnes = share * level[a]!;
      return draft.addActivity(
        { ...activity, id: `${activity.id}:${step}`, step },
        {
          referenceLevel: tonnes,
          lowerBound: 0,
          upperBound: tonnes,
          marginalCost: net,
          slope: Math.min(priceUsdPerTonne / elasticity, leewayUsdPerTonne) / Math.max(tonnes, SMALLEST_TONNES),
        },
        tonnes,
      );
    });
    draft.applications.push({
      application: application.application,
      use: application.use,
      country: activity.country,
      activities: tranches,
      demandTonnes: level[a]!,
      productValueUsdPerTonne: application.value,
    });
  });
}

const SMALLEST_TONNES = 1e-9;

function demandCurve({ dataset }: Calibration, curve: string): { share: number; elasticity: number }[] {
  const rows = dataset.demandCurves.filter((r) => r.curve === curve);
  const tranches = [...new Set(rows.map((r) => r.tranche))].sort((a, b) => Number(a) - Number(b));
  return tranches.map((tranche) => {
    const read = (parameter: string) => {
      const row = rows.find((r) => r.tranche === tranche && r.parameter === parameter);
      if (!row) throw new Error(`data/demand_curves.csv: curve ${curve}, tranche ${tranche} has no ${parameter}`);
      return row.value;
    };
    return { share: read("share"), elasticity: read("elasticity") };
  });
}
