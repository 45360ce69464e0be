import { namesFrom } from "../../charts/names.ts";
import type { PlanReport } from "../../planning/plan-report.ts";
import { html } from "../html.ts";
import { printContents, printPage, printSection, type Section } from "../page.ts";
import { span } from "../plot.ts";
import { planAnswerBlock } from "./answer.ts";
import { basisSection, surenessSection } from "./basis.ts";
import { calendarSection } from "./calendar.ts";
import type { PlanContext, PlanReportOptions } from "./context.ts";
import { frontierSection } from "./frontier.ts";
import { flipsSection, regretSection } from "./robustness.ts";
import { PLAN_STYLE } from "./style.ts";
import { costsSection, valueSection } from "./value.ts";
import { splitSection, usesSection } from "./who.ts";
import { worthSection } from "./worth.ts";

export type { PlanReportOptions } from "./context.ts";

const SECTIONS: readonly ((context: PlanContext) => Section | null)[] = [
  frontierSection,
  calendarSection,
  worthSection,
  usesSection,
  splitSection,
  valueSection,
  regretSection,
  flipsSection,
  costsSection,
  surenessSection,
  basisSection,
];

/** A plan as one HTML file that stands on its own: no script, no request, light and dark; same input, same bytes. */
export function renderPlanReport(report: PlanReport, options: PlanReportOptions): string {
  const context: PlanContext = { report, options, names: namesFrom(options.names) };
  const sections = SECTIONS.map((make) => make(context)).filter((s) => s !== null);
  return printPage({
    title: report.title,
    generatedWith: options.generatedWith,
    style: PLAN_STYLE,
    body: html`<a class="skip" href="#${sections[0]!.id}">Skip to the results</a>
<header><p class="kicker">Plan · ${span(report.months)} · ${report.partners.map((p) => p.title).join(", ")}</p><h1>${report.title}</h1>
${report.description !== "" && html`<p class="about">${report.description}</p>`}</header>
<main>
${planAnswerBlock(context)}
${printContents(sections)}
${sections.map(printSection)}
</main>
<footer><p>Made with ${options.generatedWith}; seed ${report.seed}. A plan says what follows from its figures, costs and probabilities; it is not a forecast.</p></footer>`,
  });
}
