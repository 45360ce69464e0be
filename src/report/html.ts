/** Text that is HTML already. Made only by {@link html} and {@link trusted}. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

type Value = string | number | null | undefined | false | Html | readonly Value[];

/** Template tag: everything put in is escaped, except other {@link Html}; null and false print nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.reduce((text, part, i) => text + print(values[i - 1]) + part));
}

/** Marks text as HTML. Only for what this program made itself, such as a drawn picture. */
export function trusted(text: string): Html {
  return new Html(text);
}

function print(value: Value): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map(print).join("");
  return escapeText(String(value));
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text safe inside an element and inside a quoted attribute; control characters that HTML forbids are dropped. */
export function escapeText(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}/gu, "").replace(/[&<>"']/g, (c) => ESCAPES[c]!);
}

/** Text in which what stands between backticks is code. */
export function prose(text: string): Html {
  return html`${text.split(/`([^`]+)`/).map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

/** A source as a link where it is a web address, else as text. */
export function sourceLink(source: string): Html {
  return /^https?:\/\/[^\s]+$/i.test(source)
    ? html`<a href="${source}" rel="noreferrer">${hostOf(source)}</a>`
    : html`${linkedText(source)}`;
}

function linkedText(text: string): Html[] {
  return text.split(/(https?:\/\/[^\s,;)]+)/i).map((part, i) => (i % 2 === 1 ? sourceLink(part) : html`${part}`));
}

function hostOf(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/i, "").replace(/[/?#].*$/, "");
}
