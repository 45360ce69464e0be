import { describe, expect, test } from "vitest";
import type { Replay, ReplayedSeries } from "../../src/replay/index.ts";
import { score, validationPage, verdictOf } from "../../src/replay/index.ts";

const months = ["2023-01", "2023-02", "2023-03", "2023-04"];

function series(measure: string, unit: string, modelled: number[], observed: (number | null)[]): ReplayedSeries {
  const turn = measure === "exports" || measure === "inside-price" ? "trough" : "peak";
  return {
    name: measure,
    title: `Series of ${measure}`,
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
              status: "reported",
              source: "customs",
              locator: "p. 1",
              note: "",
            },
          ],
    ),
    note: "",
    score: score(modelled, observed, turn, 1),
  };
}

function replayOf(...all: ReplayedSeries[]): Replay {
  return {
    episode: "old",
    title: "Once",
    scenario: "old",
    rules: "As they were",
    description: "What was.",
    baseline: "then",
    outcomes: "compared",
    reading: "It was so.",
    control: "2023-02",
    inputs: [
      {
        id: "ban",
        kind: "export-ban",
        title: "A ban",
        from: "2023-02-01",
        to: null,
        source: "gazette",
        status: "reported",
        given: true,
      },
    ],
    series: all,
    firstStops: [],
    asGiven: null,
    checks: {} as Replay["checks"],
  };
}

const wordOf = (s: ReplayedSeries) => verdictOf(replayOf(s), s).word;

describe("verdict", () => {
  test("exports: by tonnes from the control on", () => {
    expect(wordOf(series("exports", "t/month", [900, 10, 10, 10], [1, 10, 9, 11]))).toBe("right");
    expect(wordOf(series("exports", "t/month", [9, 20, 20, 20], [9, 10, 10, 10]))).toBe("too mild");
    expect(wordOf(series("exports", "t/month", [9, 2, 2, 2], [9, 10, 10, 10]))).toBe("too harsh");
    expect(wordOf(series("exports", "t/month", [9, 9, 9, 9], [9, 0, 0, 27]))).toBe("uneven");
  });

  test("prices: how far from calm in the month observed farthest from it", () => {
    expect(wordOf(series("outside-price", "times", [1, 1.5, 2, 2], [1, null, 2.2, 1.5]))).toBe("right");
    expect(wordOf(series("outside-price", "times", [1, 1.1, 1.1, 1.1], [1, null, 26, 7]))).toBe("too mild");
    expect(wordOf(series("inside-price", "USD/kg", [250, 240, 125, 150], [null, null, 200, 220]))).toBe("too harsh");
    expect(wordOf(series("inside-price", "USD/kg", [250, 240, 203, 150], [null, null, 200, 220]))).toBe("right");
  });

  test("going the other way is too mild, however far", () => {
    expect(wordOf(series("outside-price", "times", [1, 0.2, 0.2, 0.2], [1, 2, 2, 2]))).toBe("too mild");
  });

  test("a price that was seen to stand still, and moves in the model, is too harsh", () => {
    expect(wordOf(series("outside-price", "times", [1, 1, 1.3, 1.3], [1, null, 1, null]))).toBe("too harsh");
    expect(wordOf(series("outside-price", "times", [1, 1, 1.01, 1.3], [1, null, 1, null]))).toBe("right");
  });

  test("without an observation after the control there is none", () => {
    const s = series("exports", "t/month", [1, 1, 1, 1], [1, null, null, null]);
    expect(verdictOf(replayOf(s), s)).toEqual({
      word: "not known",
      sentence: "nothing was observed after the control began",
    });
  });
});

describe("the page", () => {
  const page = validationPage([
    replayOf(
      series("exports", "t/month", [10, 4, 4, 8], [10, 2, 2, 4]),
      series("inside-price", "USD/kg", [5, 4, 3, 2], [null, null, null, null]),
    ),
  ]);

  test("says what is wrong with the numbers it rests on", () => {
    expect(page).toContain("| old | Series of exports | 4 | 44 % | 75 % | 100 % | on time | – | too mild |");
    expect(page).toContain(
      "- old, Series of exports: over the 3 months observed 2 times what was observed leaves the country. **Too mild.**",
    );
    expect(page).toContain("| 2023-03 | 4 | 2 | +100 % | reported | `customs`: p. 1 |");
  });

  test("counts the turns of the observations, and names those the model misses", () => {
    const said = validationPage([replayOf(series("outside-price", "times", [1, 2, 3, 4], [1, 2, 3, 2]))]);
    expect(said).toContain(
      "Of 1 turning points in the observations it meets 0 to the month or one beside it; in 1 it does not turn",
    );
    expect(said).toContain("the observed peak is missed; in the model the peak is in the last month observed");
    const small = validationPage([replayOf(series("exports", "t/month", [9, 9, 1, 5], [10, 10, 0.001, 6]))]);
    expect(small).toContain(
      "The MAPE of 24,984 % (`old`, Series of exports) comes of one month of next to nothing: in 2023-03 the model has 1 t/month where 0.001 were observed, 99,900 % too much. Over the sum the error is 15 %.",
    );
    expect(small).toContain("| observations | of the sum | MAPE |");
    expect(said).not.toContain("next to nothing:");
    const stop = { country: "JPN", modelledMonth: "2023-09", applications: ["lamps", "glass"], errorMonths: null };
    const stopped = (reason: "withheld" | "not known") =>
      validationPage([
        {
          ...replayOf(series("exports", "t/month", [1, 1, 1, 1], [1, 1, 1, 1])),
          firstStops: [{ ...stop, observedMonth: null, reason }],
        },
      ]);
    expect(stopped("not known")).toContain(
      "- old: the model has product lines stop in JPN from 2023-09 (lamps, glass); no such stop is among what was observed, so read it as an error of the model. **Too harsh.**",
    );
    expect(stopped("withheld")).not.toContain("error of the model");
    const rising = validationPage([replayOf(series("outside-price", "times", [1, 2, 3, 4], [1, 2, 3, 4]))]);
    expect(rising).toContain("No series of observations turns.");
  });

  test("keeps what nobody observed apart", () => {
    expect(page).toContain("| Series of inside-price | USD/kg | 5 | 2 (2023-04) | 5 (2023-01) | 2 |");
  });

  test("shows what one assumption otherwise would give, month by month from the control on", () => {
    const base = replayOf(
      series("exports", "t/month", [10, 4, 4, 8], [10, 2, 2, 4]),
      series("outside-price", "USD/kg", [5, 6, 7, 6], [null, null, null, null]),
    );
    const other = {
      ...replayOf(
        series("exports", "t/month", [10, 9, 9, 8], [10, 2, 2, 4]),
        series("outside-price", "USD/kg", [5, 5, 5, 5], [null, null, null, null]),
      ),
      rules: "Milder",
    };
    const said = validationPage([base], new Map([["old", [other]]]));
    expect(said).toContain("| as replayed | 4 | 4 | 8 | 7 |");
    expect(said).toContain("| Milder | 9 | 9 | 8 | 5 |");
    expect(validationPage([base])).not.toContain("as replayed");
  });

  test("an episode without any observation is said to have none", () => {
    expect(validationPage([replayOf(series("exports", "t/month", [1, 1, 1, 1], [null, null, null, null]))])).toContain(
      "Nothing was observed, so nothing is scored, in `old`",
    );
  });
});
