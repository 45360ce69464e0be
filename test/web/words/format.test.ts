import { describe, expect, test } from "vitest";
import { formatOf } from "../../../src/web/words/format.ts";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const [en, de, ja] = [formatOf("en"), formatOf("de"), formatOf("ja")];

describe("numbers and dates as each language writes them", () => {
  test.each([
    ["number", en.number(1234.567), "1,235"],
    ["number", de.number(1234.567), "1.235"],
    ["small number", de.number(0.04567), "0,0457"],
    ["share", en.percent(0.4567), "46%"],
    ["share", de.percent(0.4567, 1), "45,7 %"],
    ["tonnes", en.tonnes(12345.6), "12,300 t"],
    ["tonnes", de.tonnes(3.456), "3,46 t"],
    ["tonnes a month", de.tonnesPerMonth(45), "45 t/Monat"],
    ["money", en.usd(1_234_000_000), "$1.23bn"],
    ["money", de.usd(1_234_000_000), "1,23 Mrd. $"],
    ["money", ja.usd(1_234_000_000), "$12.3億"],
    ["price", en.usdPerTonne(289_640), "$290,000/t"],
    ["days", de.days(1), "1 Tag"],
    ["days", ja.days(45), "45 日"],
    ["months", en.months(3), "3 months"],
    ["month", en.month("2026-12"), "December 2026"],
    ["month", de.month("2026-03"), "März 2026"],
    ["month", ja.month("2026-12"), "2026年12月"],
    ["date", de.date("2026-12-03"), "3. Dezember 2026"],
    ["list", de.list(["a", "b", "c"]), "a, b und c"],
    ["alternatives", en.or(["a", "b"]), "a or b"],
    ["plural", en.plural(1, { one: "row", other: "rows" }), "row"],
    ["plural", ja.plural(1, { one: "row", other: "行" }), "行"],
  ])("%s: %s", (_, written, expected) => expect(plain(written)).toBe(expected));
});
