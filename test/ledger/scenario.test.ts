import { describe, expect, test } from "vitest";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { InputError } from "../../src/dataset/index.ts";
import { acts, ledgerPolicy, loadScenario } from "../../src/ledger/index.ts";
import type { Policy } from "../../src/policy/kinds/index.ts";

const dataset = readDataset();
const head = "title: T\ndescription: D\nstart: 2025-01\nmonths: 3\nviewpoint: [JPN]\nmeasures: {}\n";

function load(files: Readonly<Record<string, string>>) {
  const [first] = Object.keys(files);
  const text = (path: string) => {
    const found = files[path];
    if (found === undefined) throw new Error("no such file");
    return found;
  };
  return loadScenario(first!, text, dataset);
}

/** Events of a scenario whose `events:` are written like this, from line 7 on. */
function events(text: string): Record<string, Policy> {
  return load({ "s.yaml": `${head}events:${text}` }).value.events;
}

function complaints(text: string): string[] {
  try {
    events(text);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.message.split("\n");
  }
}

const april = ledgerPolicy(dataset, "cn-2025-04-licences");
const ban =
  "kind: export-ban, title: T, from: 2027-01-01, materials: [dysprosium], origins: [CHN], source: s, status: assumed";

describe("events of a scenario", () => {
  test("may be a list of ledger ids and events of one's own", () => {
    const found = events(` [cn-2025-04-licences, { ban: { ${ban} } }]\n`);
    expect(Object.keys(found)).toEqual(["cn-2025-04-licences", "ban"]);
    expect(found["cn-2025-04-licences"]).toEqual(april);
    expect(found.ban).toMatchObject({ kind: "export-ban", from: "2027-01-01" });
  });

  test("may be the whole ledger, each event the policy that the library gives", () => {
    const ids = dataset.events.filter(acts).map((event) => event.id);
    const found = events(`\n${ids.map((id) => `  - ${id}\n`).join("")}`);
    expect(found).toEqual(Object.fromEntries(ids.map((id) => [id, ledgerPolicy(dataset, id)])));
  });

  test("may take an event under a name of their own and change its fields", () => {
    const { mine } = events(
      "\n  mine: { ledger: cn-2025-04-licences, to: 2025-12-31, destinations: [JPN], note: null }\n",
    );
    const { note: _, ...unsaid } = april;
    expect(mine).toEqual({ ...unsaid, to: "2025-12-31", destinations: ["JPN"] });
  });

  test("may move an event in time, with every day in it, before its fields are changed", () => {
    const { mine } = events("\n  mine: { ledger: cn-2025-10-five-rare-earths, delayDays: 60, to: 2026-06-30 }\n");
    expect(mine).toMatchObject({ announced: "2025-12-08", from: "2026-01-07", to: "2026-06-30" });
    expect(mine).toMatchObject({ approvals: [{ from: "2026-01-07", approvalShare: 1 }] });
    expect(events("\n  mine: { ledger: cn-2025-10-five-rare-earths, delayDays: -7 }\n").mine!.from).toBe("2025-11-01");
  });

  test("may stay away altogether: measures take from the ledger too", () => {
    const measures = "measures: [us-2026-02-northlake]\n";
    const { value } = load({ "s.yaml": `${head.replace("measures: {}\n", measures)}events: {}\n` });
    expect(value.measures["us-2026-02-northlake"]).toMatchObject({
      kind: "facility",
      country: "USA",
      from: "2028-01-01",
    });
  });
});

describe("a scenario that extends another", () => {
  const parent = `${head}events:\n  - cn-2025-04-licences\n  - ban: { ${ban} }\n`;

  test("changes an event of the ledger by its name", () => {
    const child = "extends: parent\nevents:\n  cn-2025-04-licences: { processingWorkingDays: 20 }\n";
    const { value } = load({ "child.yaml": child, "parent.yaml": parent });
    expect(Object.keys(value.events)).toEqual(["cn-2025-04-licences", "ban"]);
    expect(value.events["cn-2025-04-licences"]).toEqual({ ...april, processingWorkingDays: 20 });
  });

  test("adds with a list, and removes with null in a list", () => {
    const child = "extends: parent\nevents:\n  - cn-2023-10-graphite\n  - ban: null\n";
    const { value } = load({ "child.yaml": child, "parent.yaml": parent });
    expect(Object.keys(value.events)).toEqual(["cn-2025-04-licences", "cn-2023-10-graphite"]);
  });

  test("may itself be extended once more, later fields on top", () => {
    const middle = "extends: parent\nevents: { cn-2025-04-licences: { delayDays: 10, resubmitShare: 0.5 } }\n";
    const child = "extends: middle\nevents: { cn-2025-04-licences: { resubmitShare: 0.1 } }\n";
    const { value } = load({ "child.yaml": child, "middle.yaml": middle, "parent.yaml": parent });
    expect(value.events["cn-2025-04-licences"]).toMatchObject({ from: "2025-04-14", resubmitShare: 0.1 });
  });
});

