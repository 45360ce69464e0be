import { InvalidArgumentError } from "commander";

/** A whole number between bounds, as an option gives it. */
export const numberBetween = (least: number, most: number) => (text: string) => {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new InvalidArgumentError(`got "${text}", expected a whole number from ${least} to ${most}`);
};
