import { Command } from "commander";
import {
  checkStatistics,
  formatProblems,
  InputError,
  readBaseline,
  readEpisodes,
  readStatisticsTables,
  readDataset as readTablesOf,
} from "../../dataset/index.ts";
import { checkLedger } from "../../ledger/index.ts";
import { checkMeasures } from "../../planning/check-measures.ts";
import { checkWords } from "../../reading/check-words.ts";
import { readWordTables } from "../../reading/lexicon.ts";
import { isWords } from "../../reading/words.ts";
import { readDataTables } from "../io/read-dataset.ts";
import { type GlobalOptions, openFor } from "../open.ts";
import type { Streams } from "../program.ts";
import { renderTensions } from "../render/tensions.ts";
import { terminal } from "../render/terminal.ts";
import { importCommand } from "./data-import.ts";
import { wholeNumber } from "./simulate.ts";

/** `monazite data`: the dataset's checks and its disagreements. */
export function dataCommand(streams: Streams): Command {
  return new Command("data")
    .description("check the dataset, see where its figures disagree, or import a publisher's file")
    .addCommand(checkCommand(streams))
    .addCommand(importCommand(streams))
    .addCommand(tensionsCommand(streams));
}

function checkCommand(streams: Streams): Command {
  return new Command("check")
    .description("report every problem of the dataset with file, line and remedy")
    .addHelpText("after", "\nExample:\n  monazite data check\n  monazite --data my-data data check")
    .action((_options: unknown, command: Command) => {
      const { data } = command.optsWithGlobals<GlobalOptions>();
      const files = readDataTables(data);
      const { dataset, problems: faults } = readTablesOf(files);
      const { statistics, problems: unreadable } = readStatisticsTables(files);
      const { read, problems: unheard } = readEpisodes(files, dataset);
      const problems = [...faults, ...unreadable, ...checkStatistics(statistics, dataset), ...unheard];
      if (faults.length === 0) problems.push(...checkLedger(dataset), ...checkMeasures(dataset));
      if ([...files.keys()].some(isWords)) {
        const { rows: words, problems: unreadableWords } = readWordTables(files);
        const minerals = statistics.materials.map((row) => row.id);
        problems.push(...unreadableWords, ...checkWords(words, dataset, minerals));
      }
      if (problems.length === 0)
        problems.push(...read.episodes.flatMap(({ id }) => readBaseline(dataset, id, files).problems));
      if (problems.length > 0) {
        streams.stdout.write(`${formatProblems(problems, Number.POSITIVE_INFINITY)}\n`);
        throw new InputError([]);
      }
      const rows = Object.values(dataset).flat();
      const printed = Object.values(statistics).flat().length;
      const by = (status: string) => rows.filter((r) => "status" in r && r.status === status).length;
      streams.stdout.write(
        `${rows.length} rows in order: ${by("reported")} reported, ${by("estimated")} estimated, ${by("assumed")} assumed; ${printed} rows of statistics; ${read.observed.length} observations of ${read.episodes.length} episodes\n`,
      );
    });
}

function tensionsCommand(streams: Streams): Command {
  return new Command("tensions")
    .description("where the published figures disagree: what had to move to balance them, and known contradictions")
    .option("--top <n>", "how many adjustments to show", wholeNumber, 25)
    .option("--json", "print as JSON")
    .addHelpText("after", "\nExample:\n  monazite data tensions --top 40")
    .action((_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { top: number; json?: boolean }>();
      const { reconciliation, dataset } = openFor(streams, options);
      const adjustments = reconciliation.adjustments.slice(0, options.top);
      if (options.json) streams.stdout.write(`${JSON.stringify({ adjustments, contradictions: dataset.tensions })}\n`);
      else streams.stdout.write(renderTensions(adjustments, dataset.tensions, terminal(streams.stdout)));
    });
}
