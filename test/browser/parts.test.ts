import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noBrowser } from "./chromium.ts";
import { serveGallery } from "./gallery/serve-gallery.ts";
import { axeFindings, browse, type Workbench } from "./page.ts";

describe.skipIf(noBrowser())("the parts of the page", () => {
  let gallery: Workbench;
  beforeAll(async () => {
    gallery = await browse(await serveGallery());
  });
  afterAll(() => gallery?.close());

  test("are clean for axe, with a menu and a card open", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const { page, faults } = await gallery.open("", { colorScheme });
      await page.getByRole("button", { name: "Download" }).first().click();
      await page.locator(".figure").focus();
      expect(await axeFindings(page)).toEqual([]);
      expect(faults).toEqual([]);
    }
  });

  test("a figure's card comes with the focus, stays under the pointer and goes with Escape", async () => {
    const { page } = await gallery.open();
    const card = page.locator(".card-of-figure");
    await page.locator(".figure").focus();
    expect(await card.innerText()).toMatch(/1,900 t\/year\s+Range\s+1,600 to 2,300 t\/year[\s\S]*estimated[\s\S]*USGS/);
    await page.keyboard.press("Escape");
    expect(await card.count()).toBe(0);
    await page.locator(".figure").hover();
    await card.hover();
    await page.waitForTimeout(400);
    expect(await card.count()).toBe(1);
    await page.mouse.move(5, 5);
    await card.waitFor({ state: "detached" });
  });

  test("the card of what has the focus comes along when it is scrolled to", async () => {
    const { page } = await gallery.open("", { viewport: { width: 800, height: 400 } });
    await page.locator('[data-mark][tabindex="0"]').focus();
    await page.waitForTimeout(300);
    const [card, mark] = await Promise.all(
      [".card-of-figure", "[data-mark]"].map((part) => page.locator(part).first().boundingBox()),
    );
    expect(Math.abs(card!.y - (mark!.y + mark!.height))).toBeLessThan(card!.height + mark!.height + 20);
  });

  test("a card stays within a narrow window", async () => {
    const { page } = await gallery.open("", { viewport: { width: 390, height: 700 } });
    await page.locator(".figure").focus();
    const box = await page.locator(".card-of-figure").boundingBox();
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(390);
  });

  test("a table is sorted and searched by keyboard", async () => {
    const { page } = await gallery.open();
    const first = page.locator("tbody tr:first-child th");
    expect(await first.innerText()).toBe("China");
    await page.getByRole("button", { name: "Share" }).focus();
    await page.keyboard.press("Enter");
    expect(await first.innerText()).toBe("Australia");
    expect(await page.getByRole("columnheader", { name: "Share" }).getAttribute("aria-sort")).toBe("ascending");
    await page.getByRole("searchbox").fill("myan");
    expect(await page.locator("tbody tr").count()).toBe(1);
    await page.getByRole("searchbox").fill("nowhere");
    expect(await page.getByText("No row matches the search.").count()).toBe(1);
  });

  test("a table comes as CSV and JSON, a chart as SVG and PNG", async () => {
    const { page, faults } = await gallery.open();
    const download = async (button: number, kind: string) => {
      await page.getByRole("button", { name: "Download" }).nth(button).click();
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.locator(`[data-kind=${kind}]:visible`).click(),
      ]);
      return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
    };
    expect((await download(0, "csv")).bytes.toString()).toBe(
      "country,share\r\nCHN,0.93\r\nMMR,0.04\r\nAUS,0.02\r\nXRW,\r\n",
    );
    expect(JSON.parse((await download(0, "json")).bytes.toString())).toHaveLength(4);
    const svg = await download(1, "svg");
    expect(svg.name).toBe("monazite-chart.svg");
    const text = svg.bytes.toString();
    expect(text).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(text).toContain("<title>A chart</title>");
    expect(text).not.toMatch(/var\(|<style|class=/);
    const png = await download(1, "png");
    expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1000); // pixels wide
    expect(faults).toEqual([]);
  });

  test("the marks of a chart are one stop of Tab, and arrows go through them", async () => {
    const { page } = await gallery.open();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    await page.locator('[data-mark][tabindex="0"]').focus();
    expect(await focused()).toBe("China: 0.93");
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("Myanmar: 0.04");
    expect(await page.locator(".card-of-figure .card-title").innerText()).toBe("Myanmar");
    await page.keyboard.press("End");
    expect(await focused()).toBe("Rest of the world: null");
    expect(await page.locator('[data-mark][tabindex="0"]').count()).toBe(1);
  });
});
