import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { builtWeb } from "./built.ts";
import { CHROMIUM_ARGS, findChromium } from "./chromium.ts";
import { type StaticServer, serveStatic } from "./serve-static.ts";

/** A page of the workbench and all that it should not have done. */
export interface OpenedPage {
  readonly page: Page;
  /** console errors and warnings, uncaught errors, requests that failed or went to another host */
  readonly faults: readonly string[];
}

export interface Workbench {
  readonly url: string;
  readonly browser: Browser;
  /** @param hash `#/chain?for=JPN`, or nothing */
  open(hash?: string, options?: BrowserContextOptions): Promise<OpenedPage>;
  close(): Promise<void>;
}

/** The static build on loopback and a browser; every page has a context of its own. */
export async function startWorkbench(): Promise<Workbench> {
  return browse(await serveStatic(await builtWeb()));
}

/** A browser on what a server serves; both end together. */
export async function browse(server: StaticServer): Promise<Workbench> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("no browser: guard the tests with describe.skipIf(noBrowser())");
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  return {
    url: server.url,
    browser,
    open: (hash = "", options = {}) => openPage(browser, server.url, hash, options),
    close: async () => {
      await browser.close();
      server.stop();
    },
  };
}

async function openPage(
  browser: Browser,
  url: string,
  hash: string,
  options: BrowserContextOptions,
): Promise<OpenedPage> {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  const { host } = new URL(url);
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on("request", (request) => {
    const to = new URL(request.url());
    if (/^(https?|wss?):$/.test(to.protocol) && to.host !== host) faults.push(`foreign: ${request.url()}`);
  });
  await page.goto(url + hash);
  await page.locator("main .screen").waitFor();
  return { page, faults };
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds against WCAG 2.2 AA (and its best practices) in a page, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  // evaluated by the debugger, which the page's security policy does not forbid
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run: (where: Document, options: object) => Promise<AxeResult> } })
      .axe;
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags } });
    return violations.map(
      (v) => `${v.id}: ${v.help} (${v.nodes.map((n) => `${n.target.join(" ")} ${n.html}`).join("; ")})`,
    );
  });
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly target: readonly string[]; readonly html: string }[];
  }[];
}
