import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { workbookOf } from "../web/engine/workbook.ts";
import { noBrowser } from "./chromium.ts";
import { axeFindings, startWorkbench, type Workbench } from "./page.ts";

const BOM = join(import.meta.dirname, "../../examples/bom.csv");

describe.skipIf(noBrowser())("the screen of one's own exposure", () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench?.close());

  const give = (page: Page, file: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0]) =>
    page.locator('input[type="file"]').setInputFiles(file);
  const settled = (page: Page) =>
    page.locator('.screen[aria-busy="false"] .exposure-chart').waitFor({ timeout: 60_000 });
  const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

  test("answers for a file, which goes nowhere", async () => {
    const { page, faults } = await workbench.open("#/exposure?for=DEU&scenario=april-2025-controls");
    const sent: string[] = [];
    page.on("request", (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
    await give(page, BOM);
    await settled(page);
    expect(await page.locator(".finding").textContent()).toMatch(/“[^”]+” runs short first, on \d+ \w+ 2025/);
    expect(await page.locator(".drop-words").textContent()).toBe("bom.csv: 5 rows read.");
    expect(await page.locator(".wide-table tbody tr").count()).toBe(4);
    expect(page.url()).not.toContain("bom");
    expect(sent.filter((request) => !/^GET .*\.(js|json|wasm) $/.test(request))).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test("keeps the last answer and says what is wrong with a file", async () => {
    const { page } = await workbench.open("#/exposure?for=DEU&scenario=april-2025-controls");
    await give(page, BOM);
    await settled(page);
    const finding = await page.locator(".finding").textContent();
    const [header] = readFileSync(BOM, "utf8").split("\n");
    await give(page, csv("wrong.csv", `${header}\nmotor,5,1,unobtainium,magnet,1,CHN:1,30,DEU\n`));
    await page.locator(".banner:has-text('unobtainium')").waitFor();
    expect(await page.locator(".banner").textContent()).toContain("wrong.csv, line 2");
    expect(await page.locator(".finding").textContent()).toBe(finding);
    await give(page, {
      name: "picture.csv",
      mimeType: "text/csv",
      buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]),
    });
    await page.locator(".banner:has-text('not a table')").waitFor();
    expect(await page.locator(".finding").textContent()).toBe(finding);
    await page.getByRole("button", { name: "Forget the file" }).click();
    expect(await page.locator(".exposure-chart").count()).toBe(0);
  });

  test("reads a workbook, by keyboard too, and names the columns that are wrong, in the page's language", async () => {
    const { page, faults } = await workbench.open("#/exposure?lang=de&for=DEU&scenario=april-2025-controls");
    const chosen = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Datei auswählen" }).press("Enter");
    const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    const buffer = Buffer.from(workbookOf(readFileSync(BOM, "utf8")));
    await (await chosen).setFiles({ name: "teile.xlsx", mimeType, buffer });
    await settled(page);
    expect(await page.locator(".drop-words").textContent()).toContain("teile.xlsx");
    const finding = await page.locator(".finding").textContent();
    const [header, first] = readFileSync(BOM, "utf8").split("\n");
    await give(page, csv("spalten.csv", `${header!.replace("kg_per_unit", "kg_per_unt")}\n${first}\n`));
    await page.locator(".banner:has-text('kg_per_unt')").waitFor();
    expect(await page.locator(".banner").textContent()).toMatch(/spalten\.csv, Zeile 1/);
    await give(page, csv("zelle.csv", `${header}\n${first!.replace(",1.6,", ",viel,")}\n`));
    await page.locator(".banner:has-text('viel')").waitFor();
    expect(await page.locator(".banner").textContent()).toMatch(/zelle\.csv, Zeile 2, Spalte \d+/);
    expect(await page.locator(".finding").textContent()).toBe(finding);
    expect(faults).toEqual([]);
  });

  test("does not read a file of 200 MB into memory", async () => {
    const { page, faults } = await workbench.open("#/exposure?for=DEU");
    await page.locator(".drop").waitFor();
    await page.evaluate(() => {
      const file = new File([new Blob(Array.from({ length: 200 }, () => new Uint8Array(1_000_000)))], "large.csv");
      const data = new DataTransfer();
      data.items.add(file);
      document.querySelector(".drop")!.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
    });
    await page.locator(".banner:has-text('too large')").waitFor();
    expect(faults).toEqual([]);
  });

  test("the address restores settings, and a switch of measures or month moves the answer", async () => {
    const hash =
      "#/exposure?for=DEU&scenario=us-japan-framework&measures=without&since=2026-12&second=0.5&product=speed sensor";
    const { page, faults } = await workbench.open(hash.replace(" ", "+"));
    await page.getByRole("button", { name: "Try the example" }).click();
    await settled(page);
    expect(await page.getByLabel("Measures").inputValue()).toBe("without");
    expect(await page.getByLabel("Stock as in the file").inputValue()).toBe("2026-12");
    expect(await page.locator("h2:has-text('speed sensor')").count()).toBe(1);
    const before = await page.locator(".wide-table tbody").textContent();
    await page.getByLabel("Stock as in the file").selectOption("");
    await page
      .locator('.screen[aria-busy="true"]')
      .waitFor()
      .catch(() => {});
    await page.locator('.screen[aria-busy="false"]').waitFor({ timeout: 60_000 });
    expect(await page.locator(".wide-table tbody").textContent()).not.toBe(before);
    expect(faults).toEqual([]);
  });

  test("is clean for axe on a phone, dark and in German", async () => {
    const look = { colorScheme: "dark", viewport: { width: 390, height: 844 } } as const;
    const { page, faults } = await workbench.open("#/exposure?lang=de&for=JPN&scenario=april-2025-controls", look);
    await page.getByRole("button", { name: "Beispiel ausprobieren" }).click();
    await settled(page);
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(faults).toEqual([]);
  });
});
