import fc from "fast-check";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { html, sourceLink, trusted } from "../../src/report/html.ts";

test("values are escaped, Html is not, nothing prints nothing", () => {
  expect(html`<p>${"<b>"}${html`<i>${1}</i>`}${null}${false}${undefined}${["a", trusted("<hr>")]}</p>`.text).toBe(
    "<p>&lt;b&gt;<i>1</i>a<hr></p>",
  );
});

test("any text comes back from an element and an attribute", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
      const { document } = parseHTML(`<html><body>${html`<p title="${text}">x${text}</p>`.text}</body></html>`);
      const p = document.querySelector("p")!;
      expect(p.textContent).toBe(`x${text}`);
      expect(p.getAttribute("title")).toBe(text);
    }),
  );
});

test("web addresses become links by their host, other text stays", () => {
  expect(sourceLink("https://www.example.org/a?b=1&c").text).toBe(
    `<a href="https://www.example.org/a?b=1&amp;c" rel="noreferrer">example.org</a>`,
  );
  expect(sourceLink("Fact sheet, https://example.org/x").text).toBe(
    `Fact sheet, <a href="https://example.org/x" rel="noreferrer">example.org</a>`,
  );
  expect(sourceLink("javascript:alert(1)").text).toBe("javascript:alert(1)");
});
