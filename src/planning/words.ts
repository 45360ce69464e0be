/** Dollars for a sentence, to three digits; tables have the figures. */
export function usdWords(usd: number): string {
  const size = Math.abs(Number(usd.toPrecision(3)));
  const sign = usd < 0 && size > 0 ? "−" : "";
  if (size >= 1e9) return `USD ${sign}${Number((size / 1e9).toPrecision(3))} billion`;
  if (size >= 1e6) return `USD ${sign}${Number((size / 1e6).toPrecision(3))} million`;
  const digits = size >= 1000 ? `${Math.round(size)}`.replace(/\B(?=(\d{3})+$)/g, ",") : `${size}`;
  return `USD ${sign}${digits}`;
}
