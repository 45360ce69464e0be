import { describe, expect, test } from "vitest";
import { renderPlan } from "../../../src/cli/render/plan.ts";
import { samplePlanReport } from "../../report/plan/sample.ts";

const report = samplePlanReport();
const text = renderPlan(report, { width: 80 });

describe("a plan on a terminal", () => {
  test.each([60, 80, 120])("fits %d columns", (width) => {
    const long = renderPlan(report, { width })
      .split("\n")
      .filter((line) => [...line].length > width);
    expect(long).toEqual([]);
  });

  test("begins with the title and the answer, and is free of holes and colours unless asked", () => {
    expect(text.split("\n")[0]).toBe("What the United States and Japan should build together");
    expect(text.split("\n\n")[1]).toMatch(/^With USD 2\.0 bn \(2026–2030\), choose /);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
    expect(text).not.toContain("\u001b");
    expect(renderPlan(report, { colour: true })).toContain("\u001b[1m");
  });

  test("has the frontier with the chosen budget marked, the portfolio by start, and who pays", () => {
    expect(text).toMatch(/^ {2}0\.5× {2}1\.0 bn +1\.54 bn +23\.9 bn +19\.0 bn +45\.0 bn +1\.1 % +19\.5 bn +44\.0 bn$/m);
    expect(text).toMatch(/^> 1× {4}2\.0 bn +1\.91 bn +30\.3 bn +12\.4 bn +31\.0 bn +1\.1 % +12\.0 bn +30\.0 bn$/m);
    const portfolio = text.split("\n\n").find((b) => b.startsWith("The portfolio"))!;
    expect(portfolio.match(/[A-Z][a-z]{2} 20\d\d/g)).toEqual(["Aug 2026", "Jan 2027", "Nov 2027", "May 2028"]);
    expect(portfolio).toContain("United States 420 m, Japan 180 m");
  });

  test("what goes with a measure is told, the whole stands in the last row, and that rows are no parts of it", () => {
    const worth = text.split("\n\n").find((b) => b.startsWith("What each is worth"))!;
    expect(worth).toMatch(/^\* Heavy rare-earth separation, Kyushu +380 m/m);
    expect(worth.replace(/\s+/g, " ")).toContain(
      "* goes with what needs it. Heavy rare-earth separation, Kyushu: with Mine and concentrator, Nechalacho <stage 2>.",
    );
    expect(worth).toMatch(/^The whole portfolio +1\.85 bn +30\.3 bn +29\.0 bn +surplus$/m);
    expect(worth).toContain("Rows do not add up to the whole");
    expect(text.replace(/\s+/g, " ")).toContain("expects it to earn USD 40.0 m, bought less sold.");
  });

  test("has a line for each agreement and partner, and names the agreements nothing hangs on", () => {
    expect(text).toMatch(/^agreement +partner +products +without$/m);
    expect(text).toMatch(/^US–Japan framework +United States +10\.0 bn +4\.60 bn$/m);
    expect(text).toMatch(/^ +Japan +19\.0 bn +4\.40 bn$/m);
    const byAgreement = report.split!.byAgreement.map((a) => ({ ...a, withoutUsd: a.withUsd }));
    expect(renderPlan({ ...report, split: { ...report.split!, byAgreement } })).toContain(
      "Nothing in the portfolio hangs on US–Japan framework.",
    );
  });

  test("says what clashes where no portfolio keeps the constraints", () => {
    const point = { ...report.frontier[0]!, planning: null, judged: null, conflict: ["budget of Japan"] };
    const clash = renderPlan({ ...report, frontier: [point, ...report.frontier.slice(1)] });
    expect(clash).toContain("At 0× no portfolio keeps: budget of Japan.");
  });

  test("leaves out what there is not", () => {
    const bare = renderPlan({
      ...report,
      split: null,
      flips: [],
      byUse: [],
      withAndWithout: [],
      marginal: [],
      costFactors: [],
      robust: [],
    });
    expect(bare).not.toMatch(
      /Who pays|What would change|Expected loss by end use|one more unit|worth to the plan|by cost|every good portfolio/,
    );
  });
});
