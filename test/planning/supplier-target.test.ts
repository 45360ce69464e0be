import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { vocabularyOf } from "../../src/chain/vocabulary-of.ts";
import { readDataset as readShipped } from "../../src/cli/io/read-dataset.ts";
import { readPlan } from "../../src/cli/io/read-plan.ts";
import { readDataset } from "../../src/dataset/index.ts";
import { originsOf } from "../../src/planning/supplier-target.ts";
import { smallFiles } from "../dataset/small.ts";

describe("by hand: Japan uses 9,000 t of magnets, makes 9,000 t, China ships 3,000 t", () => {
  const files = smallFiles();
  const metal = files.get("trade/ndpr-metal.csv")!;
  const [head] = metal.split("\n");
  const row = (flow: string) => `${flow},t/year,2024,,,reported,usgs,table 1,`;
  files.set("trade/ndfeb-standard.csv", `${head}\n${row("CHN,JPN,3000")}\n`);
  files.set("trade/ndpr-metal.csv", `${metal}${row("XEU,JPN,1000")}\n`);
  const { dataset } = readDataset(files);
  const vocabulary = vocabularyOf(dataset);
  const origins = (commodity: string) => originsOf(dataset, vocabulary, commodity, new Set(["JPN"]), new Set(["CHN"]));

  test("metal inside magnets has the origin of the magnets, that of home-made ones the origin of the metal", () => {
    const { needTonnes, rows } = origins("ndpr-metal");
    expect(needTonnes).toBeCloseTo(9000 * 0.41, 9);
    expect(rows.map((r) => r.stage)).toEqual(["metal", "magnet"]);
    // a quarter of the magnets is China's; of the metal in the others four fifths
    expect(rows[0]!.haveTonnes).toBeCloseTo(3690 * (1 - 0.25 - 0.75 * 0.8), 6);
    expect(rows[1]!.haveTonnes).toBeCloseTo(3690 * 0.75, 6);
    expect(rows[1]!.holds).toEqual(new Map([["ndfeb-standard", 0.41]]));
  });

  test("magnets themselves are one row; oxide is followed through metal and magnets", () => {
    const { rows } = origins("ndfeb-standard");
    expect(rows.map((r) => r.haveTonnes)).toEqual([9000 * 0.75]);
    // nobody ships oxide to Japan, which makes no metal: only the fifth of the metal that Europe ships is not China's
    expect(origins("ndpr-oxide").rows[0]!.haveTonnes).toBeCloseTo(3690 * 1.22 * 0.15, 6);
  });
});

describe("the G7 target of the shipped plan", () => {
  const dataset = readShipped();
  const known = { dataset, vocabulary: vocabularyOf(dataset) };
  const { plan, notes } = readPlan("plans/us-japan.yaml", known);

  test("is a row for each country and stage, all of which stand at the target's line", () => {
    expect(plan.targets.map((t) => [t.id, t.place])).toEqual([
      ["dysprosium-2030-JPN-metal", 0],
      ["dysprosium-2030-JPN-magnet", 0],
      ["dysprosium-2030-USA-metal", 0],
      ["dysprosium-2030-USA-magnet", 0],
    ]);
  });

  test("asks for dysprosium metal in the United States, where imported magnets of others are all there is", () => {
    const row = plan.targets[2]!;
    expect(row.weights).toEqual([["us-dysprosium-metal", 150]]);
    expect(row.have).toBeLessThan(row.least);
    expect(row.have + 150).toBeGreaterThan(row.least);
    // content of a tonne of high-coercivity magnets, of those that neither China nor the United States made
    const flows = dataset.trade.filter((r) => r.commodity === "ndfeb-high-coercivity" && r.importer === "USA");
    const sum = (list: typeof flows) => list.reduce((all, r) => all + r.value, 0);
    const others = sum(flows.filter((r) => r.exporter !== "CHN")) / (sum(flows) + 100);
    expect(row.have).toBeCloseTo(row.least * 2.5 * others, 6);
  });

  test("what is met without any measure is said, the magnets of what is decided among it", () => {
    expect(notes.filter((n) => n.startsWith("target "))).toEqual([
      "target dysprosium-2030-JPN-magnet: already met without any measure (122 t/year, at least 56 t/year), so it asks for nothing",
      "target dysprosium-2030-JPN-metal: already met without any measure (70 t/year, at least 56 t/year), so it asks for nothing",
      "target dysprosium-2030-USA-magnet: already met without any measure (238 t/year, at least 45 t/year), so it asks for nothing",
    ]);
  });

  test("can be asked of all countries together, which hides the one that lacks it", () => {
    const folder = mkdtempSync(join(tmpdir(), "monazite-supplier-"));
    try {
      const text = readFileSync("plans/us-japan.yaml", "utf8")
        .replaceAll("../scenarios/", `${join(process.cwd(), "scenarios")}/`)
        .replace("supplier: CHN }", "supplier: CHN, together: true }");
      writeFileSync(join(folder, "plan.yaml"), text);
      const { targets } = readPlan(join(folder, "plan.yaml"), known).plan;
      expect(targets.map((t) => t.id)).toEqual(["dysprosium-2030-metal", "dysprosium-2030-magnet"]);
      expect(targets[0]!.weights.map(([id]) => id)).toEqual(["us-dysprosium-metal", "jp-dysprosium-metal"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test("the Act's 65 % from one country is a row for the Union as one", () => {
  const dataset = readShipped();
  const known = { dataset, vocabulary: vocabularyOf(dataset) };
  const folder = mkdtempSync(join(tmpdir(), "monazite-supplier-"));
  try {
    const text = readFileSync("plans/eu-crma-2030.yaml", "utf8")
      .replaceAll("../scenarios/", `${join(process.cwd(), "scenarios")}/`)
      .replace(
        "objective:\n",
        "  - id: one\n    term: eu-crma:single-supplier\n    largestSupplier: { commodity: dysprosium-metal, countries: [EU], supplier: CHN }\nobjective:\n",
      );
    writeFileSync(join(folder, "plan.yaml"), text);
    const rows = readPlan(join(folder, "plan.yaml"), known).plan.targets.filter((t) => t.id.startsWith("one"));
    expect(rows.map((t) => [t.id, t.weights])).toEqual([
      ["one-metal", [["eu-heavy-metals", 120]]],
      [
        "one-magnet",
        [
          ["ee-narva-2", 70.98],
          ["de-magnets-hanau", 23.66],
        ],
      ],
    ]);
    const { needTonnes } = originsOf(
      dataset,
      known.vocabulary,
      "dysprosium-metal",
      known.vocabulary.countries(["EU"]),
      new Set(["CHN"]),
    );
    for (const row of rows) {
      expect(row.least).toBeCloseTo(0.35 * needTonnes, 9);
      expect(row.source).toContain("Critical Raw Materials Act");
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
