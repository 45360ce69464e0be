import { describe, expect, it } from "vitest";
import { explainFigure, figuresOf, findFigure, tableManual, tableNames, tables } from "../../src/dataset/index.ts";
import { smallDataset } from "./small.ts";

describe("figures", () => {
  const dataset = smallDataset();

  it("have unique names", () => {
    const names = figuresOf(dataset).map((f) => f.figure);
    expect(new Set(names).size).toBe(names.length);
  });

  it("are found by name, by words in it, or suggested", () => {
    expect(findFigure(dataset, "prices/ndpr-oxide@WLD").figures).toHaveLength(1);
    expect(findFigure(dataset, " PRICES/NDPR-OXIDE@wld").figures).toHaveLength(1);
    expect(findFigure(dataset, "prices ndpr").figures.map((f) => f.figure)).toEqual([
      "prices/ndpr-oxide@WLD",
      "prices/ndpr-metal@WLD",
    ]);
    expect(findFigure(dataset, "price/ndpr-oxide@WLD")).toEqual({
      figures: [],
      suggestions: expect.arrayContaining(["prices/ndpr-oxide@WLD"]),
    });
    expect(findFigure(dataset, "")).toEqual({ figures: [], suggestions: [] });
  });

  it("say where they come from", () => {
    const [figure] = findFigure(dataset, "separations/separate-all:bastnaesite>ndpr-oxide").figures;
    expect(explainFigure(dataset, figure!)).toEqual({
      figure: "separations/separate-all:bastnaesite>ndpr-oxide",
      value: 0.9,
      unit: "share",
      year: 2024,
      low: 0.8,
      high: 0.95,
      status: "assumed",
      source: {
        id: "monazite-assumption",
        publisher: "Monazite",
        title: "Own assumptions",
        url: "",
        licence: "CC BY 4.0",
        redistributable: "yes",
      },
      locator: "",
      note: "usual for solvent extraction",
      at: "separations.csv:2",
    });
  });
});

describe("tableManual", () => {
  it("describes every table and column", () => {
    const manual = tableManual();
    for (const name of tableNames) {
      expect(manual).toContain(`### ${tables[name].file}`);
      for (const [column, { header, about }] of Object.entries(tables[name].columns)) {
        if (!("fileColumn" in tables[name] && column === tables[name].fileColumn))
          expect(manual).toContain(`| ${header ?? column} |`);
        expect(about).not.toBe("");
      }
    }
  });
});
