import { percent } from "../../charts/format.ts";
import type { Part } from "../../dependence/index.ts";
import { type Html, html, trusted } from "../html.ts";

const MOST_BARS = 6;

/** Countries as bars on one scale from 0 to 100 %, the rest folded into one. */
export function bars(parts: readonly Part[], others: number, countryName: (id: string) => string): Html {
  const shown = parts.slice(0, MOST_BARS).map((p) => ({ label: countryName(p.country), share: p.share }));
  const folded = parts.slice(MOST_BARS).reduce((sum, p) => sum + p.share, 0) + others;
  const rest = folded > 0.005 ? [{ label: "others", share: folded }] : [];
  return html`<table class="bars"><tbody>${[...shown, ...rest].map(
    ({ label, share }) =>
      html`<tr><th scope="row">${label}</th><td class="n">${percent(share)}</td><td class="bar">${bar(share)}</td></tr>`,
  )}</tbody></table>`;
}

function bar(share: number): Html {
  const width = Math.round(Math.min(1, share) * 1000) / 10;
  return trusted(
    `<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width="${width}" height="6"/></svg>`,
  );
}
