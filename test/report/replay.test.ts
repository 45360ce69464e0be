import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { replayCharts } from "../../src/charts/replay-chart.ts";
import type { Replay, ReplayedSeries } from "../../src/replay/index.ts";
import { score } from "../../src/replay/index.ts";
import { renderReplayReport } from "../../src/report/replay/index.ts";

const months = ["2023-06", "2023-07", "2023-08", "2023-09"];

function series(
  measure: string,
  unit: string,
  modelled: (number | null)[],
  observed: (number | null)[],
): ReplayedSeries {
  return {
    name: measure,
    title: `<b>${measure}</b>`,
    measure,
    unit,
    months,
    modelled,
    observed,
    source: null,
    observations: observed.flatMap((value, t) =>
      value === null
        ? []
        : [
            {
              month: months[t]!,
              months: 1,
              value,
              modelled: modelled[t] ?? null,
              status: "estimated",
              source: "customs",
              locator: "p. 1",
              note: "halved",
            },
          ],
    ),
    note: "",
    score: score(modelled, observed, measure === "exports" ? "trough" : "peak", 2),
  };
}

const replay: Replay = {
  episode: "test",
  title: "Licences & stops",
  scenario: "test",
  rules: "as then",
  description: "What was done.",
  baseline: "then",
  outcomes: "compared",
  reading: "Too mild.",
  control: "2023-08",
  inputs: [
    {
      id: "l",
      kind: "licence",
      title: "Licences",
      from: "2023-08-01",
      to: null,
      source: "gazette",
      status: "assumed",
      given: true,
    },
  ],
  series: [
    series("inside-price", "times", [1, 1, 0.9, 0.8], [null, null, null, null]),
    series("exports", "t/month", [6, 9, 0, 3], [5, null, 0, null]),
    series("outside-price", "times", [1, null, 12, 20], [1, null, 26, null]),
    series("line-stopped", "yes", [0, 0, 1, 1], [null, null, null, null]),
  ],
  firstStops: [
    {
      country: "JPN",
      modelledMonth: "2023-08",
      applications: ["lamps"],
      observedMonth: null,
      reason: "not known",
      errorMonths: null,
    },
  ],
  asGiven: null,
  checks: {} as Replay["checks"],
};
const sources = { customs: { publisher: "Customs", title: "Bulletin", url: "https://example.org/bulletin" } };

describe("charts of a replay", () => {
  const charts = replayCharts(replay);

  test("observed series come first; a line that stands or not is no chart", () => {
    expect(charts.map((c) => c.title)).toEqual(["<b>exports</b>", "<b>outside-price</b>", "<b>inside-price</b>"]);
  });

  test("a dot for each observation, nothing where there is none", () => {
    expect(charts[0]!.dots).toEqual([
      { at: 0, value: 5 },
      { at: 2, value: 0 },
    ]);
    expect(charts[2]!.dots).toEqual([]);
    expect(charts[2]!.subtitle).toBe("times; nothing observed");
    expect(charts[0]!.control).toBe(2);
  });

  test("prices that multiply are on a ratio scale, exports never; all values fit", () => {
    expect(charts.map((c) => c.scale)).toEqual(["linear", "log", "linear"]);
    for (const { domain, line, dots } of charts)
      for (const value of [...line, ...dots.map((d) => d.value)])
        if (value !== null) expect(value >= domain[0] && value <= domain[1]).toBe(true);
  });

  test("a ratio scale is said, and one that six times would fit on is straight", () => {
    expect(charts.map((c) => c.subtitle.includes("log scale"))).toEqual([false, true, false]);
    const nine = { ...replay, series: [series("outside-price", "times", [1, 2, 9, 9], [1, null, 8, null])] };
    expect(replayCharts(nine)[0]!.scale).toBe("linear");
  });

  test("can be read without seeing them", () => {
    expect(charts[0]!.description).toContain("Aug\u00a02023: modelled 0, observed 0");
    expect(charts[2]!.description).toContain("Nothing was observed.");
  });
});

