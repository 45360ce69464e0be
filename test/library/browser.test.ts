import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { readTables } from "../../src/cli/io/read-dataset.ts";
import {
  loadScenario,
  openWorkbench,
  parseDataset,
  parseLexicon,
  readArticle,
  rehearse,
  scenarioSchema,
} from "../../src/index.ts";

const scenario = {
  title: "Stop",
  description: "",
  start: "2026-12",
  months: 4,
  viewpoint: ["JPN"],
  events: {
    stop: {
      kind: "licence",
      title: "Licences",
      from: "2027-01-15",
      materials: ["medium-heavy-7", "controlled-magnets"],
      origins: ["CHN"],
      processingWorkingDays: 20,
      approvals: [{ from: "2027-01-15", approvalShare: 0.3 }],
      endUseSelectivity: { defence: 0 },
      source: "test",
      status: "assumed",
    },
  },
  measures: {},
};

const fromLedger = `title: Licences
description: The licences of April 2025, earlier.
start: 2025-01
months: 4
viewpoint: [JPN]
events:
  - early: { ledger: cn-2025-04-licences, delayDays: -60 }
measures: {}
`;

test("the library bundles for a browser and gives the same bytes without Node", async () => {
  const { outputFiles } = await build({
    entryPoints: ["src/index.ts"],
    bundle: true,
    platform: "browser",
    format: "iife",
    globalName: "monazite",
    write: false,
    logLevel: "silent",
  });
  const files = readTables("data");
  const article = readFileSync("examples/article.txt", "utf8");
  // every browser has atob; the tables of HTML's entities are packed with it
  const bare = {
    atob,
    article,
    drafts: "",
    files: [...files],
    scenario: JSON.stringify(scenario),
    fromLedger,
    result: "",
    ledger: "",
  };
  runInNewContext(
    `${outputFiles[0]!.text}
    const dataset = monazite.parseDataset(new Map(files));
    const workbench = monazite.openWorkbench(dataset);
    result = JSON.stringify(monazite.rehearse(workbench, "stop", monazite.scenarioSchema.parse(JSON.parse(scenario))));
    drafts = JSON.stringify(monazite.readArticle("article", article, monazite.parseLexicon(new Map(files))));
    ledger = JSON.stringify(monazite.loadScenario("s.yaml", () => fromLedger, dataset).value);`,
    bare, // no process, no require, no document
  );
  const here = rehearse(openWorkbench(parseDataset(files)), "stop", scenarioSchema.parse(scenario));
  expect(bare.drafts).toBe(JSON.stringify(readArticle("article", article, parseLexicon(new Map(files)))));
  expect(bare.result).toBe(JSON.stringify(here));
  const early = loadScenario("s.yaml", () => fromLedger, parseDataset(files)).value;
  expect(early.events.early).toMatchObject({ kind: "licence", from: "2025-02-03", origins: ["CHN"] });
  expect(bare.ledger).toBe(JSON.stringify(early));
});
