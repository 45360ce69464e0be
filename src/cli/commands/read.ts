import { Command, InvalidArgumentError, Option } from "commander";
import { vocabularyOf } from "../../chain/vocabulary-of.ts";
import { didYouMean, quote } from "../../dataset/index.ts";
import type { Draft, Language, LedgerRow } from "../../reading/index.ts";
import { languages } from "../../reading/index.ts";
import { readArticle } from "../../reading/read-article.ts";
import { ledgerRow } from "../../reading/row.ts";
import { ofTheSamePlace, sayingTheSame } from "../../reading/same-row.ts";
import { UsageError } from "../failure.ts";
import { encodingNamed } from "../io/encoding.ts";
import { addToLedger, csvOf, readLedger } from "../io/ledger.ts";
import { readArticleFile } from "../io/read-article.ts";
import { readDataset, readLexicon } from "../io/read-dataset.ts";
import type { GlobalOptions } from "../open.ts";
import type { Streams } from "../program.ts";
import { progress } from "../render/progress.ts";
import { renderReading } from "../render/reading.ts";
import { terminal } from "../render/terminal.ts";

interface ReadOptions extends GlobalOptions {
  readonly date?: string;
  readonly language?: Language;
  readonly format?: "text" | "html";
  readonly encoding?: string;
  readonly accept?: readonly number[];
  readonly into?: string;
  readonly source?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** `monazite read`: proposes rows of the ledger from a news article or a notice; a person accepts them. */
export function readCommand(streams: Streams): Command {
  return new Command("read")
    .description("propose ledger rows from an article in German, English or Japanese (nothing leaves your machine)")
    .argument("[article]", "text or HTML file; - or nothing for standard input", "-")
    .option("--date <YYYY-MM-DD>", 'the article\'s date, for "on Thursday" (default: the one found in it, if any)')
    .addOption(
      new Option("--language <code>", "language of the article (default: what it looks like)").choices([...languages]),
    )
    .addOption(
      new Option("--format <format>", "how to read it (default: what it looks like)").choices(["text", "html"]),
    )
    .option(
      "--encoding <name>",
      "its character set, such as shift_jis, euc-jp or latin1 (default: what the page says, else UTF-8)",
      encodingName,
    )
    .option("--accept <numbers>", "which drafts to take as rows, such as 1,3 or 2-4 or all", numbers)
    .option("--into <ledger.csv>", "put the accepted rows into this ledger instead of printing them")
    .option("--source <id>", "the article's id in data/sources.csv, for the accepted rows")
    .option("--json", "print everything as JSON, with the text that the spans count in")
    .addOption(new Option("--csv", "print all drafts as rows of the ledger").conflicts("json"))
    .addHelpText("after", EXAMPLES)
    .action((path: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ReadOptions>();
      if (options.into !== undefined && options.accept === undefined)
        throw new UsageError(
          "--into needs --accept: say which drafts to take, such as --accept 1,3 (none is taken unseen)",
        );
      const { file, text } = readArticleFile(path, options.encoding);
      const { accept: _, into: __, encoding: ___, ...given } = options;
      const report = progress(streams.stderr, { enabled: options.quiet !== true });
      const reading = readArticle(file, text, readLexicon(options.data), {
        ...given,
        onProgress: (done, total) => report.update("reading", done, total),
      });
      report.finish();
      const chosen = options.accept === undefined ? reading.drafts : pick(reading.drafts, options.accept);
      const print = (output: string): void => void streams.stdout.write(output);
      if (options.accept === undefined && !options.csv)
        return print(
          options.json
            ? `${JSON.stringify({ file, ...reading })}\n`
            : renderReading(file, reading, terminal(streams.stdout)),
        );

      const dataset = readDataset(options.data);
      const codes = new Map(dataset.countries.map((c) => [c.id, (c.iso2 || c.id).toLowerCase()]));
      const materials = new Set(vocabularyOf(dataset).names.materials);
      if (options.source !== undefined && !dataset.sources.some((s) => s.id === options.source))
        throw new UsageError(
          `--source: unknown ${quote(options.source)}; ${didYouMean(
            options.source,
            dataset.sources.map((s) => s.id),
          )}; a new source is a row of data/sources.csv`,
        );
      const ledger = options.into === undefined ? undefined : readLedger(options.into);
      const taken = new Set(ledger?.ids ?? []);
      const known: string[] = [];
      const rows = chosen.flatMap((draft): LedgerRow[] => {
        if (ledger && draft.announced === null && draft.date === null && draft.inForce === null)
          throw new UsageError(
            `draft ${draft.number} has no date, which a row of the ledger needs; give the article's with --date`,
          );
        const row = ledgerRow(draft, {
          source: options.source ?? "",
          locator: file,
          isModelled: (m) => materials.has(m),
          codeOf: (c) => codes.get(c) ?? c.toLowerCase(),
          taken,
        });
        const old = ledger && sayingTheSame(row, ledger.rows);
        if (old) {
          known.push(`Draft ${draft.number} is there already, as ${old.id}: not added again.\n`);
          return [];
        }
        const place = ledger && ofTheSamePlace(row, ledger.rows);
        if (place && options.quiet !== true)
          streams.stderr.write(
            `${row.id} is read from the same place as ${place.id}, which differs in ${place.differsIn.join(", ")}: keep one.\n`,
          );
        taken.add(row.id);
        return [row];
      });
      const withoutSource = options.source === undefined && rows.length > 0;
      if (withoutSource && options.quiet !== true)
        streams.stderr.write("The rows name no source: fill the column, or give --source; data check asks for it.\n");
      if (ledger && rows.length > 0) addToLedger(options.into!, ledger, rows);
      if (options.json) {
        streams.stderr.write(known.join(""));
        return print(`${JSON.stringify({ file, into: options.into ?? null, rows })}\n`);
      }
      if (ledger === undefined) return print(csvOf(rows));
      print(known.join(""));
      if (rows.length === 0) return print(`Nothing put into ${options.into}.\n`);
      print(
        `${rows.length} ${rows.length === 1 ? "row" : "rows"} put into ${options.into}: ${rows.map((r) => r.id).join(", ")}\n`,
      );
    });
}

function pick(drafts: readonly Draft[], wanted: readonly number[]): Draft[] {
  if (wanted.length === 0) return [...drafts];
  const unknown = wanted.filter((n) => !drafts.some((d) => d.number === n));
  if (unknown.length > 0)
    throw new UsageError(
      `--accept: there is no draft ${unknown.join(", ")}; ${drafts.length === 0 ? "none was found in the article" : `there are 1 to ${drafts.length}`}`,
    );
  return drafts.filter((d) => wanted.includes(d.number));
}

/** `1,3`, `2-4`; `all` is the empty list. */
function numbers(text: string): number[] {
  if (text === "all") return [];
  const parts = text.split(",").map((part) => /^\s*(\d{1,4})(?:-(\d{1,4}))?\s*$/.exec(part));
  if (parts.some((p) => p === null || (p[2] !== undefined && Number(p[2]) < Number(p[1]))))
    throw new InvalidArgumentError(`got "${text}", expected numbers of drafts such as 1,3 or 2-4, or all`);
  return parts.flatMap((p) => {
    const from = Number(p![1]);
    return Array.from({ length: Number(p![2] ?? from) - from + 1 }, (_, i) => from + i);
  });
}

function encodingName(label: string): string {
  const name = encodingNamed(label);
  if (name === null)
    throw new InvalidArgumentError(
      `got "${label}", expected a character set of the web such as shift_jis, euc-jp, latin1 or utf-8`,
    );
  return name;
}

const EXAMPLES = `
Examples:
  monazite read examples/article.txt
  monazite read page.html --date 2025-10-28 --json
  monazite read examples/article.txt --accept 1,3 --source zdf-2025-10-28 --into my-events.csv`;
