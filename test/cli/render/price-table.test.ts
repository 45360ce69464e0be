import { expect, test } from "vitest";
import { namesFrom } from "../../../src/charts/names.ts";
import { priceTable } from "../../../src/cli/render/price-table.ts";
import { terminal } from "../../../src/cli/render/terminal.ts";
import { sampleRehearsal } from "../../report/sample.ts";

const sample = sampleRehearsal();
const text = (rehearsal: typeof sample, width: number) => priceTable(rehearsal, namesFrom(), { width }).join("\n");

test("a controlling country that is looked at has its low and its peak", () => {
  const found = text({ ...sample, viewpoint: ["CHN", "JPN"] }, 120);
  expect(found).toMatch(/^commodity +before +China, low +China, peak +Japan, peak$/m);
  expect(found).toMatch(/^Dysprosium oxide +USD 235\/kg +0\.88× +1\.0× → 1\.0× +2\.8× → 2\.8×$/m);
});

test("with several inside countries each cell names its own", () => {
  const heldBack = sample.heldBack.map((h, i) => ({ ...h, country: i === 0 ? "DEU" : "CHN" }));
  const found = text({ ...sample, heldBack }, 120);
  expect(found).toMatch(/^commodity +before +inside, low +Japan/m);
  expect(found).toMatch(/^Terbium oxide .* 0\.88× CHN /m);
  expect(found).toMatch(/^NdPr oxide +USD 58\/kg +– /m);
});

test("without anything held back there is no inside column", () => {
  expect(text({ ...sample, heldBack: [] }, 120)).toMatch(/^commodity +before +Japan, peak +United States, peak$/m);
});

test("codes stand for names before a column is given up, and what is given up is named", () => {
  const three = { ...sample, viewpoint: ["JPN", "USA", "DEU"] };
  expect(text(three, 80)).toMatch(/^commodity +before +CHN, low +JPN, peak +USA, peak +DEU, peak$/m);
  const narrow = text({ ...sample, viewpoint: ["JPN", "USA", "DEU", "CHN"] }, 60);
  expect(narrow).toMatch(/^commodity +JPN, peak +USA, peak +DEU, peak$/m);
  expect(narrow.replaceAll("\n", " ")).toContain("No room for “before”, “CHN, low” and “CHN, peak” (--html");
});

test("as wide as the terminal, up to 120; COLUMNS counts where there is none", () => {
  const before = process.env.COLUMNS;
  try {
    delete process.env.COLUMNS;
    expect(terminal({}).width).toBe(80);
    expect(terminal({ isTTY: true, columns: 240 }).width).toBe(120);
    process.env.COLUMNS = "100";
    expect(terminal({}).width).toBe(100);
    expect(terminal({ isTTY: true, columns: 70 }).width).toBe(70);
    process.env.COLUMNS = "wide";
    expect(terminal({}).width).toBe(80);
  } finally {
    if (before === undefined) delete process.env.COLUMNS;
    else process.env.COLUMNS = before;
  }
});
