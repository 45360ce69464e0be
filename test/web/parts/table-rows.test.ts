import { describe, expect, test } from "vitest";
import { arranged, type Column, nextSorting, sortingOf } from "../../../src/web/parts/table-rows.ts";

interface Row {
  readonly name: string;
  readonly share: number | null;
}

const columns: readonly Column<Row>[] = [
  { id: "name", title: "Name", value: (row) => row.name },
  { id: "share", title: "Share", numeric: true, value: (row) => row.share },
];
const rows: readonly Row[] = [
  { name: "Äpfel", share: 0.2 },
  { name: "Zink", share: null },
  { name: "Antimon", share: 0.9 },
  { name: "Beryllium", share: 0 },
];
const compare = new Intl.Collator("de").compare;
const names = (search: string, sort?: string) =>
  arranged(rows, columns, search, sortingOf(sort), compare).map(({ name }) => name);

describe("rows of a table", () => {
  test("are sorted as the language does", () => {
    expect(names("", "name")).toEqual(["Antimon", "Äpfel", "Beryllium", "Zink"]);
  });

  test("without a figure stand last in either order; zero is a figure", () => {
    expect(names("", "share")).toEqual(["Beryllium", "Äpfel", "Antimon", "Zink"]);
    expect(names("", "-share")).toEqual(["Antimon", "Äpfel", "Beryllium", "Zink"]);
  });

  test("keep their own order without sorting, or by a column that is not there", () => {
    expect(names("", "nothing")).toEqual(rows.map(({ name }) => name));
  });

  test("match every word of a search in any column", () => {
    expect(names("an 0.9")).toEqual(["Antimon"]);
    expect(names("zebra")).toEqual([]);
  });
});

test("a title sorts numbers from the largest first and turns round when clicked again", () => {
  expect(nextSorting(columns[1]!, undefined)).toBe("-share");
  expect(nextSorting(columns[1]!, sortingOf("-share"))).toBe("share");
  expect(nextSorting(columns[0]!, sortingOf("-share"))).toBe("name");
  expect(nextSorting(columns[0]!, sortingOf("name"))).toBe("-name");
});
