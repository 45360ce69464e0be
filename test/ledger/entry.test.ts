import { describe, expect, test } from "vitest";
import { formatProblems, InputError, readDataset } from "../../src/dataset/index.ts";
import { checkLedger, ledgerPolicy } from "../../src/ledger/index.ts";
import { changed, smallDataset, withLine } from "../dataset/small.ts";

const small = smallDataset();

/** What the ledger's check says of a small dataset with this change; its tables must be in order otherwise. */
function faults(files: Map<string, string>): string {
  const { dataset, problems } = readDataset(files);
  expect(formatProblems(problems)).toBe("");
  return formatProblems(checkLedger(dataset));
}

describe("an event becomes a policy", () => {
  test("from its row, its parties and its terms", () => {
    expect(checkLedger(small)).toEqual([]);
    expect(ledgerPolicy(small, "cn-2025-04-licences")).toEqual({
      kind: "licence",
      title: "Licences",
      from: "2025-04-01", // only the month is known
      to: null,
      materials: ["rare-earths"],
      stages: ["separation", "metal"],
      origins: ["CHN"],
      destinations: ["JPN"],
      processingWorkingDays: 45,
      approvals: [{ from: "2025-04-01", approvalShare: 1 }],
      resubmitShare: 0,
      generalLicences: [],
      destinationSelectivity: {},
      endUseSelectivity: {},
      source: "US Geological Survey, Mineral Commodity Summaries 2026, table 1",
      status: "assumed", // as sure as the least sure of its terms
      note: "Only the month it took effect is known (2025-04): its first day is taken. Not in the model: scandium. approvals (assumed): the rules name no share.",
    });
  });

  test("unless it is context or unknown, which is said", () => {
    expect(() => ledgerPolicy(small, "summit")).toThrow(
      '"summit" is context: it moves no tonnes by itself; leave it out, or write what it changes as an event of your own; related events that act: cn-2025-04-licences',
    );
    expect(() => ledgerPolicy(small, "sumit")).toThrow(InputError);
  });
});

describe("the check of the ledger names file and line of", () => {
  test.each([
    [
      "a term its kind does not have",
      withLine("event_terms.csv", "cn-2025-04-licences,lossShare,0.5,reported,usgs,table 1,"),
      /^event_terms\.csv:4:1: cn-2025-04-licences: unknown key "lossShare"/,
    ],
    [
      "a term that is out of range",
      changed("event_terms.csv", ",45,", ",-45,"),
      "event_terms.csv:2:1: cn-2025-04-licences: processingWorkingDays: got -45, expected at least 0; change the value",
    ],
    [
      "a term that is missing",
      changed("event_terms.csv", /.*processingWorkingDays.*\n/, ""),
      'events.csv:2:1: cn-2025-04-licences: key "processingWorkingDays" is missing; add processingWorkingDays: a number',
    ],
    [
      "a value that cannot be read",
      changed("event_terms.csv", ",45,", ",[45,"),
      /^event_terms\.csv:2:1: cn-2025-04-licences: value: not valid YAML/,
    ],
    [
      "a value of several lines",
      changed("event_terms.csv", ",45,", ',"45\nmore: 1",'),
      "event_terms.csv:2:1: cn-2025-04-licences: value: got several values, expected one; write it on one line",
    ],
    [
      "a term that is a column",
      withLine("event_terms.csv", "cn-2025-04-licences,title,X,reported,usgs,table 1,"),
      "event_terms.csv:4:1: cn-2025-04-licences: term: title is a column of events.csv; write it there",
    ],
    [
      "a name in a term that does not exist",
      withLine("event_terms.csv", 'cn-2025-04-licences,origins,"[CHN, JPM]",reported,usgs,table 1,'),
      'event_terms.csv:4: origins: unknown name "JPM"; did you mean "JPN"?',
    ],
  ])("%s", (_, files, expected) => {
    const found = faults(files);
    if (typeof expected === "string") expect(found).toBe(expected);
    else expect(found).toMatch(expected);
  });
});
