import { headlineOf } from "./headline.ts";
import type { Replay, ReplayedSeries } from "./result.ts";
import { spanWords } from "./span.ts";
import type { MonthRange } from "./turn.ts";
import { unreportedStopWords } from "./unreported.ts";
import { variantRows } from "./variants.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

/**
 * docs/validation.md: what the model gets right and wrong, from the replays. The same replays give the same bytes.
 * @param variants by episode, the same with one assumption changed
 */
export function validationPage(
  replays: readonly Replay[],
  variants: ReadonlyMap<string, readonly Replay[]> = new Map(),
): string {
  const judged = replays.flatMap((replay) =>
    replay.series.map((series) => ({ replay, series, verdict: verdictOf(replay, series) })),
  );
  const seen = judged.filter((j) => j.series.score.observationCount > 0);
  const of = (word: Verdict["word"]) => seen.filter((j) => j.verdict.word === word);
  const line = ({ replay, series, verdict }: (typeof seen)[number]) =>
    `- ${replay.episode}, ${series.title}: ${verdict.sentence}.`;
  const timed = seen.flatMap(({ replay, series }) =>
    series.score.turnErrorMonths === null ? [] : [{ replay, series, months: series.score.turnErrorMonths }],
  );
  const onTime = timed.filter((t) => Math.abs(t.months) <= 1);
  const turning = seen.filter((j) => j.series.score.turnObserved);
  const unturned = turning.length - timed.length;
  const unseen = replays.filter((r) => r.series.every((s) => s.observations.length === 0));
  const withheld = unseen.filter((r) => r.outcomes === "withheld");
  return `${[
    "<!-- Written by `npm run validation`; a test fails when it is out of date. -->",
    "# Validation: what the model gets right and wrong",
    INTRODUCTION,
    "## In short",
    summaryTable(seen),
    ...seen.flatMap(({ replay, series }) => drownedBySmall(replay, series)),
    `Of ${seen.length} series with observations, the model is right about how far things go in ${of("right").length}, too mild in ${of("too mild").length}, too harsh in ${of("too harsh").length} and right in the sum but not by month in ${of("uneven").length}. ${turning.length === 0 ? "No series of observations turns" : `Of ${turning.length} turning points in the observations it meets ${onTime.length} to the month or one beside it`}${unturned > 0 ? `; in ${unturned} it does not turn within the months observed` : ""}.`,
    ...unscored(withheld, "What happened is withheld from the data on purpose, so nothing is scored,"),
    ...unscored(
      unseen.filter((r) => !withheld.includes(r)),
      "Nothing was observed, so nothing is scored,",
    ),
    ...replays.flatMap((r) => headlineSection(r)),
    "### Right",
    list([
      ...of("right").map(line),
      ...onTime.map(
        ({ replay, series, months: late }) =>
          `- ${replay.episode}, ${series.title}: the ${series.score.turn} comes ${late === 0 ? "in the month observed" : `a month ${late > 0 ? "late" : "early"}`}.`,
      ),
    ]),
    "### Wrong",
    list([
      ...[...of("too mild"), ...of("too harsh"), ...of("uneven")].map(
        (j) => `${line(j)} **${capital(j.verdict.word)}.**`,
      ),
      ...turning.flatMap(({ replay, series: { title, score } }) =>
        score.turnErrorMonths === null
          ? [`- ${replay.episode}, ${title}: the observed ${score.turn} is missed; ${score.reasons.turnErrorMonths}.`]
          : [],
      ),
      ...timed
        .filter((t) => !onTime.includes(t))
        .map((t) => `- ${t.replay.episode}, ${t.series.title}: the ${t.series.score.turn} comes ${months(t.months)}.`),
      ...replays.flatMap((replay) => {
        const words = unreportedStopWords(replay, (m) => m);
        return words === null ? [] : [`- ${replay.episode}: ${words}. **Too harsh.**`];
      }),
    ]),
    ...replays.flatMap((replay) => episodeSection(replay, variants.get(replay.episode) ?? [])),
  ].join("\n\n")}\n`;
}

/** Which episodes have no scores, and why. */
function unscored(replays: readonly Replay[], why: string): string[] {
  if (replays.length === 0) return [];
  const names = replays.map((r) => `\`${r.episode}\``).join(", ");
  return [`${why} in ${names}: the replay is there to be compared with a record by others.`];
}

