import { describe, expect, test } from "vitest";
import { namesFrom } from "../../src/charts/names.ts";
import { planAnswer } from "../../src/charts/plan-answer.ts";
import { costFactorTable } from "../../src/charts/plan-costs.ts";
import { chanceText, flipTable } from "../../src/charts/plan-flips.ts";
import { frontierPanels, frontierRows } from "../../src/charts/plan-frontier.ts";
import { planGantt } from "../../src/charts/plan-gantt.ts";
import { marginalWords, planMade, planMarginal } from "../../src/charts/plan-marginal.ts";
import { leastRegretWords, regretTable } from "../../src/charts/plan-regret.ts";
import { robustLines, robustRows } from "../../src/charts/plan-robustness.ts";
import { agreementRows } from "../../src/charts/plan-split.ts";
import { surenessRows } from "../../src/charts/plan-sureness.ts";
import { partnerLosses, planUses } from "../../src/charts/plan-uses.ts";
import { changeText, percentText, scaleText } from "../../src/charts/plan-words.ts";
import { notesOf, planWorth, purseSentences, wholeWorth } from "../../src/charts/plan-worth.ts";
import { samplePlanReport } from "../report/plan/sample.ts";

const report = samplePlanReport();
const spaced = (text: string) => text.replaceAll("\u00a0", " ");

