import type { ReportOptions } from "./context.ts";
import { type Html, html, sourceLink } from "./html.ts";

/** A source written out for a list: its title if known, and its address. */
export function reference(source: string, options: ReportOptions): Html {
  const known = options.sources && Object.hasOwn(options.sources, source) ? options.sources[source] : undefined;
  const address = known ? (known.url ?? "") : source;
  const link = isWebAddress(address) ? html`<a href="${address}" rel="noreferrer">${address}</a>` : sourceLink(address);
  return known ? html`${known.title}${address !== "" && html`, ${link}`}` : link;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text);
}

/** Where a statement comes from, with a separator before it; nothing if there is no source. */
export function citation(source: string, options: ReportOptions, before = ""): Html {
  if (source === "") return html``;
  const known = options.sources && Object.hasOwn(options.sources, source) ? options.sources[source] : undefined;
  if (!known) return html`${before}${sourceLink(source)}`;
  return known.url !== undefined && isWebAddress(known.url)
    ? html`${before}<a href="${known.url}" rel="noreferrer">${known.title}</a>`
    : html`${before}${known.title}`;
}
