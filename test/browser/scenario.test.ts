import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noBrowser } from "./chromium.ts";
import { axeFindings, startWorkbench, type Workbench } from "./page.ts";

/** Waits until the page has computed what its address asks for. */
async function settled(page: Page): Promise<void> {
  await page.locator(".screen[aria-busy=false] .line-panels svg").first().waitFor({ timeout: 60_000 });
}

describe.skipIf(noBrowser())("the screen of the scenario", () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench?.close());

  const changed = (page: Page, before: string) =>
    expect.poll(() => finding(page), { timeout: 30_000 }).not.toBe(before);
  const finding = (page: Page) => page.locator(".finding").innerText();

  test("a slider moves the numbers, the address keeps it, and a link restores it", async () => {
    const { page, faults } = await workbench.open("#/scenario?for=JPN&scenario=april-2025-controls");
    await settled(page);
    const before = await finding(page);
    expect(before).toMatch(/^Japan: .+ run short first, in .+ Products worth \$[\d.]+bn cannot be made by /);
    const slider = page.getByRole("slider", { name: "Licences approved" });
    await slider.focus();
    await slider.press("Home");
    await page.waitForURL(/approval=0(&|$)/);
    await changed(page, before);
    await settled(page);
    const after = await finding(page);
    expect(after).not.toBe(before);
    const again = await workbench.open(page.url().slice(page.url().indexOf("#")));
    await settled(again.page);
    expect(await finding(again.page)).toBe(after);
    await page.getByRole("button", { name: "Undo: Licences approved: 0%" }).click();
    await page.waitForURL((url) => !url.hash.includes("approval"));
    await expect.poll(() => finding(page), { timeout: 30_000 }).toBe(before);
    expect(faults).toEqual([]);
  });

  test("an event is switched off by keyboard, and one of the ledger is added", async () => {
    const { page, faults } = await workbench.open("#/scenario?for=JPN&scenario=april-2025-controls");
    await settled(page);
    const licences = page.getByRole("checkbox", { name: /China licenses/ });
    await licences.focus();
    await licences.press("Space");
    await page.waitForURL(/off=/);
    await expect.poll(() => finding(page), { timeout: 30_000 }).toContain("no end use runs short");
    await page.getByRole("combobox", { name: "Add an event of the ledger" }).fill("five more");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    expect(faults).toEqual([]);
  });

  test("the text is edited with completions, wrong text is told and not run, right text is run and in the link", async () => {
    const { page, faults } = await workbench.open("#/scenario?for=JPN&scenario=april-2025-controls");
    await settled(page);
    const before = await finding(page);
    await page.getByRole("button", { name: "Edit the text" }).click();
    const editor = page.getByRole("textbox", { name: "Text of the scenario" });
    await editor.waitFor();
    await page.getByText("No problems.").waitFor();
    await editor.press("Control+End");
    await editor.press("Enter");
    await editor.pressSequentially("stockCoverF");
    await page.getByRole("option", { name: /stockCoverFactor/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await editor.pressSequentially("20");
    await page.locator(".editor-problems li").first().waitFor();
    expect(await page.getByRole("button", { name: "Run this text" }).isDisabled()).toBe(true);
    expect(await finding(page)).toBe(before);
    await editor.press("Backspace");
    await page.getByText("No problems.").waitFor();
    await page.getByRole("button", { name: "Run this text" }).click();
    await page.waitForURL(/yaml=/);
    await changed(page, before);
    await settled(page);
    const after = await finding(page);
    expect(after).not.toBe(before);
    const again = await workbench.open(page.url().slice(page.url().indexOf("#")));
    await settled(again.page);
    expect(await finding(again.page)).toBe(after);
    const restored = again.page.getByRole("textbox", { name: "Text of the scenario" });
    await restored.press("Control+End");
    await expect.poll(() => restored.innerText()).toContain("stockCoverFactor: 2");
    expect([...faults, ...again.faults]).toEqual([]);
  });

  test("a file that is no text or has problems leaves what was there", async () => {
    const { page, faults } = await workbench.open("#/scenario?for=JPN&scenario=april-2025-controls");
    await settled(page);
    const before = await finding(page);
    const input = page.locator(".file-button input");
    await input.setInputFiles({ name: "a.yaml", mimeType: "text/yaml", buffer: Buffer.from([0xff, 0xfe, 0, 1]) });
    await page.getByText("The file is no text in UTF-8").waitFor();
    await input.setInputFiles({ name: "b.yaml", mimeType: "text/yaml", buffer: Buffer.alloc(2_000_000, 97) });
    await page.getByText("The file is too large").waitFor();
    await input.setInputFiles({ name: "c.yaml", mimeType: "text/yaml", buffer: Buffer.from("titel: x\nmonths: 3\n") });
    await page.locator(".editor-problems li").first().waitFor();
    expect(await finding(page)).toBe(before);
    const yaml = "extends: april-2025-controls\nmonths: 12\n";
    await input.setInputFiles({ name: "d.yaml", mimeType: "text/yaml", buffer: Buffer.from(yaml) });
    await page.waitForURL(/yaml=/);
    await changed(page, before);
    await settled(page);
    expect(faults).toEqual([]);
  });

  test("the file that is saved is the one that is shown", async () => {
    const { page } = await workbench.open("#/scenario?for=JPN&scenario=april-2025-controls&approval=0.2");
    await settled(page);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as YAML" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("april-2025-controls-edited.yaml");
    const stream = await file.createReadStream();
    let text = "";
    for await (const part of stream) text += String(part);
    expect(text).toContain("approvalShare: 0.2");
  });
});
