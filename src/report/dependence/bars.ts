import { restParts } from "../../charts/dependence-text.ts";
import { percent } from "../../charts/format.ts";
import type { ImportSupply, Part, WorldSupply } from "../../dependence/index.ts";
import { type Html, html, trusted } from "../html.ts";

const MOST_BARS = 6;

/** Countries as bars on one scale from 0 to 100 %, then small ones folded into one, groups and others. */
export function bars(
  parts: readonly Part[],
  supply: WorldSupply | ImportSupply,
  countryName: (id: string) => string,
): Html {
  const shown = parts.slice(0, MOST_BARS).map((p) => ({ label: countryName(p.country), share: p.share }));
  const folded = parts.slice(MOST_BARS);
  const more =
    folded.length === 0 ? [] : [[`${folded.length} more`, folded.reduce((sum, p) => sum + p.share, 0)] as const];
  const rest = [...more, ...restParts(supply, countryName)].map(([label, share]) => ({ label, share }));
  return shareBars([...shown, ...rest]);
}

/** Shares as bars on one scale from 0 to 100 %. */
export function shareBars(rows: readonly { readonly label: string; readonly share: number }[]): Html {
  return html`<table class="bars"><tbody>${rows.map(
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