/** The months that rest on an input nobody reported, beside the literal reading without it. */
function headlineSection(replay: Replay): string[] {
  const found = headlineOf(replay);
  if (!found) return [];
  const rows = found.rows.map((r) => [r.month, number(r.asReplayed), number(r.asGiven)]);
  return [
    `In \`${replay.episode}\` one input is **assumed and not given**: ${found.assumed.join("; ")}. ${found.title}, ${found.unit}, with it and in the literal reading without it:`,
    table(["month", "as replayed", "given inputs only"], rows),
  ];
}

const INTRODUCTION = `\`monazite replay <episode>\` runs a past episode through the model with what was known as input: rules, dates and a baseline. A rule that nobody reported is marked as assumed and not given, and the run without it stands beside the one with it. What nobody could know beforehand (above all the share of
licences approved) is assumed, the same in every episode, and nothing is fitted to what followed. This page is made from those runs; the observations and who made them are in \`data/observed.csv\`.

How to read the scores. **Of the sum** is Σ |modelled − observed| / Σ observed. **MAPE** is the mean of |modelled − observed| / observed over the observations, without those in which nothing was observed to move; a month in which next to
nothing moved drowns it, so read the sum first. An observation that is a mean of several months is held against the modelled mean of the same months and has neither direction nor turn.
**Direction** is the share of steps between observed months in which both rise, both fall or both stand still. **Turn** is the month of the modelled trough (of exports and prices inside) or peak (of prices outside) less the
observed one, both sought over the observed months alone; an extreme at either end of them is no turn. **Recovery** is the same for the first month half-way back to the level before: a range, since the observed one lies between two observed months. A dash has a reason, which \`--json\` gives. "Right" means within a factor of 1.5: exports by tonnes after the control began, prices by how far they moved from the
calm level at the largest observed distance. A product line stands when it gets under 95 % of what it needs beyond thrift.
With \`--draws 100\` what is uncertain in the data and in the rules is drawn, and each series gets a band of nine in ten draws and the share of the months observed from the control on within it; that the band is too narrow says that the model, not only its inputs, is at fault.`;

/** Beyond this multiple of the error over the sum, MAPE says more about the smallest observation than about the model. */
const DROWNED_MULTIPLE = 5;

/** Why a MAPE is out of all proportion: the observation that makes most of it. */
function drownedBySmall({ episode }: Replay, { title, unit, observations, score }: ReplayedSeries): string[] {
  if (score.mape === null || score.wape === null || score.mape < DROWNED_MULTIPLE * score.wape) return [];
  const off = observations.flatMap((o) =>
    o.value > 0 && o.modelled !== null
      ? [{ ...o, modelled: o.modelled, share: Math.abs(o.modelled / o.value - 1) }]
      : [],
  );
  const worst = off.reduce((a, b) => (b.share > a.share ? b : a));
  return [
    `The MAPE of ${percent(score.mape)} (\`${episode}\`, ${title}) comes of one month of next to nothing: in ${spanWords(worst)} the model has ${number(worst.modelled)} ${unit} where ${number(worst.value)} were observed, ${percent(worst.share)} too ${worst.modelled > worst.value ? "much" : "little"}. Over the sum the error is ${percent(score.wape)}.`,
  ];
}

type Judged = { readonly replay: Replay; readonly series: ReplayedSeries; readonly verdict: Verdict };

function summaryTable(judged: readonly Judged[]): string {
  const rows = judged.map(({ replay, series, verdict }) => [
    replay.episode,
    series.title,
    String(series.score.observationCount),
    percent(series.score.wape),
    percent(series.score.mape),
    percent(series.score.directionHitRate),
    months(series.score.turnErrorMonths),
    range(series.score.recoveryErrorMonths),
    verdict.word,
  ]);
  return table(
    ["episode", "series", "observations", "of the sum", "MAPE", "direction", "turn", "recovery", "verdict"],
    rows,
  );
}

