import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { screenIds } from "../../src/web/address/schema.ts";
import { noBrowser } from "./chromium.ts";
import { axeFindings, startWorkbench, type Workbench } from "./page.ts";

describe.skipIf(noBrowser())("the workbench in a browser", () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench?.close());

  test("loads without a fault and asks no other host", async () => {
    const { page, faults } = await workbench.open();
    expect(await page.title()).toBe("Chain – Monazite");
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(faults).toEqual([]);
  });

  test.each(screenIds)("%s is clean for axe, wide and light, narrow and dark", async (screen) => {
    const looks = [
      { colorScheme: "light", viewport: { width: 1280, height: 900 } },
      { colorScheme: "dark", viewport: { width: 390, height: 844 } },
    ] as const;
    for (const look of looks) {
      const { page, faults } = await workbench.open(`#/${screen}`, look);
      expect(await axeFindings(page)).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(look.viewport.width);
      expect(faults).toEqual([]);
      await page.context().close();
    }
  });

  test("every screen is reached by keyboard", async () => {
    const { page, faults } = await workbench.open();
    for (const screen of screenIds.slice(1)) {
      const link = page.locator(`nav.screens a[href^="#/${screen}?"]`);
      for (let i = 0; i < 40 && !(await link.evaluate((a) => a === document.activeElement)); i++)
        await page.keyboard.press(i === 0 ? "Control+Home" : "Tab");
      await page.keyboard.press("Enter");
      await page.locator(`nav.screens a[href^="#/${screen}?"][aria-current="page"]`).waitFor();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.evaluate(() => document.querySelector<HTMLElement>(".brand")?.focus());
    }
    expect(faults).toEqual([]);
  });

  test("the address restores what was seen", async () => {
    const first = await workbench.open("#/dependence?for=DEU&material=gallium&lang=de&theme=dark");
    const url = first.page.url();
    expect(url).toContain("for=DEU&material=gallium&scenario=us-japan-framework&lang=de&theme=dark");
    const again = await workbench.open(url.slice(url.indexOf("#")));
    expect(again.page.url()).toBe(url);
    const html = again.page.locator("html");
    expect(await html.getAttribute("lang")).toBe("de");
    expect(await html.getAttribute("data-theme")).toBe("dark");
    expect(await again.page.locator("nav.screens [aria-current]").textContent()).toBe("Abhängigkeit");
  });

  test("the language can be changed, and back is back", async () => {
    const { page, faults } = await workbench.open();
    await page.getByLabel("Language").selectOption("ja");
    await page.getByRole("link", { name: "供給網" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("ja");
    await page.getByRole("link", { name: "出典" }).click();
    await page.waitForURL(/#\/sources\?.*lang=ja/);
    await page.goBack();
    await page.waitForURL(/#\/chain\?/);
    expect(faults).toEqual([]);
  });

  test("a country is found by typing, with the list clean for axe", async () => {
    const { page } = await workbench.open();
    const viewpoint = page.getByRole("combobox", { name: "Seen from" });
    await viewpoint.click();
    await viewpoint.fill("turkiye");
    expect(await page.locator(".option").allTextContents()).toEqual(["Türkiye"]);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.waitForURL(/for=TUR/);
    await viewpoint.press("ArrowDown");
    await viewpoint.press("ArrowDown");
    await viewpoint.press("Enter");
    await page.waitForURL(/for=TKM/);
    expect(await viewpoint.inputValue()).toBe("Turkmenistan");
  });

  test("a browser that asks for German gets German", async () => {
    const { page } = await workbench.open("", { locale: "de-AT" });
    expect(await page.locator("html").getAttribute("lang")).toBe("de");
  });

  test("what is wrong in an address is told, and what was there before is kept", async () => {
    const { page } = await workbench.open("#/chain?for=DEU");
    await page.evaluate(() => {
      location.hash = "#/chain?for=JAP&month=2026-13&materal=gallium";
    });
    const banner = page.locator(".banner");
    await banner.waitFor();
    const text = await banner.innerText();
    expect(text).toContain("for: nothing is called “JAP”");
    expect(text).toContain("month: got “2026-13”, expected a month such as 2026-12.");
    expect(text).toContain("There is no parameter “materal”. Did you mean “material”?");
    expect(page.url()).toContain("#/chain?for=DEU&");
  });

  test("once loaded it works without a network, loading it again included", async () => {
    const { page, faults } = await workbench.open();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.context().setOffline(true);
    await page.reload();
    for (const screen of [...screenIds].reverse()) {
      await page.locator(`nav.screens a[href^="#/${screen}?"]`).click();
      await page.locator(`nav.screens a[href^="#/${screen}?"][aria-current="page"]`).waitFor();
      await page.locator("main .screen").waitFor();
    }
    await page.getByLabel("Language").selectOption("de");
    await page.getByRole("link", { name: "Quellen" }).waitFor();
    expect(faults).toEqual([]);
  });
});
