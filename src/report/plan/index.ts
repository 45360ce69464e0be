import { namesFrom } from "../../charts/names.ts";
import type { PlanReport } from "../../planning/plan-report.ts";
import { type Html, html, trusted } from "../html.ts";
import { span } from "../plot.ts";
import { planAnswerBlock } from "./answer.ts";
import { basisSection, surenessSection } from "./basis.ts";
import { calendarSection } from "./calendar.ts";
import type { PlanContext, PlanReportOptions, PlanSection } from "./context.ts";
import { frontierSection } from "./frontier.ts";
import { flipsSection, marginalSection, regretSection } from "./robustness.ts";
import { PLAN_STYLE } from "./style.ts";
import { splitSection, usesSection } from "./who.ts";
import { worthSection } from "./worth.ts";

export type { PlanReportOptions } from "./context.ts";

const SECTIONS: readonly ((context: PlanContext) => PlanSection | null)[] = [
  frontierSection,
  calendarSection,
  worthSection,
  usesSection,
  splitSection,
  marginalSection,
  regretSection,
  flipsSection,
  surenessSection,
  basisSection,
];

/** A plan as one HTML file that stands on its own: no script, no request, light and dark; same input, same bytes. */
export function renderPlanReport(report: PlanReport, options: PlanReportOptions): string {
  const context: PlanContext = { report, options, names: namesFrom(options.names) };
  const sections = SECTIONS.map((make) => make(context)).filter((s) => s !== null);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${options.generatedWith}">
<title>${report.title}</title>
<style>${trusted(PLAN_STYLE)}</style>
</head>
<body>
<a class="skip" href="#${sections[0]!.id}">Skip to the results</a>
<header><p class="kicker">Plan · ${span(report.months)} · ${report.partners.map((p) => p.title).join(", ")}</p><h1>${report.title}</h1>
${report.description !== "" && html`<p class="about">${report.description}</p>`}</header>
<main>
${planAnswerBlock(context)}
<nav aria-label="Contents"><ol>${sections.map((s) => html`<li><a href="#${s.id}">${s.title}</a></li>`)}</ol></nav>
${sections.map(printSection)}
</main>
<footer><p>Made with ${options.generatedWith}; seed ${report.seed}. A plan says what follows from its figures, costs and probabilities; it is not a forecast.</p></footer>
</body>
</html>
`.text;
}

function printSection(section: PlanSection): Html {
  return html`<section id="${section.id}" aria-labelledby="${section.id}-title">
<h2 id="${section.id}-title">${section.title}</h2>
<p class="lead">${section.lead}</p>
${section.body}
</section>
`;
}