describe("the page of a replay", () => {
  const page = renderReplayReport(replay, { generatedWith: "monazite test", sources });
  const { document } = parseHTML(page);

  test("stands on its own and escapes what it shows", () => {
    expect(page).not.toMatch(/<script|<link|src=/);
    expect(page).toContain("Licences &amp; stops");
    expect(document.querySelectorAll("h3 b").length).toBe(0);
    expect(document.querySelectorAll("svg[role=img]").length).toBe(3);
  });

  test("cites every observation, with how it was read", () => {
    const cell = document.querySelector("#scores tbody tr td:last-child")!;
    expect(cell.querySelector("a")!.getAttribute("href")).toBe("https://example.org/bulletin");
    expect(cell.textContent).toContain("estimated; halved");
    expect(document.querySelector("#scores tbody tr")!.textContent).toContain("20");
  });

  test("an input that nobody reported is marked, and the reading without it stands beside it", () => {
    const literal = { name: "exports", modelled: [6, 9, 5, 5] };
    const page = renderReplayReport(
      {
        ...replay,
        inputs: [{ ...replay.inputs[0]!, given: false }],
        series: [replay.series[1]!],
        asGiven: {
          without: ["l"],
          series: [literal],
          firstStops: [{ country: "JPN", modelledMonth: null, applications: [] }],
        },
      },
      { generatedWith: "x", sources },
    );
    const { document } = parseHTML(page);
    expect(document.querySelector("#inputs tbody")!.textContent).toContain("Assumed and not given. gazette");
    const rows = [...document.querySelectorAll("#literal tbody tr")].map((r) =>
      r.textContent.replaceAll("\u00a0", " "),
    );
    expect(rows).toEqual(["Jul 20239.09.0", "Aug 202305.0", "Sep 20233.05.0"]);
    expect(document.querySelector("#stops tbody tr")!.textContent).toContain("none");
    expect(document.querySelectorAll("#charts svg [stroke-dasharray='3,2.5']").length).toBe(1);
    expect(document.querySelector("#charts .lead")!.textContent).toContain("dashed line is the model without what was");
    expect(document.querySelector("#charts svg desc")!.textContent).toMatch(
      /given inputs only the lowest is 5\.0, in Aug/,
    );
    expect(replay.asGiven).toBeNull();
  });

  test("says of marks only those that there are, and that a stop nobody reported is an error of the model", () => {
    const lead = (page: string) => parseHTML(page).document.querySelector("#charts .lead")!.textContent;
    expect(lead(page)).toContain("dots are observations");
    expect(lead(page)).not.toContain("dashed");
    const bare = renderReplayReport(
      {
        ...replay,
        series: [replay.series[0]!],
        outcomes: "withheld",
        firstStops: [{ ...replay.firstStops[0]!, reason: "withheld" }],
      },
      { generatedWith: "x", sources },
    );
    expect(lead(bare)).not.toContain("dots");
    expect(bare).not.toContain("beside what happened");
    expect(bare).not.toContain("error of the model");
    expect(document.querySelector("#stops .lead")!.textContent).toContain("read it as an error of the model");
  });

  test("a long reading is a list, code is code, days do not wrap, months have ticks", () => {
    const long = { ...replay, reading: "Too mild. Try `monazite replay <x>` first.", description: "As `a` did." };
    const { document } = parseHTML(renderReplayReport(long, { generatedWith: "x", sources }));
    expect([...document.querySelectorAll(".reading li")].map((li) => li.textContent)).toEqual([
      ...["Too mild.", "Try monazite replay <x> first."],
    ]);
    expect([...document.querySelectorAll("code")].map((c) => c.textContent)).toEqual(["a", "monazite replay <x>"]);
    expect([...document.querySelectorAll("#inputs td.day")].map((td) => td.textContent)).toEqual(["2023-08-01", "–"]);
    const axis = document.querySelector("#charts svg [aria-label='x-axis tick label']")!;
    expect([...axis.querySelectorAll("text")].map((t) => t.textContent)).toEqual(["Jun", "Jul", "Aug", "Sep"]);
  });

  test("without observations there is no month by month", () => {
    const bare = renderReplayReport({ ...replay, series: [replay.series[0]!] }, { generatedWith: "x", sources });
    expect(bare).not.toContain('id="scores"');
  });

  test("is the same twice", () => {
    expect(renderReplayReport(replay, { generatedWith: "monazite test", sources })).toBe(page);
  });
});
