import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noBrowser } from "./chromium.ts";
import { axeFindings, startWorkbench, type Workbench } from "./page.ts";

describe.skipIf(noBrowser())("the screen of sources", () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench?.close());

  async function open(hash: string, options = {}) {
    const opened = await workbench.open(hash, options);
    await opened.page.locator('.screen[aria-busy="false"]').waitFor({ timeout: 60_000 });
    return opened;
  }

  test("says how many figures there are and how sure they are", async () => {
    const { page, faults } = await open("#/sources");
    expect(await page.locator(".finding").textContent()).toMatch(/5,\d{3} figures from \d+ sources/);
    expect(await page.locator(".status-bars rect").count()).toBeGreaterThan(20);
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test("finds a figure by typing, opens it, and the address restores it", async () => {
    const { page, faults } = await open("#/sources");
    await page.locator("#figure-search").fill("dysprosium oxide usgs 2026");
    await page.locator('.found:has-text("figure")').waitFor();
    const link = page.getByRole("link", { name: "Dysprosium oxide, world" });
    await link.first().waitFor();
    await link.first().click();
    await page.locator(".one-value").waitFor();
    expect(await page.locator(".one-value").textContent()).toContain("257,000 USD/t");
    const url = page.url();
    const again = await open(url.slice(url.indexOf("#")));
    await again.page.locator(".one-value").waitFor();
    expect(await again.page.locator("#figure-search").inputValue()).toBe("dysprosium oxide usgs 2026");
    expect(await axeFindings(again.page)).toEqual([]);
    await again.page.getByRole("button", { name: "Close" }).click();
    await again.page.locator(".one-value").waitFor({ state: "detached" });
    expect([...faults, ...again.faults]).toEqual([]);
  });

  test("finds figures by their names in the language of the page", async () => {
    for (const [lang, query] of [
      ["ja", "酸化ジスプロシウム　価格"],
      ["de", "Dysprosiumoxid Welt"],
    ] as const) {
      const { page, faults } = await open(`#/sources?lang=${lang}&q=${encodeURIComponent(query)}`);
      const ours = page.locator('.named-rows a[href*="prices%2Fdysprosium-oxide"]');
      await ours.first().waitFor();
      expect(faults).toEqual([]);
    }
  });

  test("links the sources that a disagreement names", async () => {
    const { page } = await open("#/sources");
    expect(await page.locator('.prose-table a:has-text("oecd-2025")').getAttribute("href")).toMatch(/^https:/);
  });

  test("says what a figure is meant to be that is none, and keeps the rest", async () => {
    const { page } = await open("#/sources?figure=prices/dysprosum-oxide@WLD");
    await page.locator(".one-figure .banner").waitFor();
    expect(await page.locator(".one-figure .banner").textContent()).toContain("prices/dysprosium-oxide@WLD");
    expect(await page.locator(".data-table").count()).toBeGreaterThan(2);
  });

  test("gives the figures that are found as a table", async () => {
    const { page } = await open("#/sources?q=gallium&status=reported");
    const view = page.locator("section.view", { has: page.locator("#figure-search") });
    await view.getByRole("button", { name: "Download" }).click();
    const download = page.waitForEvent("download");
    await view.getByRole("button", { name: "Table (CSV)" }).click();
    const text = readFileSync(await (await download).path(), "utf8");
    expect(text.split("\n")[0]).toContain("figure,value,low,high,unit,year,status,source");
    expect(text).toContain("gallium");
    expect(text).not.toContain(",assumed,");
  });

  test("is clean for axe on a phone, dark and in Japanese", async () => {
    const look = { colorScheme: "dark", viewport: { width: 390, height: 844 } } as const;
    const { page, faults } = await open("#/sources?lang=ja&figure=prices/dysprosium-oxide@WLD", look);
    await page.locator(".one-value").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(faults).toEqual([]);
  });
});
