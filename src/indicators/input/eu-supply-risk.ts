import type { Problem } from "../../dataset/index.ts";
import { type EuSupplyData, euSupplyRisk, euSupplyRiskOfStages, isEuCritical } from "../eu-supply-risk.ts";
import type { AppliedIndicator, IndicatorResult } from "./applied.ts";
import { type InputRow, readInputTable } from "./read-table.ts";

const SUPPLY_DATA = ["GS + EUS", "GS only", "EUS only"] as const satisfies readonly EuSupplyData[];
const percent = { kind: "number", range: [0, 100] } as const;
const index = { kind: "number", range: [0, 1] } as const;
const concentration = { kind: "number", optional: true, range: [0, 20] } as const;

const COLUMNS = [
  { name: "material", kind: "text", about: "name of the material" },
  { name: "stage", kind: "text", about: "Extraction or Processing" },
  { name: "IR_pct", ...percent, optional: true, about: "import reliance in per cent; needed with GS + EUS" },
  { name: "EoL_RIR_pct", ...percent, about: "end-of-life recycling input rate in per cent" },
  { name: "supply_data", kind: "text", words: SUPPLY_DATA, about: "which supply data the assessment rests on" },
  { name: "SI_EI", ...index, optional: true, about: "substitution index of economic importance" },
  { name: "SI_SR", ...index, about: "substitution index of supply risk" },
  { name: "HHI_WGI_t_GS", ...concentration, about: "weighted HHI of global supply, 0 to 20; needed unless EUS only" },
  { name: "HHI_WGI_t_EU", ...concentration, about: "weighted HHI of EU sourcing, 0 to 20; needed unless GS only" },
  {
    name: "EI_before_substitution",
    kind: "number",
    optional: true,
    range: [0, 10],
    about: "Σ share of use × value added, scaled to 0–10 as the methodology says",
  },
] as const;

/** Results the publication prints in the same table; nothing is taken from them. */
const PUBLISHED = ["SR_pub", "EI_pub"];

export const euSupplyRiskOverTable: AppliedIndicator = {
  id: "eu-supply-risk",
  title: "EU supply risk and economic importance",
  formula:
    "SR = [HHI_WGI,t(GS) × IR/2 + HHI_WGI,t(EUS) × (1 − IR/2)] × (1 − EoL-RIR) × SI_SR; EI = Σ(A × Q) × SI_EI; critical: SR ≥ 1 and EI ≥ 2.8",
  variant: "2017 methodology; the 2020 and 2023 assessments use the same form and take the higher of the two stages",
  source: "European Commission 2017, Methodology for establishing the EU list of critical raw materials",
  input: `CSV: ${COLUMNS.map((c) => c.name).join(",")}`,
  compute: perStage,
};

export const euSupplyRisk2023OverTable: AppliedIndicator = {
  ...euSupplyRiskOverTable,
  id: "eu-supply-risk-2023",
  title: "EU supply risk and economic importance, a material's narrower stage",
  variant: "2023 methodology: the form of 2017 at extraction and processing, of which the higher supply risk counts",
  source: "European Commission 2023, Study on the critical raw materials for the EU",
  compute(file, text) {
    const byMaterial = new Map<string, StageResult[]>();
    for (const result of perStage(file, text))
      byMaterial.set(result.material, [...(byMaterial.get(result.material) ?? []), result]);
    return [...byMaterial.values()].map(euSupplyRiskOfStages);
  },
};

const CRITICAL_WORDS: Readonly<Record<string, string>> = { true: "yes", false: "no", null: "if EI ≥ 2.8" };

type StageResult = IndicatorResult & {
  readonly material: string;
  readonly stage: string;
  readonly supplyRisk: number;
};

/** A result a row: one material at one stage. */
function perStage(file: string, text: string): StageResult[] {
  const faults = (rows: readonly InputRow[]) => [...rows.flatMap(gaps), ...repeats(rows)];
  return readInputTable(file, text, COLUMNS, PUBLISHED, faults).map(resultOf);
}

/** Cells that the row's kind of supply data cannot do without. */
function gaps(row: InputRow): Problem[] {
  const data = row.text("supply_data") as EuSupplyData;
  const needed = [
    ...(data === "GS + EUS" ? ["IR_pct"] : []),
    ...(data === "EUS only" ? [] : ["HHI_WGI_t_GS"]),
    ...(data === "GS only" ? [] : ["HHI_WGI_t_EU"]),
  ];
  return needed
    .filter((name) => row.number(name) === null)
    .map((name) => row.problem(name, `blank, but supply_data is "${data}"`, "enter it, or correct supply_data"));
}

function repeats(rows: readonly InputRow[]): Problem[] {
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    const key = `${row.text("material")}, ${row.text("stage")}`;
    const before = first.get(key);
    first.set(key, before ?? row.line);
    return before === undefined
      ? []
      : [row.problem("material", `${key} was given before, in line ${before}`, "keep one row")];
  });
}

function resultOf(row: InputRow): StageResult {
  const reliance = row.number("IR_pct");
  const supplyRisk = euSupplyRisk({
    supplyData: row.text("supply_data") as EuSupplyData,
    globalHhi: row.number("HHI_WGI_t_GS"),
    euHhi: row.number("HHI_WGI_t_EU"),
    importReliance: reliance === null ? null : reliance / 100,
    recyclingInputRate: row.number("EoL_RIR_pct")! / 100,
    substitutionIndex: row.number("SI_SR")!,
  });
  const before = row.number("EI_before_substitution");
  const substitution = row.number("SI_EI");
  const known = before !== null && substitution !== null;
  const economicImportance = known ? before * substitution : null;
  return {
    material: row.text("material"),
    stage: row.text("stage"),
    supplyRisk,
    economicImportance,
    critical: CRITICAL_WORDS[String(isEuCritical(supplyRisk, economicImportance))]!,
    ...(known
      ? {}
      : {
          economicImportanceNote:
            "needs EI_before_substitution and SI_EI; from uses and value added: monazite indicators eu-economic-importance",
        }),
  };
}
