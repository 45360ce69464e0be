import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { readDataset } from "../../src/cli/io/read-dataset.ts";
import { readPlan } from "../../src/cli/io/read-plan.ts";
import { baseOutput, plantOutput } from "../../src/planning/plant-output.ts";
import { yearlyNeedTonnes } from "../../src/planning/yearly-need.ts";
import { smallDataset } from "../dataset/small.ts";

describe("by hand, in the small dataset", () => {
  const dataset = smallDataset();
  const vocabulary = vocabularyOf(dataset);
  const japan = new Set(["JPN"]);

  test("the need of a commodity is what goes into the magnets used", () => {
    // 9,000 t of magnets × 0.41 t of metal × 1.22 t of oxide
    expect(yearlyNeedTonnes(dataset, vocabulary, "ndfeb-standard", japan)).toBe(9000);
    expect(yearlyNeedTonnes(dataset, vocabulary, "ndpr-metal", japan)).toBeCloseTo(9000 * 0.41, 9);
    expect(yearlyNeedTonnes(dataset, vocabulary, "ndpr-oxide", japan)).toBeCloseTo(9000 * 0.41 * 1.22, 9);
  });

  test("the output of the base year counts at its stage, an ore with what it holds", () => {
    const china = new Set(["CHN"]);
    // 250,000 t of ore with a fifth of NdPr, nine tenths of it separated
    expect(baseOutput(dataset, vocabulary, "ndpr-oxide", "mining", china)).toBeCloseTo(50_000, 6);
    expect(baseOutput(dataset, vocabulary, "ndpr-oxide", "separation", china)).toBeCloseTo(45_000, 6);
    expect(baseOutput(dataset, vocabulary, "ndpr-metal", "metal", china)).toBe(36_000);
    expect(baseOutput(dataset, vocabulary, "ndpr-metal", "metal", japan)).toBe(0);
  });

  test("a plant's capacity counts in what it makes", () => {
    const plant = {
      kind: "facility",
      title: "A plant",
      from: "2027-01-01",
      to: null,
      country: "JPN",
      delayMonths: 0,
      rampMonths: 0,
      breakEvenPriceFactor: 1,
      source: "test",
      status: "assumed",
    } as const;
    const made = (more: object) =>
      plantOutput({ ...plant, capacityTonnesPerYear: 1000, ...more }, "ndpr-oxide", dataset, vocabulary);
    expect(made({ recipe: "separate-all" })!.stage).toBe("separation");
    expect(made({ recipe: "separate-all" })!.tonnesByCountry.get("JPN")).toBeCloseTo(180, 9);
    expect(made({ recipe: "separate-all", capacityOf: "ndpr-oxide" })!.tonnesByCountry.get("JPN")).toBeCloseTo(1000, 9);
    expect(made({ mine: "bastnaesite" })).toEqual({ stage: "mining", tonnesByCountry: new Map([["JPN", 200]]) });
  });
});

describe("of the shipped European plan", () => {
  const dataset = readDataset();
  const known = { dataset, vocabulary: vocabularyOf(dataset) };
  const [target] = readPlan("plans/eu-crma-2030.yaml", known).plan.targets;

  test("two fifths of the need, from the Act", () => {
    const need = yearlyNeedTonnes(dataset, known.vocabulary, "ndpr-oxide", known.vocabulary.countries(["EU"]));
    expect(target!.least).toBeCloseTo(0.4 * need, 6);
    expect(target!.source).toContain("Critical Raw Materials Act");
  });

  test("what is decided is there: Caremag and the first line of La Rochelle", () => {
    const { plan } = readPlan("plans/eu-crma-2030.yaml", known);
    const none = { ...plan, decided: [] };
    const made = (id: string) =>
      plantOutput(
        plan.decided!.find((c) => c.id === id)!.policy,
        "ndpr-oxide",
        dataset,
        known.vocabulary,
      )!.tonnesByCountry.get("FRA")!;
    expect(none.targets[0]!.have).toBeGreaterThan(made("fr-caremag") + made("fr-la-rochelle"));
    expect(made("fr-caremag")).toBeGreaterThan(0);
  });

  test("plants that begin in time count, also scaled; those of others do not", () => {
    expect(target!.weights.map(([id]) => id)).toEqual(["fr-la-rochelle-2", "pl-pulawy"]);
    expect(new Map(target!.weights).get("pl-pulawy")).toBe(2000);
  });

  test("it can be reached, but not without the largest plant", () => {
    const reach = (without: string) =>
      target!.weights.reduce(
        (sum, [id, t]) => sum + (id === without ? 0 : id === "fr-la-rochelle-2" ? 2 * t : t),
        target!.have,
      );
    expect(reach("")).toBeGreaterThan(target!.least);
    expect(reach("pl-pulawy")).toBeLessThan(target!.least);
  });

  test("a target that nothing adds to and that is not there is told", () => {
    const folder = mkdtempSync(join(tmpdir(), "monazite-target-"));
    const path = join(folder, "plan.yaml");
    const text = readFileSync("plans/eu-crma-2030.yaml", "utf8")
      .replaceAll("../scenarios/", `${join(process.cwd(), "scenarios")}/`)
      .replace("term: eu-crma:processing", "term: eu-crma:extraction")
      .replace("at: separation", "at: mining");
    writeFileSync(path, text);
    try {
      expect(() => readPlan(path, known)).toThrow("no candidate adds to it, and 0 t/year of 1086 t/year are there");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