describe("the answer in sentences", () => {
  const sentences = planAnswer(report).map(spaced);

  test("names budget, measures and money, what is left, who pays, and the proof", () => {
    expect(sentences[0]).toBe(
      "With USD 2.0 bn (2026–2030), choose Complementary stockpiles of Dy, Tb and SmCo; Recycling of magnets (at 62 %); Heavy rare-earth separation, Kyushu; Mine and concentrator, Nechalacho <stage 2>: USD 1.91 bn of public money as spent (USD 1.85 bn discounted to Jan 2026, as sums below are).",
    );
    expect(sentences[1]).toBe(
      "Everybody in these markets together then loses USD 12.4 bn of surplus instead of USD 44.0 bn on average (72 % less), USD 31.0 bn in the worst twentieth of futures, as the plan counts it. Users in the United States and Japan lose USD 3.60 bn instead of USD 12.3 bn by the month simulation; products of theirs worth USD 12.0 bn instead of USD 41.0 bn are not made (71 % less), in the worst twentieth of futures USD 30.0 bn instead of USD 92.0 bn.",
    );
    expect(sentences[2]).toBe(
      "By the month simulation it avoids USD 30.3 bn of surplus lost (4.1 % less than the USD 31.6 bn that the plan counts) and lets products worth USD 29.0 bn more be made: the surplus alone covers its cost. Neither surplus nor products cover what Complementary stockpiles of Dy, Tb and SmCo costs.",
    );
    expect(sentences[3]).toBe(
      "The United States pays USD 1.30 bn and Japan USD 600 m. In products the United States is spared USD 10.0 bn and Japan USD 19.0 bn: each is better off inside than outside.",
    );
    expect(sentences[4]).toMatch(
      /^It may miss at most 1\.1 % of what any portfolio could save: it is proven that no other portfolio .* more than 0\.8 % lower\.$/,
    );
    expect(sentences).toHaveLength(5);
  });

  test("says when the proof is missing, nothing is worth it, a partner is better off outside, or constraints clash", () => {
    const loose = planAnswer({ ...report, sureness: { ...report.sureness, gapShare: 0.034 } }).at(-1)!;
    expect(spaced(loose)).toContain(
      "the search ended before the proof: another portfolio may have a planning objective up to 3.4 % lower",
    );
    const none = { ...report.frontier[3]!, scales: report.candidates.map(() => 0), worth: null };
    expect(spaced(planAnswer({ ...report, frontier: [none], chosen: 0 })[0]!)).toBe(
      "With USD 2.0 bn (2026–2030), no measure on the list makes it better.",
    );
    const partners = report.split!.partners.map((p) => ({ ...p, betterInside: p.partner === "usa" }));
    expect(planAnswer({ ...report, split: { ...report.split!, partners } })[3]).toContain(
      "Japan would be better off outside while the other goes on.",
    );
    const clash = {
      ...report.frontier[3]!,
      planning: null,
      judged: null,
      conflict: ["the budget of Japan", "the target of recycling"],
    };
    expect(planAnswer({ ...report, frontier: [clash], chosen: 0 })).toHaveLength(2);
    expect(planAnswer({ ...report, frontier: [clash], chosen: 0 })[1]).toContain(
      "the budget of Japan and the target of recycling",
    );
  });

  test("a measure that nothing covers, or with which less is made, has a sentence, and so has what the simulation prefers", () => {
    const worth = report.worth.map((w) => (w.candidate === "mine" ? { ...w, productsSavedUsd: -7e6 } : w));
    const neighbours = { tried: 3, possible: 9, preferred: null, words: "Of 3 none." };
    const sentences = planAnswer({ ...report, worth, neighbours }).map(spaced);
    expect(sentences).toContainEqual(
      expect.stringMatching(/Fewer products can be made with than without Mine .* \(USD 7\.00 m\)\./),
    );
    expect(sentences).toContainEqual(
      expect.stringMatching(/Neither surplus nor products cover what Complementary .* costs\.$/),
    );
    expect(sentences.at(-1)).toMatch(/lower\. Of 3 none\.$/);
    expect(sentences).toHaveLength(5);
  });

  test("says whether surplus, products or neither cover the cost", () => {
    const verdict = (covers: "surplus" | "products" | "neither") => {
      const point = report.frontier[3]!;
      const frontier = [{ ...point, worth: { ...point.worth!, covers } }];
      return spaced(planAnswer({ ...report, frontier, chosen: 0 })[2]!).split(": ")[1];
    };
    expect(verdict("products")).toMatch(/^the products cover its cost, the surplus does not\./);
    expect(verdict("neither")).toMatch(/^neither covers its cost\./);
  });

  test("says that budgets decide where cost is not weighed, and only there", () => {
    const unweighed = { ...report, objective: { ...report.objective, costWeight: 0 } };
    expect(planAnswer(unweighed)[2]).toContain("Budgets, not worth, decide what is chosen");
    expect(planAnswer(report).join()).not.toContain("Budgets, not worth");
  });

  test("sums that read alike are told once", () => {
    const point = report.frontier[3]!;
    const frontier = [{ ...point, worth: { ...point.worth!, costUsd: point.costUsd - 1e5 } }];
    expect(spaced(planAnswer({ ...report, frontier, chosen: 0 })[0]!)).toMatch(/: USD 1\.91 bn of public money\.$/);
  });

  test("what the simulation prefers is told against the chosen portfolio", () => {
    const preferred = {
      scales: [],
      adds: ["second-plant"],
      drops: ["mine"],
      costUsd: 350e6,
      surplusAvoidedUsd: -2e6,
      productsSavedUsd: 40e6,
      objectiveGainUsd: 1,
    };
    const told = planAnswer({ ...report, neighbours: { tried: 3, possible: 9, preferred, words: "" } });
    expect(spaced(told[4]!)).toMatch(
      /prefers it with Second heavy separation plant and without Mine and concentrator, Nechalacho <stage 2>: USD 2\.00 m more surplus lost and products worth USD 40\.0 m more, for USD 350 m more \(the best of 3 /,
    );
    const larger = { ...preferred, scales: [0, 0, 0, 0, 0, 1, 0], adds: ["recycling"], drops: [] };
    const more = planAnswer({ ...report, neighbours: { tried: 3, possible: 9, preferred: larger, words: "" } })[4]!;
    expect(spaced(more)).toContain("prefers it with more of Recycling of magnets: ");
  });

  test("each measure of the portfolio has its worth, the note that repeats the answer is left out", () => {
    expect(planWorth(report).map((r) => [r.title.split(" ")[0], r.covers])).toEqual([
      ["Heavy", "products"],
      ["Mine", "surplus"],
      ["Complementary", "neither"],
    ]);
    expect(planWorth(report)[0]!.together).toBe("with Mine and concentrator, Nechalacho <stage 2>");
    expect(wholeWorth(report)).toMatchObject({ surplusUsd: 30.3e9, productsUsd: 29e9, covers: "surplus" });
    expect(purseSentences(report).map(spaced)).toEqual([
      "Complementary stockpiles of Dy, Tb and SmCo: budgets count USD 590 m; the simulation expects it to earn USD 40.0 m, bought less sold",
    ]);
    expect(notesOf(report)).toEqual([expect.stringContaining("A price floor")]);
  });

  test("counts money by what users lose where that was computed, and says what a partner loses", () => {
    const partners = report.split!.partners.map((p) => ({ ...p, benefitUsd: p.partner === "usa" ? -5e6 : 7e6 }));
    const bySurplus = { ...report.split!, measure: "users' surplus" as const, partners };
    const split = planAnswer({ ...report, split: { ...report.split!, bySurplus } })[3]!;
    expect(spaced(split)).toBe(
      "The United States pays USD 1.30 bn and Japan USD 600 m. In users’ surplus the United States loses USD 5.00 m more and Japan is spared USD 7.00 m: each is better off inside than outside; in products the United States is spared USD 10.0 bn and Japan USD 19.0 bn: each is better off inside than outside too.",
    );
  });

  test("two counts that contradict each other are both told", () => {
    const partners = report.split!.partners.map((p) => ({ ...p, betterInside: false }));
    const bySurplus = { ...report.split!, measure: "users' surplus" as const, partners };
    expect(spaced(planAnswer({ ...report, split: { ...report.split!, bySurplus } })[3]!)).toMatch(
      /In users’ surplus .*: each would be better off outside while the other goes on; in products .*: each is better off inside than outside\.$/,
    );
  });

  test("an agreement that makes a partner worse off has a sentence, whatever it does for the other", () => {
    const byAgreement = [
      { agreement: "us-japan-framework", partner: "usa", withUsd: 5.6e9, withoutUsd: 4.2e9 },
      { agreement: "us-japan-framework", partner: "japan", withUsd: 6.4e9, withoutUsd: 6.5e9 },
    ];
    const told = planAnswer({ ...report, split: { ...report.split!, byAgreement } })[3]!;
    expect(spaced(told)).toMatch(
      /What “US–Japan framework” holds makes the United States worse by USD 1\.40 bn in products\.$/,
    );
    expect(planAnswer(report).join()).not.toContain("worse by");
  });

  test("a small gap keeps a digit", () => {
    expect([0.0078, 0.0004, 0.034, 0.12, 0, -0.04].map(percentText).map(spaced)).toEqual([
      "0.8 %",
      "0.04 %",
      "3.4 %",
      "12 %",
      "0 %",
      "−4.0 %",
    ]);
  });
});

describe("agreement by agreement", () => {
  test("benefit with and without it against no measure at all; those that move nothing are idle", () => {
    const rows = agreementRows(report);
    expect(rows.map((r) => [r.partner, r.counts.map((c) => [c.withUsd, c.withoutUsd]), r.isIdle])).toEqual([
      ["United States", [[10e9, 4.6e9]], false],
      ["Japan", [[19e9, 4.4e9]], false],
    ]);
    const byAgreement = report.split!.byAgreement.map((a) => ({ ...a, withoutUsd: a.withUsd }));
    expect(agreementRows({ ...report, split: { ...report.split!, byAgreement } }).every((r) => r.isIdle)).toBe(true);
  });
});

describe("the frontier", () => {
  test("has two panels with both curves in order of budget, and axes that hold them", () => {
    const panels = frontierPanels(report);
    expect(panels.map((p) => p.title)).toEqual(["Surplus lost less", "Products made more"]);
    for (const panel of panels) {
      expect(panel.expected.map((p) => p.x)).toEqual([0, 0.5e9, 1e9, 2e9, 3e9]);
      expect(Math.max(...panel.tail.map((p) => p.y))).toBeLessThanOrEqual(panel.yDomain[1]);
      expect(panel.chosen).toBe(2e9);
    }
    expect(panels[1]!.expected[3]!.y).toBe(41e9 - 12e9);
    expect(panels[0]!.expected[3]!.y).toBe(44e9 - 12.4e9);
    expect(panels[0]!.tail[3]!.y).toBe(96e9 - 31e9);
    expect(panels[0]!.yDomain[0]).toBe(0);
  });

  test("has room below nothing where a portfolio does harm", () => {
    const worse = { ...report.frontier[3]!.judged!, expectedLossUsd: 50e9, tailLossUsd: 95e9 };
    const frontier = report.frontier.map((p, i) => (i === 3 ? { ...p, judged: worse } : p));
    const panel = frontierPanels({ ...report, frontier })[1]!;
    expect(panel.yDomain[0]).toBeLessThanOrEqual(-9e9);
    expect(panel.yTicks.map((t) => t.at)).toEqual([...panel.yTicks.map((t) => t.at)].sort((a, b) => a - b));
  });

  test("rows say what each budget adds and drops against the one before", () => {
    const swapped = [...report.frontier.slice(0, 4), { ...report.frontier[4]!, scales: [0, 1, 1, 0, 1, 1, 0] }];
    const rows = frontierRows({ ...report, frontier: swapped });
    expect(rows.map((r) => [r.adds.length, r.drops.length])).toEqual([
      [0, 0],
      [2, 0],
      [1, 0],
      [1, 0],
      [1, 1],
    ]);
    expect(rows.at(-1)!.drops).toEqual(["Mine and concentrator, Nechalacho <stage 2>"]);
    expect(rows.map((r) => r.isChosen)).toEqual([false, false, false, true, false]);
  });
});

describe("the calendar", () => {
  const { rows, ticks } = planGantt(report);

  test("has the chosen measures by their start, as shares of sixty months", () => {
    expect(rows.map((r) => r.id)).toEqual(["shared-stockpile", "recycling", "heavy-separation", "mine"]);
    const stock = rows[0]!; // policy from Apr 2026, delay 0 / 4 / 14 months, ramp 6, to Dec 2029
    expect([stock.start, stock.full, stock.end].map((v) => v * 60)).toEqual([7, 13, 48]);
    expect([stock.delay!.low, stock.delay!.high].map((v) => Math.round(v * 60))).toEqual([3, 17]);
    expect(spaced(stock.dates)).toBe("begins Aug 2026 (Apr 2026 – Jun 2027), in full Feb 2027");
    expect(rows[1]!.delay).toBeNull();
    expect(rows[1]!.scale.replace("\u00a0", " ")).toBe("62 %");
    expect(ticks.map((t) => t.year)).toEqual(["2026", "2027", "2028", "2029", "2030"]);
  });

  test("is in the order of the median beginnings: a late one comes after one that is later on time", () => {
    const candidates = report.candidates.map((c) =>
      c.id === "shared-stockpile" ? { ...c, delayMonths: { p05: 0, p50: 12, p95: 30 } } : c,
    );
    expect(
      planGantt({ ...report, candidates })
        .rows.map((r) => r.id)
        .slice(0, 2),
    ).toEqual(["recycling", "shared-stockpile"]);
  });

  test("begins with the first decision when that is before the plan", () => {
    const candidates = report.candidates.map((c) => (c.id === "mine" ? { ...c, decision: "2024-01" } : c));
    const early = planGantt({ ...report, candidates });
    expect(early.ticks[0]!.year).toBe("2024");
    expect(early.rows.at(-1)!.decision).toBe(0);
    expect(early.rows[0]!.decision * 84).toBeCloseTo(24, 9);
  });
});

describe("losses", () => {
  test("by use: the costliest first, the spared counted, many added up", () => {
    const names = namesFrom();
    const { rows, spared, mostUsd } = planUses(report, names);
    expect(rows.map((r) => r.withoutUsd)).toEqual([14e9, 9e9, 7e9, 3.2e9, 0.6e9]);
    expect([spared, mostUsd]).toEqual([1, 14e9]);
    expect(spaced(rows[0]!.shortage)).toBe("short in 80 % → 30 % of futures, first Apr 2026 → Jan 2028");
    const few = planUses(report, names, 2);
    expect(few.rows.map((r) => spaced(r.name))).toEqual(["Electric vehicles", "Electric vehicles", "3 other uses"]);
    expect(few.rows[2]!.withUsd).toBeCloseTo(3.3e9, 0);
  });

  test("by partner: without and with, on average and in the tail, and what it pays", () => {
    const [usa] = partnerLosses(report);
    expect(usa!.without.expectedUsd).toBeCloseTo(0.4 * 41e9);
    expect(usa!.with!.tailUsd).toBeCloseTo(0.4 * 30e9);
    expect(usa!.paysUsd).toBeCloseTo(0.7 * report.frontier[3]!.costUsd);
  });
});

describe("what each measure is worth to the plan", () => {
  const { rows, without } = planMade(report);

  test("the most for a dollar first, coloured by the largest cell; what is worth nothing is counted", () => {
    expect(rows.map((r) => [r.title.split(" ")[0], r.perUsd, r.isChosen])).toEqual([
      ["Tariff", "–", false],
      ["Heavy", "5.9", true],
      ["Complementary", "4.2", true],
      ["Mine", "1.6", true],
      ["Second", "1.4", false],
    ]);
    expect(rows[1]!.cells.map((c) => c.step)).toEqual([0, 3, 5, 4, 4]);
    expect(rows[0]!.cells.at(-1)).toEqual({ year: 2030, step: null, text: "–" });
    expect([rows[0]!.peakYear, rows[1]!.peakYear]).toEqual([null, 2028]);
    expect(without).toBe(1);
    expect(spaced(marginalWords(report))).toContain("(70 % the mean, 30 % the worst twentieth)");
  });

  test("with what needs it, what it needs and what gives way", () => {
    expect(rows[1]!.note).toBe("with Mine and concentrator, Nechalacho <stage 2>, which needs it");
    expect(rows[4]!.note).toBe(
      "with Price floor of USD 110/kg NdPr, which it needs; instead of Mine and concentrator, Nechalacho <stage 2>",
    );
  });

  test("a unit is told of what can be sized only, with its name", () => {
    const units = planMarginal(report).rows;
    expect(units.map((r) => [r.title, r.note, spaced(r.worth), spaced(r.cost)])).toEqual([
      ["Recycling of magnets", "one more tonne a year of capacity", "USD 2.4 m", "USD 1.7 m"],
    ]);
  });
});

describe("what would change the answer by cost", () => {
  const table = costFactorTable(report);

  test("the portfolio's own first, the nearest of them first, then what comes in", () => {
    expect(table.rows.map((r) => [r.title.split(" ")[0], spaced(r.at), r.isWithinRange])).toEqual([
      ["Mine", "leaves above 1.23×", true],
      ["Complementary", "leaves above 1.90×", false],
      ["Heavy", "stays at any cost", false],
      ["Second", "comes in below 0.86×", true],
    ]);
    expect(table.notes[0]).toBe("1 more does not come in even for a thousandth of its cost.");
    expect(spaced(table.rows[0]!.range)).toBe("280 m – 525 m");
    const far = { ...report.costFactors[0]!, factor: 51.78 };
    const many = { ...report, costFactors: [report.costFactors[0]!, far, far, far, far, { ...far, factor: 248.9 }] };
    expect(costFactorTable(many).rows.map((r) => spaced(r.at))).toEqual([
      "leaves above 1.23×",
      ...new Array(4).fill("leaves above 51.8×"),
    ]);
    expect(costFactorTable(many).notes[0]).toBe("1 more of the portfolio leaves above 249× or more.");
    expect(table.rows[3]!.change).toBe("in comes Second heavy separation plant; less of Recycling of magnets");
  });
});

describe("how wrong it can turn out", () => {
  test("regret has steps by the largest cell, and the least worst is marked", () => {
    const { futures, rows } = regretTable(report);
    expect(futures).toHaveLength(3);
    expect(rows.map((r) => r.cells.map((c) => c.step))).toEqual([
      [3, 5, 0],
      [1, 2, 1],
      [0, 1, 1],
    ]);
    expect(rows.map((r) => r.isLeast)).toEqual([false, false, true]);
    expect(rows.map((r) => spaced(r.proven))).toEqual(["USD 53 bn", "USD 15 bn", "USD 4.0 bn"]);
    expect(spaced(leastRegretWords(report))).toBe(
      "Least regret: budget 1×, USD 3.0 bn worse at worst than the best portfolio evaluated for a future within the plan’s budget (proven: USD 4.0 bn at most).",
    );
  });

  test("robust measures: the proven first, those in no good portfolio left out", () => {
    expect(robustRows(report).map((r) => [r.title.split(" ")[0], spaced(r.text)])).toEqual([
      ["Heavy", "proven"],
      ["Complementary", "in all 13 found (not proven)"],
      ["Mine", "in 8 of the 13 found"],
    ]);
    expect(robustLines({ ...report, robust: report.robust.map((r) => ({ ...r, always: false, inShare: 1 })) })).toEqual(
      [expect.stringMatching(/^In all 13 found \(not proven\): Mine .*; Heavy .*; Complementary .*; Price floor/)],
    );
    expect(robustLines({ ...report, robustOf: 1 }).at(-1)).toMatch(/^In the only one found \(not proven\): Compl/);
  });

  const none = { adds: [], more: [], less: [], drops: [] };
  const below = { ...none, future: "calm", from: 0.3, at: 0.12, adds: ["mine"] };

  test("flips: the nearest first, both sides of a future in one bar, those that never flip last", () => {
    const { bars, changes, steady, note } = flipTable({ ...report, flips: [...report.flips, below] });
    expect(bars.map((r) => r.future.split(" ")[0])).toEqual(["Full", "Calm", "Licences"]);
    expect(bars.map((r) => r.stays)).toEqual([
      [0, 0.34],
      [0.12, 0.81],
      [0, 1],
    ]);
    expect(bars.map((r) => spaced(r.words))).toEqual([
      "above 34 %: change A",
      "below 12 %: change B, above 81 %: change C",
      "the same at any probability",
    ]);
    expect(changes[1]!.change).toBe("in comes Mine and concentrator, Nechalacho <stage 2>");
    expect(spaced(changes[1]!.where.join())).toBe("Calm after the truce <2026> is below 12 % (assumed: 30 %)");
    expect(steady).toEqual(["Licences as now"]);
    expect(note).toContain("31 portfolios evaluated");
  });

  test("flips: one change is told once, whatever futures lead to it; scales that change are more or less of a measure", () => {
    const change = { ...none, more: ["mine"], less: ["recycling"] };
    const flips = [
      { future: "full-stop", from: 0.2, at: 0.34, ...change },
      { future: "calm", from: 0.3, at: 0.12, ...change },
      { future: "licences", from: 0.5, at: 0.997, ...change },
    ];
    const { changes } = flipTable({ ...report, flips });
    expect(changes).toHaveLength(1);
    expect(changes[0]!.change).toBe(
      "more of Mine and concentrator, Nechalacho <stage 2>; less of Recycling of magnets",
    );
    expect(changes[0]!.where.map(spaced)).toEqual([
      "Full stop to Japan is above 34 % (assumed: 20 %)",
      "Calm after the truce <2026> is below 12 % (assumed: 30 %)",
      "Licences as now is above 99.7 % (assumed: 50 %)",
    ]);
  });

  test("a probability short of certain never reads as 100 %, nor as the one it differs from", () => {
    expect([0.997, 0.99996, 0.0004, 0.34, 1, 0].map((p) => spaced(chanceText(p)))).toEqual([
      "99.7 %",
      "99.9 %",
      "0.1 %",
      "34 %",
      "100 %",
      "0 %",
    ]);
    expect(spaced(chanceText(0.104, 0.1))).toBe("10.4 %");
  });
});

describe("how sure", () => {
  test("a gap above the tolerance and a brute force that differs are marked", () => {
    expect(surenessRows(report).map((r) => r.good)).toEqual([true, true, null, true, null]);
    const sureness = {
      ...report.sureness,
      gapShare: 0.02,
      bruteForce: { portfolios: 8, objectiveUsd: 1e9, same: false, worseUsd: 5.86e6 },
    };
    expect(surenessRows({ ...report, sureness }).map((r) => r.good)).toEqual([true, false, null, false, null]);
    expect(surenessRows({ ...report, sureness: { ...sureness, bruteForce: null } })).toHaveLength(4);
  });
});

describe("budgets that buy the same", () => {
  const flat = {
    ...report,
    frontier: report.frontier.map((p, i) => (i > 1 ? { ...p, scales: report.frontier[2]!.scales } : p)),
  };

  test("are told in the answer and share a row of the regret table", () => {
    expect(spaced(planAnswer(flat)[0]!)).toMatch(
      /The same is bought with USD 1\.0 bn; more money buys no better portfolio\.$/,
    );
    expect(regretTable(flat).rows.map((r) => r.label)).toEqual(["budget 0×", "budget 0.5× to 1×"]);
    expect(planAnswer(report)[0]).not.toMatch(/the same is bought|more money/i);
  });
});

test("what changes by little is told by its sign and size", () => {
  const cases: [number, number][] = [[29.1e9, 28.9e9], [100, 104], [0, 5], [100, 100], [1e9, 1e9 - 1]]; // biome-ignore format: a row
  expect(cases.map(([a, b]) => spaced(changeText(a, b)))).toEqual(["−0.7 %", "+4.0 %", "–", "0 %", "<0.01 %"]);
});

test("a scale above full is a multiple", () => {
  const candidate = { ...report.candidates[5]!, most: 2 };
  expect([0.034, 0.62, 1, 1.234].map((scale) => spaced(scaleText({ candidate, scale })))).toEqual([
    "3.4 %",
    "62 %",
    "full",
    "1.23×",
  ]);
});

test("regret is of portfolios within one budget: a richer one stands apart, with its sign", () => {
  const last = report.regret.portfolios.at(-1)!;
  const rich = { ...last, budgetMultiple: 1.5, frontier: 4, regretUsd: [-193_000, 0, 4e6], worstUsd: 4e6 };
  const told = { ...report, regret: { ...report.regret, portfolios: [...report.regret.portfolios, rich] } };
  const { rows, richer } = regretTable(told);
  expect(rows.map((r) => r.label)).toEqual(["budget 0×", "budget 0.5×", "budget 1×"]);
  expect(richer.map((r) => [r.label, r.isLeast, ...r.cells.map(({ text }) => spaced(text))])).toEqual([
    ["budget 1.5×", false, "−193,000", "0", "4.0 m"],
  ]);
  expect(leastRegretWords(told)).toContain("budget 1×");
});
