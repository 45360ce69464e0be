import { describe, expect, test } from "vitest";
import { readDataset, readTables } from "../../src/cli/io/read-dataset.ts";
import { readCsv } from "../../src/dataset/csv.ts";
import { parseDataset } from "../../src/dataset/index.ts";
import { type EventQuery, eventsCsv, findEvents } from "../../src/ledger/index.ts";

const dataset = readDataset();
const ids = (query: EventQuery) => findEvents(dataset, query).map((event) => event.id);

describe("events are found", () => {
  test("all, without a question", () => {
    expect(findEvents(dataset, {})).toEqual(dataset.events);
  });

  test("by who acts, also as a member of a bloc", () => {
    expect(ids({ actor: "G7", kind: "context", from: "2026-06", to: "2026-06" })).toContain("g7-2026-06-target");
    expect(ids({ actor: "FRA" })).toContain("g7-2026-06-target");
    expect(ids({ actor: "FRA" })).toContain("eu-2025-12-resource-eu");
    expect(ids({ actor: "CHN" })).not.toContain("g7-2026-06-target");
  });

  test("by whom it is aimed at: named, in a bloc, or everyone", () => {
    const found = ids({ target: "JPN", actor: "CHN", acts: true });
    expect(found).toContain("cn-2010-09-stop-japan");
    expect(found).toContain("cn-2025-04-licences");
    expect(found).not.toContain("cn-2024-12-ban-us");
    expect(ids({ target: "DEU" })).toContain("cn-2010-10-stop-west");
  });

  test("by material: an element in a group, a group, or something that is not in the model", () => {
    expect(ids({ material: "dysprosium", kind: "licence" })).toContain("cn-2025-04-licences");
    expect(ids({ material: "holmium", kind: "licence" })).not.toContain("cn-2025-04-licences");
    expect(ids({ material: "rare-earth-magnets", kind: "licence" })).toContain("cn-2025-04-licences");
    expect(ids({ material: "scandium" })).toEqual(["cn-2025-04-licences", "us-2026-02-yttrium"]);
  });

  test("by the day it was announced or took effect, months and years whole", () => {
    const five = "cn-2025-10-five-rare-earths"; // announced 9 October, in force 8 November
    expect(ids({ from: "2025-10", to: "2025-10" })).toContain(five);
    expect(ids({ from: "2025-11-08", to: "2025-11-08" })).toContain(five);
    expect(ids({ from: "2025-11-09" })).not.toContain(five);
    expect(ids({ to: "2025-10-08" })).not.toContain(five);
    expect(ids({ from: "2009", to: "2009" })).toEqual(["cn-2009-export-quota"]);
  });

  test("unless the period ends before it begins", () => {
    expect(() => findEvents(dataset, { from: "2025", to: "2024-12" })).toThrow(
      "--to: 2024-12 is before 2025; swap --from and --to",
    );
    expect(ids({ from: "2025-12-02", to: "2025" })).toContain("cn-2025-12-general-licences");
  });

  test("or everything wrong with the question is told", () => {
    expect(() =>
      findEvents(dataset, { actor: "CHM", material: "dysprosum", kind: "license", to: "2025-02-30" }),
    ).toThrow(
      [
        '--actor: unknown country or bloc "CHM"; did you mean "CHN"?',
        '--material: unknown material "dysprosum"; did you mean "dysprosium"?',
        '--kind: unknown kind "license"; did you mean "licence"?',
        '--to: "2025-02-30" is not a date; write YYYY, YYYY-MM or YYYY-MM-DD',
      ].join("\n"),
    );
  });
});

test("events written as CSV are read back as they were", () => {
  const files = readTables("data", (name) => !name.startsWith("statistics/"));
  files.set("events.csv", eventsCsv(dataset.events));
  expect(parseDataset(files).events).toEqual(dataset.events);
  expect(readCsv("events.csv", eventsCsv([])).records).toHaveLength(1);
});