function episodeSection(replay: Replay, variants: readonly Replay[]): string[] {
  const otherwise = variantRows(replay, variants);
  const inputs = replay.inputs.map(
    (i) =>
      `- ${i.title}, ${i.from} to ${i.to ?? "further notice"} (${i.status}${i.given ? "" : ", **assumed and not given**"}): ${i.source}.`,
  );
  const literal = (country: string) => replay.asGiven?.firstStops.find((s) => s.country === country)?.modelledMonth;
  const stopColumns = ["country", "modelled", ...(replay.asGiven ? ["given inputs only"] : []), "observed"];
  const stops = replay.firstStops.map((s) => [
    s.country,
    s.modelledMonth ?? "none",
    ...(replay.asGiven ? [literal(s.country) ?? "none"] : []),
    s.observedMonth ?? s.reason ?? "",
    s.applications.join(", "),
  ]);
  return [
    `## ${replay.episode}`,
    `${replay.title}. ${replay.description}`,
    `**Baseline:** ${replay.baseline}.`,
    `**Reading:** ${replay.reading}`,
    "What went in:",
    list(inputs),
    ...replay.series.filter((s) => s.observations.length > 0).flatMap(seriesBlock),
    ...unobserved(replay),
    ...(stops.length > 0
      ? ["First stop of a product line:", table([...stopColumns, "lines that stop first"], stops)]
      : []),
    ...(variants.length > 0
      ? [
          `Were one assumption otherwise (\`monazite replay ${replay.episode} --scenario scenarios/variants/${replay.episode}/<name>.yaml\`), ${replay.series.find((x) => x.measure === "exports")?.title ?? "exports"} would be:`,
          table(otherwise.header, otherwise.rows),
        ]
      : []),
  ];
}

function seriesBlock(series: ReplayedSeries): string[] {
  const rows = series.observations.map((seen) => {
    const { modelled, value } = seen;
    const error = modelled !== null && value > 0 ? signed(modelled / value - 1) : "–";
    const source = `\`${seen.source}\`: ${seen.locator}`;
    return [spanWords(seen), number(modelled), number(value), error, seen.status, source];
  });
  return [
    `### ${series.title}, ${series.unit}`,
    table(["month", "modelled", "observed", "error", "status", "source"], rows),
    ...(series.note === "" ? [] : [`${series.note}.`]),
  ];
}

/** Series that nobody observed, a row each; lines that stand are told by their first stop. */
function unobserved(replay: Replay): string[] {
  const rows = replay.series
    .filter((s) => s.observations.length === 0 && s.unit !== "yes")
    .map((s) => {
      const values = s.modelled.flatMap((value, t) => (value === null ? [] : [{ value, month: s.months[t]! }]));
      const low = values.reduce((a, b) => (b.value < a.value ? b : a));
      const high = values.reduce((a, b) => (b.value > a.value ? b : a));
      return [
        s.title,
        s.unit,
        number(values[0]!.value),
        `${number(low.value)} (${low.month})`,
        `${number(high.value)} (${high.month})`,
        number(values.at(-1)!.value),
      ];
    });
  if (rows.length === 0) return [];
  return [
    replay.outcomes === "withheld"
      ? "Modelled; what happened is withheld:"
      : "Modelled, with nothing to compare it with:",
    table(["series", "unit", "first month", "lowest", "highest", "last month"], rows),
  ];
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((c) => c.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), `|${header.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

function list(lines: readonly string[]): string {
  return lines.length === 0 ? "- nothing" : lines.join("\n");
}

function number(value: number | null): string {
  if (value === null) return "–";
  const shown = Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
  return shown.replace(/\B(?=(\d{3})+$)/g, Math.abs(value) >= 1000 ? "," : "");
}

function percent(share: number | null): string {
  return share === null ? "–" : `${number(Math.round(100 * share))} %`;
}

function signed(share: number): string {
  return `${share > 0 ? "+" : ""}${number(Math.round(100 * share))} %`;
}

function months(error: number | null): string {
  if (error === null) return "–";
  if (error === 0) return "on time";
  return `${Math.abs(error)} ${error > 0 ? "late" : "early"}`;
}

function range(error: MonthRange | null): string {
  if (error === null || error[0] === error[1]) return months(error === null ? null : error[0]);
  const [least, most] = error;
  if (least > 0) return `${least} to ${most} late`;
  return most < 0 ? `${-most} to ${-least} early` : `${months(least)} to ${months(most)}`;
}

function capital(word: string): string {
  return `${word[0]!.toUpperCase()}${word.slice(1)}`;
}
