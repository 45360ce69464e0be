import type { Model } from "../chain/model.ts";

const scaledLast = new WeakMap<Model, { readonly factor: number; readonly model: Model }>();

/**
 * The model with this many times its normal private stocks. They are normal there: without a policy it stands as still as
 * the one given.
 */
export function withCover(model: Model, factor = 1): Model {
  if (factor === 1) return model;
  const known = scaledLast.get(model);
  if (known?.factor === factor) return known.model;
  const stocks = model.stocks.map((stock) => ({
    ...stock,
    normalTonnes: factor * stock.normalTonnes,
    normalCoverDays: factor * stock.normalCoverDays,
  }));
  const scaled = { ...model, stocks };
  scaledLast.set(model, { factor, model: scaled });
  return scaled;
}