describe("what is wrong is told with line and column", () => {
  test.each([
    [
      "an id the ledger does not have",
      " [cn-2025-04-licence]\n",
      's.yaml:7:10: events.cn-2025-04-licence: no event of the ledger is called "cn-2025-04-licence"; did you mean "cn-2025-04-licences"?',
    ],
    [
      "a context event",
      "\n  - us-jp-2025-10-framework\n",
      's.yaml:8:5: events.us-jp-2025-10-framework: "us-jp-2025-10-framework" is context: it names no tonnes, shares or dates that the model could take; leave it out, or write what it changes as an event of your own',
    ],
    [
      "a context event whose effect is elsewhere",
      "\n  a: { ledger: us-cn-2025-06-london }\n",
      's.yaml:8:16: events.a: "us-cn-2025-06-london" is context: its effect is in the event it is related to; leave it out, or write what it changes as an event of your own; related events that act: cn-2025-04-licences',
    ],
    [
      "an id twice",
      "\n  - cn-2025-04-licences\n  - cn-2025-04-licences\n",
      's.yaml:9:5: events: "cn-2025-04-licences" comes twice (first on line 8); remove or rename one',
    ],
    [
      "an item that is neither",
      " [7]\n",
      "s.yaml:7:10: events: got 7, expected the id of an event or an entry; write - cn-2025-04-licences, or - my-event: { kind: … }",
    ],
    [
      "a ledger and a kind",
      "\n  a: { ledger: cn-2025-04-licences, kind: quota }\n",
      "s.yaml:8:43: events.a: has both ledger and kind; remove one of them",
    ],
    [
      "an entry called like an event that does not take it",
      "\n  cn-2025-04-licences: { resubmitShare: 0.5 }\n",
      "s.yaml:8:24: events.cn-2025-04-licences: has neither ledger nor kind; add ledger: cn-2025-04-licences to take it from the ledger, or kind: for one of your own",
    ],
    [
      "a delay of nothing",
      "\n  mine: { delayDays: 5 }\n",
      "s.yaml:8:11: events.mine: has neither ledger nor kind; add ledger: and the id of an event to take it from the ledger, or kind: for one of your own",
    ],
    [
      "half a day",
      "\n  a: { ledger: cn-2025-04-licences, delayDays: 0.5 }\n",
      "s.yaml:8:48: events.a.delayDays: expected a whole number of days; write 60, or -30 for earlier",
    ],
    [
      "a field the event does not have",
      "\n  a: { ledger: cn-2025-04-licences, lossShare: 0.5 }\n",
      /^s\.yaml:8:37: events\.a: unknown key "lossShare"/,
    ],
    [
      "a field with a wrong value",
      "\n  a: { ledger: cn-2025-04-licences, resubmitShare: 2 }\n",
      "s.yaml:8:52: events.a.resubmitShare: got 2, expected at most 1; change the value",
    ],
    [
      "an end before the beginning",
      "\n  a: { ledger: cn-2025-04-licences, to: 2025-01-01 }\n",
      /^s\.yaml:8:41: .*expected a day on or after from \(2025-04-04\)/,
    ],
    [
      "a suspension without what it suspends",
      " [cn-2025-11-pause-five]\n",
      's.yaml:7:10: events.cn-2025-11-pause-five: it suspends "cn-2025-10-five-rare-earths", which the scenario does not have; add cn-2025-10-five-rare-earths to the events, or say with of: what it is called here',
    ],
  ])("%s", (_, text, expected) => {
    const found = complaints(text);
    expect(found).toHaveLength(1);
    if (typeof expected === "string") expect(found[0]).toBe(expected);
    else expect(found[0]).toMatch(expected);
  });

  test("all of it at once", () => {
    expect(complaints(" [no-such-event, us-jp-2025-10-framework, cn-2025-04-licence]\n")).toHaveLength(3);
  });

  test("a suspension may name its event anew", () => {
    const found = events(
      "\n  five: { ledger: cn-2025-10-five-rare-earths }\n  pause: { ledger: cn-2025-11-pause-five, of: five }\n",
    );
    expect(found.pause).toMatchObject({ kind: "suspension", of: "five", to: "2026-11-10" });
  });
});
