import { type Html, html, trusted } from "./html.ts";

/** What a report page consists of. */
export interface Page {
  readonly title: string;
  readonly generatedWith: string;
  readonly style: string;
  readonly body: Html;
}

/** One HTML file that stands on its own: no script, no request, light and dark. */
export function printPage({ title, generatedWith, style, body }: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${generatedWith}">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
${body}
</body>
</html>
`.text;
}

/** A part of a report with its heading. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** one or two sentences on how to read it */
  readonly lead: Html;
  readonly body: Html;
}

/** A list of links to the sections. */
export function printContents(sections: readonly Pick<Section, "id" | "title">[]): Html {
  return html`<nav aria-label="Contents"><ol>${sections.map((s) => html`<li><a href="#${s.id}">${s.title}</a></li>`)}</ol></nav>`;
}

export function printSection({ id, title, lead, body }: Section): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
<p class="lead">${lead}</p>
${body}
</section>
`;
}
