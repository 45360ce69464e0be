import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noBrowser } from "./chromium.ts";
import { axeFindings, startWorkbench, type Workbench } from "./page.ts";

describe.skipIf(noBrowser())("the screen of the chain", () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench?.close());

  const drawn = (page: Page) => page.locator('.screen[aria-busy="false"] .chain-diagram').waitFor({ timeout: 60_000 });
  const link = "#/chain?for=JPN&material=dysprosium&scenario=us-japan-framework&month=2027-07&lang=en";

  test("says what the chain hangs by, draws it and is clean for axe", async () => {
    const { page, faults } = await workbench.open(link);
    await drawn(page);
    const sentence = await page.locator(".finding").innerText();
    expect(sentence).toMatch(
      /^Of the dysprosium that Japan uses, all is separated in China before any control; in July 2027 it is \d+%, the price of dysprosium oxide there is [\d.]+ times what it was/,
    );
    expect(await page.locator(".chain-diagram .block").count()).toBeGreaterThan(15);
    await page.locator(".chain-map .maker").first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test("the map shows another commodity, kept in the address, and a shipment tells its figure and source", async () => {
    const { page } = await workbench.open(link);
    await drawn(page);
    await page.getByLabel("Commodity").selectOption("ndfeb-high-coercivity");
    await page.waitForURL(/commodity=ndfeb-high-coercivity/);
    await page.locator('.chain-map [aria-label*="NdFeB"][aria-label*="China → Germany"]:not(.leaked)').focus();
    const card = page.locator(".card-of-figure");
    await card.getByText("reported").or(card.getByText("estimated")).or(card.getByText("assumed")).first().waitFor();
    expect(await card.innerText()).toMatch(/Controls\s+.*China[\s\S]*Balanced from\s+[\d,.]+ t\/year/);
  });

  test("a country that is part of an aggregate is said to be", async () => {
    const { page } = await workbench.open(link.replace("JPN", "AUT"));
    await drawn(page);
    expect(await page.locator(".lead").first().innerText()).toContain("In the model Austria is part of “");
  });

  test("a month more by keyboard changes the picture and the address", async () => {
    const { page } = await workbench.open(link);
    await drawn(page);
    const first = await page.locator('[data-mark][aria-label*="China"]').first().getAttribute("aria-label");
    await page.getByRole("slider", { name: "Month" }).focus();
    for (let i = 0; i < 6; i++) await page.keyboard.press("ArrowLeft");
    await page.waitForURL(/month=2027-01/);
    expect(await page.locator('[data-mark][aria-label*="China"]').first().getAttribute("aria-label")).not.toBe(first);
  });

  test("the places have cards by keyboard", async () => {
    const { page } = await workbench.open(link);
    await drawn(page);
    await page.locator('.chain-diagram [data-mark][tabindex="0"]').focus();
    await page.keyboard.press("ArrowRight");
    const card = await page.locator(".card-of-figure").innerText();
    expect(card).toMatch(/Mined: Myanmar\s+[\d.]+\st\/month\s+Month\s+July 2027\s+Share of the stage/);
  });

  test("without the measures it is another picture, kept in the address", async () => {
    const { page } = await workbench.open(link);
    await drawn(page);
    const sentence = await page.locator(".finding").innerText();
    await page.getByLabel("Measures of the scenario").selectOption("without");
    await page.waitForURL(/measures=without/);
    await page.waitForFunction((old) => document.querySelector(".finding")?.textContent !== old, sentence, {
      timeout: 60_000,
    });
  });

  test("a material whose chain the scenario does not open is said, with what to choose", async () => {
    const { page, faults } = await workbench.open(link.replace("dysprosium", "lithium"));
    const banner = page.locator(".banner");
    await banner.waitFor({ timeout: 60_000 });
    expect(await banner.innerText()).toContain("the scenario does not open the chain of lithium");
    expect(faults).toEqual([]);
  });

  test("every month comes as a table, the picture as SVG", async () => {
    const { page } = await workbench.open(link);
    await drawn(page);
    const download = async (kind: string) => {
      await page.getByRole("button", { name: "Download" }).first().click();
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.locator(`[data-kind=${kind}]:visible`).click(),
      ]);
      return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
    };
    const csv = await download("csv");
    expect(csv.name).toBe("monazite-chain-JPN-dysprosium-us-japan-framework-2027-07.csv");
    expect(csv.text).toMatch(/^month,stage,place,from scrap,tonnes,shortfall share\r\nbefore,mine,CHN,false,6\.8/);
    const svg = await download("svg");
    expect(svg.text).not.toMatch(/var\(|class=/);
    expect(svg.text).toContain("Myanmar");
  });
});
