import { describe, expect, it } from "vitest";
import { readCell } from "../../src/dataset/cell.ts";
import { date, id, integer, names, number, oneOf, optional, text, year } from "../../src/dataset/schema/column.ts";

describe("readCell", () => {
  it.each([
    ["", []],
    ["CHN", ["CHN"]],
    ["USA CHN", ["USA", "CHN"]],
  ])("reads %j as names", (cell, value) => {
    expect(readCell(names("n", {}), cell)).toEqual({ ok: true, value });
  });

  it.each([
    ["USA  CHN", '"" is not a name'],
    ["USA;CHN", '"USA;CHN" is not a name'],
    ["USA CHN USA", '"USA" comes twice'],
    ["metal magnett", 'unknown name "magnett"'],
  ])("does not read %j as names", (cell, message) => {
    const values = cell.startsWith("metal") ? { values: ["metal", "magnet"] } : {};
    expect(readCell(names("n", values), cell)).toMatchObject({ ok: false, message });
  });

  it.each([
    ["1", 1],
    ["-0.5", -0.5],
    ["1e3", 1000],
    ["0.10", 0.1],
    ["123456.75", 123456.75],
  ])("reads %s as a number", (cell, value) => {
    expect(readCell(number("n"), cell)).toEqual({ ok: true, value });
  });

  it.each([
    "1,000",
    "1 000",
    "NaN",
    "Infinity",
    "0x1F",
    "1e999",
    ".5",
    "5.",
    "+5",
    "01",
    "1_000",
    "٣",
    "12t",
    " 1",
    "--1",
  ])("refuses %s as a number", (cell) => {
    expect(readCell(number("n"), cell).ok).toBe(false);
  });

  it("keeps to ranges, words, names and dates", () => {
    expect(readCell(number("n", [0, 1]), "1.5")).toMatchObject({ ok: false, message: "1.5 is outside 0 to 1" });
    expect(readCell(integer("n"), "1.5").ok).toBe(false);
    expect(readCell(year("y"), "1850").ok).toBe(false);
    expect(readCell(oneOf(["reported", "assumed"], "s"), "asumed")).toMatchObject({
      remedy: 'did you mean "assumed"?',
    });
    expect(readCell(id("i"), "two words").ok).toBe(false);
    expect(readCell(id("i"), "CHN ")).toMatchObject({ ok: false, remedy: "remove them" });
    for (const good of ["2025", "2025-04", "2024-02-29"]) expect(readCell(date("d"), good).ok).toBe(true);
    for (const bad of ["2025-13", "2025-02-29", "25-01", "2025-4", "soon"])
      expect(readCell(date("d"), bad).ok).toBe(false);
  });

  it("lets only optional cells be blank: null for a number, empty for text", () => {
    expect(readCell(number("n"), "").ok).toBe(false);
    expect(readCell(optional(number("n")), "")).toEqual({ ok: true, value: null });
    expect(readCell(optional(text("t")), " ")).toEqual({ ok: true, value: "" });
  });
});
