import { join } from "node:path";
import { Command } from "commander";
import { vocabularyOf } from "../../chain/vocabulary-of.ts";
import { type Dataset, didYouMean, type Episodes, episodeDataset, quote } from "../../dataset/index.ts";
import { type FanOptions, type Replay, replay, replayFans, withFans } from "../../replay/index.ts";
import { renderReplayReport } from "../../report/replay/index.ts";
import { openWorkbench } from "../../simulation/workbench.ts";
import { UsageError } from "../failure.ts";
import { numberBetween } from "../io/numbers.ts";
import { packageRoot } from "../io/package-root.ts";
import { readDataset, readEpisodes } from "../io/read-dataset.ts";
import { chainsOf, readScenario } from "../io/read-scenario.ts";
import { VERSION } from "../io/version.ts";
import { checkWritable, writeWhole } from "../io/write.ts";
import type { GlobalOptions } from "../open.ts";
import type { Streams } from "../program.ts";
import { progress } from "../render/progress.ts";
import { renderReplay, renderReplays } from "../render/replay.ts";
import { terminal } from "../render/terminal.ts";

interface ReplayOptions extends GlobalOptions {
  readonly json?: boolean;
  readonly scenario?: string;
  readonly html?: string;
  readonly draws?: number;
  readonly seed?: number;
}

type FoundEpisodes = ReturnType<typeof readEpisodes>;

/** `monazite replay`: a past episode run through the model, beside what was observed. */
export function replayCommand(streams: Streams): Command {
  return new Command("replay")
    .description(
      "run a past episode with what was known as input (what is assumed is marked), and hold it against what happened",
    )
    .argument("[episode]", "name of the episode; without it, the list")
    .option("--scenario <file>", "the rules of another scenario file (YAML) instead of the episode's own")
    .option(
      "--draws <n>",
      "play it so many times with what is uncertain drawn, and give percentiles",
      numberBetween(2, 10_000),
    )
    .option("--seed <n>", "which draws (default: 1)", numberBetween(0, 0xffff_ffff))
    .option("--json", "print as JSON")
    .option("--html <path>", "write the replay as one self-contained HTML file")
    .addHelpText("after", EXAMPLES)
    .action((id: string | undefined, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<ReplayOptions>();
      if (options.html !== undefined) checkWritable("--html", options.html);
      const report = progress(streams.stderr, { enabled: options.quiet !== true });
      report.update("reading the dataset");
      const dataset = readDataset(options.data);
      const found = readEpisodes(dataset, options.data);
      if (id === undefined) {
        report.finish();
        streams.stdout.write(listed(found.episodes, options, streams));
        return;
      }
      report.update("balancing the figures of the time and running the episode");
      const { draws, seed } = options;
      const onDraw = (done: number) => report.update(`playing ${id}`, done, draws);
      const fan = draws === undefined ? undefined : { draws, seed: seed ?? 1, onDraw };
      const result = replayed(id, dataset, found, options.scenario, fan);
      report.finish();
      if (options.html !== undefined) {
        const sources = Object.fromEntries(dataset.sources.map((s) => [s.id, s]));
        writeWhole(options.html, renderReplayReport(result, { generatedWith: `monazite ${VERSION}`, sources }));
      }
      streams.stdout.write(
        options.json ? `${JSON.stringify(result)}\n` : renderReplay(result, terminal(streams.stdout)),
      );
      if (options.html !== undefined && !options.quiet) streams.stderr.write(`report: ${options.html}\n`);
    });
}

function listed({ episodes }: Episodes, options: ReplayOptions, streams: Streams): string {
  return options.json
    ? `${JSON.stringify(episodes.map(({ id, title, scenario, control }) => ({ id, title, scenario, control })))}\n`
    : renderReplays(episodes, terminal(streams.stdout));
}

/**
 * Runs one episode of the dataset, with the rules of another scenario file when one is named.
 * Errors: UsageError for an unknown name; InputError for what its files hold.
 */
export function replayed(
  id: string,
  dataset: Dataset,
  { episodes, texts }: FoundEpisodes,
  rules?: string,
  draws?: FanOptions,
): Replay {
  const ids = episodes.episodes.map((e) => e.id);
  const episode = episodes.episodes.find((e) => e.id === id);
  if (ids.length === 0) throw new UsageError("the dataset folder has no episodes.csv, so there is nothing to replay");
  if (!episode) throw new UsageError(`unknown episode ${quote(id)}; ${didYouMean(id, ids)}`);
  const then = episodeDataset(dataset, id, texts);
  const path = rules ?? join(packageRoot(), "scenarios", `${episode.scenario}.yaml`);
  const workbench = openWorkbench(then, chainsOf([path])({ dataset: then, vocabulary: vocabularyOf(then) }));
  const read = readScenario(path, { dataset: then, vocabulary: workbench.vocabulary });
  const played = { ...episode, scenario: read.id };
  return read.locate(() => {
    const result = replay(workbench, played, read.scenario, episodes, then.sources);
    if (!draws) return result;
    const rows = episodes.series.filter((s) => s.episode === id);
    return withFans(result, replayFans(then, path, read.scenario, rows, draws));
  });
}

const EXAMPLES = `
Examples:
  monazite replay
  monazite replay 2024-antimony --draws 100
  monazite replay 2025-rare-earths --html reports/2025.html
  monazite replay 2025-rare-earths --scenario scenarios/variants/2025-rare-earths/no-check.yaml
  monazite replay 2023-gallium-germanium --json > replay.json`;
