import { Parser } from "htmlparser2";

/** What an HTML page says of itself, and its text. */
export interface PageText {
  readonly text: string;
  readonly title: string | null;
  /** as written in the page's metadata or first `time` */
  readonly published: string | null;
  /** `lang` of the page */
  readonly language: string | null;
  /** characters of navigation, footers, forms and the like, and of what stands outside the article */
  readonly leftOutCharacters: number;
}

const NOT_TEXT = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "head",
  "iframe",
  "object",
  "math",
  "canvas",
]);
const NOT_ARTICLE = new Set(["nav", "footer", "aside", "form", "button", "select", "dialog", "menu", "figcaption"]);
const BLOCK = new Set(
  "address article blockquote body caption dd details div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 header hr html li main ol option p pre section summary table tbody td tfoot th thead title tr ul br".split(
    " ",
  ),
);
const DATE_METAS = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "date",
  "dc.date",
  "dcterms.date",
  "dc.date.issued",
  "pubdate",
  "publishdate",
  "publication_date",
  "parsely-pub-date",
  "sailthru.date",
];
const LEAST_ARTICLE_CHARACTERS = 200;
export const DEEPEST = 10_000;

/** Whether a text is a page of HTML rather than plain text that mentions a tag. */
export function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, 5_000);
  return (
    /^\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype|html|head|body|article|div|main|section|p|h[1-6]|meta|table|!--)\b/i.test(
      start,
    ) || /<\/(?:p|div|body|html|article|h[1-6]|li|span)>/i.test(start)
  );
}

/**
 * The readable text of a page, a line per block. Where there is an `article` (or `main`) of some length, only that.
 * @param tooDeep called for a page nested deeper than {@link DEEPEST} (the parser's time grows with the square of depth)
 */
export function htmlText(html: string, tooDeep: () => never): PageText {
  const all = new TextCollector();
  const article = new TextCollector();
  const main = new TextCollector();
  let hiddenIn: { name: string; depth: number } | null = null;
  let depth = 0;
  let articleDepth = 0;
  let mainDepth = 0;
  let leftOut = 0;
  let title = "";
  let inTitle = false;
  let json: string | null = null;
  let published: { value: string; rank: number } | null = null;
  let language: string | null = null;
  const offer = (value: string | undefined, rank: number) => {
    if (value && (published === null || rank < published.rank)) published = { value: value.trim(), rank };
  };
  const each = (act: (to: TextCollector) => void) => {
    act(all);
    if (articleDepth > 0) act(article);
    if (mainDepth > 0) act(main);
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > DEEPEST) tooDeep();
        if (name === "html" && attributes.lang) language = attributes.lang.slice(0, 2).toLowerCase();
        if (name === "meta") {
          const key = (attributes.property ?? attributes.name ?? attributes.itemprop ?? "").toLowerCase();
          const rank = DATE_METAS.indexOf(key);
          if (rank >= 0) offer(attributes.content, rank);
        }
        if (name === "title" && title === "") inTitle = true;
        if (name === "script" && /ld\+json/i.test(attributes.type ?? "")) json = "";
        if (hiddenIn !== null) {
          if (hiddenIn.name === name) hiddenIn.depth += 1;
          return;
        }
        if (
          NOT_TEXT.has(name) ||
          NOT_ARTICLE.has(name) ||
          "hidden" in attributes ||
          attributes["aria-hidden"] === "true"
        ) {
          if (!VOID.has(name)) hiddenIn = { name, depth: 1 };
          return;
        }
        if (name === "article") articleDepth += 1;
        if (name === "main") mainDepth += 1;
        if (name === "time") offer(attributes.datetime, 50);
        if (BLOCK.has(name)) each((to) => to.breakLine());
        if (name === "li") each((to) => to.add("• "));
      },
      ontext(text) {
        if (inTitle) title += text;
        if (json !== null && json.length < 200_000) json += text;
        if (hiddenIn !== null) {
          if (!NOT_TEXT.has(hiddenIn.name)) leftOut += text.trim().length;
          return;
        }
        each((to) => to.add(text));
      },
      onclosetag(name) {
        depth -= 1;
        if (name === "title") inTitle = false;
        if (name === "script" && json !== null) {
          offer(/"datePublished"\s*:\s*"([^"]{4,40})"/.exec(json)?.[1], 0.5);
          json = null;
        }
        if (hiddenIn !== null) {
          if (hiddenIn.name === name && --hiddenIn.depth === 0) hiddenIn = null;
          return;
        }
        if (BLOCK.has(name)) each((to) => to.breakLine());
        if (name === "article") articleDepth = Math.max(0, articleDepth - 1);
        if (name === "main") mainDepth = Math.max(0, mainDepth - 1);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();

  const whole = all.text();
  const chosen = [article.text(), main.text()].find((text) => text.length >= LEAST_ARTICLE_CHARACTERS) ?? whole;
  return {
    text: chosen,
    title: title.trim() === "" ? null : title.replace(/\s+/g, " ").trim(),
    published: (published as { value: string } | null)?.value ?? null,
    language,
    leftOutCharacters: leftOut + whole.length - chosen.length,
  };
}

const VOID = new Set([
  "input",
  "img",
  "br",
  "hr",
  "meta",
  "link",
  "area",
  "base",
  "col",
  "embed",
  "source",
  "track",
  "wbr",
]);

/** Text with white space as a browser shows it: runs are one blank, blocks begin on a line of their own. */
class TextCollector {
  readonly #parts: string[] = [];
  #atLineStart = true;
  #blank = false;

  add(text: string): void {
    for (const [i, piece] of text.split(/[\t\n\f\r ]+/).entries()) {
      if (i > 0) this.#blank = true;
      if (piece === "") continue;
      if (this.#blank && !this.#atLineStart) this.#parts.push(" ");
      this.#parts.push(piece);
      this.#blank = false;
      this.#atLineStart = false;
    }
  }

  breakLine(): void {
    if (!this.#atLineStart) this.#parts.push("\n");
    this.#atLineStart = true;
    this.#blank = false;
  }

  text(): string {
    return this.#parts.join("").replace(/\n+$/, "");
  }
}
