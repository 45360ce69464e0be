import { describe, expect, test } from "vitest";
import { only, read, values } from "./words.ts";

const stop = (text: string, date?: string) => {
  const { kind, topic, actors, materials } = only(text, date);
  return [kind.value, topic, values(actors).join(" "), values(materials).join(" ")];
};

describe("a user of materials that stops is an outcome, and the cause does not act", () => {
  test.each([
    [
      "Suzuki Motor suspended production of its Swift compact from May 26 to June 6 because of China's rare earth restrictions.",
      "JPN",
      "rare-earths",
    ],
    [
      "Nissan paused output of its electric car in July because China had not approved exports of magnets.",
      "JPN",
      "rare-earth-magnets",
    ],
    ["Because of Beijing's curbs on rare earths, Ford idled an assembly plant in Chicago.", "USA", "rare-earths"],
    [
      "Production of the Ford Explorer was suspended in May due to China's export controls on magnets.",
      "USA",
      "rare-earth-magnets",
    ],
    [
      "China's licensing delays on rare earths forced Bajaj Auto to cut output of scooters in July.",
      "IND",
      "rare-earths",
    ],
    ["Two makers of coatings halted production in Canada for lack of yttrium.", "CAN", "yttrium"],
    [
      "Wegen der chinesischen Exportkontrollen für Seltene Erden stehen bei Volkswagen die Bänder still.",
      "DEU",
      "rare-earths",
    ],
    [
      "Mercedes-Benz stoppte im Juni die Produktion in Bremen, weil Magnete aus China fehlten.",
      "DEU",
      "rare-earth-magnets",
    ],
    ["マツダは中国のレアアース輸出規制を受け、6月に防府工場の生産を停止した。", "JPN", "rare-earths"],
  ])("%s", (text, actors, materials) => expect(stop(text)).toEqual(["context", "shortage", actors, materials]));

  test.each([
    ["Neo halted magnet production in Estonia because of China's curbs on dysprosium.", "EST"],
    ["A flood halted production at the rare earth mine in Myanmar.", "MMR"],
    ["Lynas halted production of NdPr in Malaysia for lack of water.", "MYS"],
    ["China halted tungsten output at two mines in Jiangxi.", "CHN"],
  ])("%s: of a supplier", (text, actors) => expect(stop(text).slice(0, 3)).toEqual(["outage", null, actors]));
});

test("how long a user stood still is kept, and a person is told what to look at", () => {
  const { date, ends, notes } = only("Ford shut its Chicago plant for a week from 12 May 2025 as magnets ran out.");
  expect([date?.value, ends?.value]).toEqual(["2025-05-12", "2025-05-18"]);
  expect(notes.join(". ")).toContain("name in related what caused it");
});

test("what is short is what a control told of after it is about", () => {
  const { drafts } = read(
    "Toyota halted production of two cars for lack of dysprosium. Tokyo urged Beijing to lift its export controls.",
    "2025-10-28",
  );
  expect(drafts.map((d) => values(d.materials))).toEqual([["dysprosium"], ["dysprosium"]]);
});

test("the end of a stretch is the first one after its beginning", () => {
  const ends = (text: string, date: string) => only(text, date).ends?.value;
  expect(ends("Toyota halted car production from May 26 to June 6 for lack of magnets.", "2025-11-10")).toBe(
    "2025-06-06",
  );
  expect(ends("Toyota halted car production from 26 December to 6 January for lack of magnets.", "2025-02-10")).toBe(
    "2025-01-06",
  );
  expect(ends("China will ban exports of gallium from 26 May 2025 to 6 June 2027.", "2025-01-10")).toBe("2027-06-06");
});

test("a control that lets a works stop is not stopped itself", () => {
  const kinds = (text: string) => read(text, "2025-10-28").drafts.map((d) => d.kind.value);
  expect(kinds("China's export ban halted magnet production in Hanau.")).toEqual(["export-ban"]);
  expect(kinds("China's export ban on gallium was halted until November 2026.")).toEqual(["suspension"]);
  expect(kinds("China's export controls suspended until November 2026.")).toEqual(["suspension"]);
});

test('"due to" tells a cause or what is to come', () => {
  const date = (text: string) => only(text, "2025-10-28").date?.value;
  expect(date("Toyota suspended car production in May due to a shortage of magnets.")).toBe("2025-05");
  expect(date("A rare earth magnet plant in Estonia is due to open in May.")).toBe("2026-05");
});
