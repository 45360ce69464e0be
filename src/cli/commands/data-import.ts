import { existsSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { didYouMean, InputError, type Problem, sortProblems } from "../../dataset/index.ts";
import type { Importer, ImportResult } from "../../importers/importer.ts";
import { importers } from "../../importers/index.ts";
import { mergeTables, rowCounts } from "../../importers/merge.ts";
import { ofOtherPublishers } from "../../importers/recognise.ts";
import { rejectsCsv } from "../../importers/rejects.ts";
import { UsageError } from "../failure.ts";
import { fileInTheWay } from "../io/folder.ts";
import { readTables, shippedData, tablesOver } from "../io/read-dataset.ts";
import { writeAllWhole } from "../io/write.ts";
import type { GlobalOptions } from "../open.ts";
import type { Streams } from "../program.ts";
import { renderImport, renderSources } from "../render/import.ts";
import { progress } from "../render/progress.ts";
import { terminal } from "../render/terminal.ts";

interface ImportOptions extends GlobalOptions {
  readonly into?: string;
  readonly keepGood?: boolean;
  readonly dryRun?: boolean;
  readonly list?: boolean;
}

/** `monazite data import`: a publisher's own file → data/statistics/. */
export function importCommand(streams: Streams): Command {
  return new Command("import")
    .description("turn a publisher's own files into tables of data/statistics/; all of an import or nothing")
    .argument("[source]", "which publisher; --list shows them")
    .argument("[files...]", "the publisher's files, as published; gzip is unpacked")
    .option(
      "--into <folder>",
      "dataset folder to write to, made if it is not there (default: --data, else the one that ships)",
    )
    .option("--keep-good", "write the good rows all the same, and those that are not to rejects-<source>.csv")
    .option("--dry-run", "read and check everything, write nothing")
    .option("--list", "show the sources and the files they take")
    .addHelpText(
      "after",
      "\nExample:\n  monazite data import --list\n  monazite data import usgs-mcs MCS2026_Commodities_Data.csv --dry-run",
    )
    .action(async (source: string | undefined, files: string[], _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ImportOptions>();
      if (options.list) {
        streams.stdout.write(renderSources(importers, terminal(streams.stdout)));
        return;
      }
      await runImport(streams, importerFor(source), files, options);
    });
}

function importerFor(source: string | undefined): Importer {
  const names = importers.map((i) => i.id);
  if (source === undefined) throw new UsageError(`which source? expected one of ${names.join(", ")}; see --list`);
  const found = importers.find((i) => i.id === source);
  if (!found) throw new UsageError(`unknown source "${source}"; ${didYouMean(source, names)}`);
  return found;
}

async function runImport(streams: Streams, importer: Importer, files: readonly string[], options: ImportOptions) {
  if (files.length === 0) throw new UsageError(`no file was named; ${importer.id} takes ${importer.accepts}`);
  const shipped = shippedData();
  const from = options.data ?? shipped;
  const into = options.into ?? from;
  checkFolder(into);
  const ships = existsSync(into) && realpathSync(into) === realpathSync(shipped);
  if (importer.mayNotBePassedOn && !options.dryRun && ships)
    throw new UsageError(`${importer.mayNotBePassedOn}: name a folder of your own with --into, such as --into my-data`);
  const strangers = await ofOtherPublishers(importer, files, importers);
  if (strangers.length > 0) throw new InputError(strangers);
  const start = performance.now();
  const shown = progress(streams.stderr, { enabled: !options.quiet });
  const context = new Map([...readTables(shipped, isContext), ...readTables(from, isContext)]);
  const result = await importer.read(files, { files: context, progress: (what) => shown.update(what) });
  shown.finish();
  const { ofFiles, ofRows } = faults(result);
  const stopped = ofFiles.length > 0 || (ofRows.length > 0 && !options.keepGood);
  if (stopped) throw new InputError(sortProblems([...ofFiles, ...ofRows]));
  const before = tablesUnder(into);
  const merged = mergeTables(before, result);
  const changes = new Map([...merged].map(([file, text]) => [resolve(into, file), text]));
  const rejects = join(into, `rejects-${importer.id}.csv`);
  if (result.rejects.length > 0) changes.set(resolve(rejects), rejectsCsv(result.rejects));
  if (!options.dryRun) writeAllWhole(changes);
  const seconds = (performance.now() - start) / 1000;
  const written = {
    seconds,
    files: [...merged.keys()].map((file) => join(into, file)),
    tables: rowCounts(before, merged),
    rejects,
    next: `monazite ${ships ? "" : `--data ${/\s/.test(into) ? `"${into}"` : into} `}dependence JPN`,
    dryRun: options.dryRun === true,
  };
  streams.stdout.write(renderImport(result, written, terminal(streams.stdout)));
}

/**
 * The tables to merge into. A folder that lies over the shipped dataset begins with the shipped table, so that its own
 * takes nothing away; trade, a file per heading, does not, for flows of two sources must not be added up.
 */
function tablesUnder(into: string): ReadonlyMap<string, string> {
  const own = existsSync(into) ? readTables(into) : new Map<string, string>();
  if (own.size > 0 && tablesOver(into) === 0) return own;
  return new Map([...readTables(shippedData(), (name) => /^statistics\/[^/]+$/.test(name)), ...own]);
}

const FILE_NAME = /\.(?:csv|tsv|txt|gz|zip|xlsx?|json|ya?ml|parquet)$/i;

/** A folder that is there, or a name that a folder may have. Errors: UsageError for a file or what is called like one. */
function checkFolder(into: string): void {
  const fail = (problem: string): never => {
    throw new UsageError(`--into ${into}: ${problem}; name a folder, such as my-data: tables are written under it`);
  };
  if (into === "") fail("expected the name of a folder");
  const file = fileInTheWay(into);
  if (file !== undefined) fail(file === into ? "is a file" : `${file} is a file`);
  if (!existsSync(into) && FILE_NAME.test(into.replace(/[\\/]+$/, ""))) fail("is called like a file");
}

const isContext = (name: string) =>
  name.startsWith("mappings/") ||
  name === "corrections.csv" ||
  name === "countries.csv" ||
  name === "statistics/materials.csv" ||
  name === "statistics/trade_codes.csv";

/** Faults of whole files stop every import; faults of rows may be set aside. */
function faults(result: ImportResult): { ofFiles: readonly Problem[]; ofRows: readonly Problem[] } {
  const ofRows = result.rejects.map((r) => r.problem);
  const known = new Set(ofRows);
  return { ofFiles: result.problems.filter((p) => !known.has(p)), ofRows };
}
