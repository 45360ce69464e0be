import type { Rehearsal } from "../simulation/result.ts";
import { type Context, contextOf, type ReportOptions } from "./context.ts";
import { html, prose } from "./html.ts";
import { printContents, printPage, printSection, type Section } from "./page.ts";
import { span } from "./plot.ts";
import { answerBlock } from "./sections/answer.ts";
import { assumptionsSection, checksSection } from "./sections/basis.ts";
import { chainSection } from "./sections/chain.ts";
import { coverSection, pricesSection, shortfallSection } from "./sections/panels.ts";
import { rentsSection } from "./sections/rents.ts";
import { shortagesSection } from "./sections/shortages.ts";
import { timelineSection } from "./sections/timeline.ts";
import { twoPricesSection } from "./sections/two-prices.ts";
import { worthSection } from "./sections/worth.ts";
import { STYLE } from "./style.ts";

export type { ReportOptions } from "./context.ts";

const SECTIONS: readonly ((context: Context) => Section | null)[] = [
  shortagesSection,
  shortfallSection,
  pricesSection,
  twoPricesSection,
  timelineSection,
  worthSection,
  coverSection,
  chainSection,
  rentsSection,
  assumptionsSection,
  checksSection,
];

/**
 * A rehearsal as one HTML file that stands on its own: no script, no request, light and dark, for screen, phone and paper.
 * The same rehearsal and options give the same bytes.
 */
export function renderReport(rehearsal: Rehearsal, options: ReportOptions): string {
  const context = contextOf(rehearsal, options);
  const sections = SECTIONS.map((make) => make(context)).filter((s) => s !== null);
  const data = options.datasetVersion === undefined ? "" : `, dataset ${options.datasetVersion}`;
  return printPage({
    title: rehearsal.title,
    generatedWith: options.generatedWith,
    style: STYLE,
    body: html`<a class="skip" href="#shortages">Skip to the results</a>
<header>
<p class="kicker">Rehearsal · ${span(rehearsal.months)}</p>
<h1>${rehearsal.title}</h1>
${rehearsal.description !== "" && html`<p class="about">${prose(rehearsal.description)}</p>`}
</header>
<main>
${answerBlock(context)}
${printContents(sections)}
${sections.map(printSection)}
</main>
<footer><p>Made with ${options.generatedWith}${data}. A rehearsal says what follows from its figures and assumptions; it is not a forecast.</p></footer>`,
  });
}
