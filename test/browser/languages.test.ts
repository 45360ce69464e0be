import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { screenIds } from "../../src/web/address/schema.ts";
import { noBrowser } from "./chromium.ts";
import { startWorkbench, type Workbench } from "./page.ts";

/** English words that no German sentence has. */
const ENGLISH_IN_GERMAN = /\b(the|of|and|with|from|which|are|by|than|their|not|months?|years?|shares?)\b/i;
/** A word in Latin letters that is no name, unit or abbreviation. */
const LATIN_WORD = /(?<![\p{L}\d/.#-])[a-z]{3,}(?![\p{L}\d/.-])/u;
const LATIN_IN_JAPANESE = new Set(["eVAC"]);

/** What people read or hear of a page that claims to be in its language: texts, labels, titles, options; not code, not what is marked as another language. */
function textsOf(page: Page, lang: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const texts: string[] = [];
    const isOurs = (element: Element | null) =>
      element !== null &&
      element.closest("[lang]")?.getAttribute("lang") === wanted &&
      element.closest("code, pre, textarea, script, style, noscript, .cm-editor") === null;
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (isOurs(node.parentElement)) texts.push(node.textContent ?? "");
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt], [aria-valuetext]"))
      if (isOurs(element))
        for (const name of ["aria-label", "title", "placeholder", "alt", "aria-valuetext"])
          texts.push(element.getAttribute(name) ?? "");
    return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ""))];
  }, lang);
}

describe.skipIf(noBrowser())("the languages of the page", () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench?.close());

  const open = async (hash: string) => {
    const opened = await workbench.open(hash);
    await opened.page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
    return opened;
  };

  test.each(screenIds)(
    "%s has no English in German",
    async (screen) => {
      const { page } = await open(`#/${screen}?for=DEU&lang=de`);
      const texts = await textsOf(page, "de");
      expect(texts.length).toBeGreaterThan(10);
      expect(texts.filter((text) => ENGLISH_IN_GERMAN.test(text))).toEqual([]);
    },
    60_000,
  );

  test.each(screenIds)(
    "%s has no English in Japanese",
    async (screen) => {
      const { page } = await open(`#/${screen}?for=JPN&lang=ja`);
      const texts = await textsOf(page, "ja");
      expect(texts.length).toBeGreaterThan(10);
      const left = texts.filter((text) => LATIN_WORD.test(text) && !LATIN_IN_JAPANESE.has(text));
      expect(left).toEqual([]);
    },
    60_000,
  );

  test("the language is chosen in the page, goes into the address and into <html lang>", async () => {
    const { page, faults } = await open("#/dependence?for=JPN&lang=en");
    expect(await page.title()).toBe("Dependence – Monazite");
    for (const [lang, title] of [
      ["ja", "依存度 – Monazite"],
      ["de", "Abhängigkeit – Monazite"],
    ] as const) {
      await page.locator("header select").first().selectOption(lang);
      await page.waitForFunction((wanted) => document.title === wanted, title);
      expect(await page.locator("html").getAttribute("lang")).toBe(lang);
      await page.waitForURL(new RegExp(`lang=${lang}`));
    }
    expect(faults).toEqual([]);
  }, 60_000);
});
