import { tradeExposure } from "../nassar.ts";
import { apparentConsumption, netImportReliance } from "../net-import-reliance.ts";
import type { AppliedIndicator } from "./applied.ts";
import { readInputTable } from "./read-table.ts";

const tonnes = { kind: "number", range: [0, 1e15] } as const;
const COLUMNS = [
  { name: "material", kind: "text", about: "name of the material" },
  { name: "production", ...tonnes, about: "own production, primary and secondary" },
  { name: "imports", ...tonnes, about: "imports, same unit" },
  { name: "exports", ...tonnes, about: "exports, same unit" },
  { name: "stock_increase", kind: "number", optional: true, about: "stocks at the end less at the beginning" },
] as const;

export const netImportRelianceOverTable: AppliedIndicator = {
  id: "net-import-reliance",
  title: "Net import reliance",
  formula: "(imports − exports − stock increase) ÷ (production + imports − exports − stock increase)",
  variant: "USGS: a negative value is a net exporter; trade exposure (Nassar 2020) counts it as 0",
  source: "USGS Mineral Commodity Summaries, appendix B",
  input: `CSV: ${COLUMNS.map((c) => c.name).join(",")}`,
  compute: (file, text) =>
    readInputTable(file, text, COLUMNS).map((row) => {
      const balance = {
        production: row.number("production")!,
        imports: row.number("imports")!,
        exports: row.number("exports")!,
        stockIncrease: row.number("stock_increase") ?? 0,
      };
      return {
        material: row.text("material"),
        apparentConsumption: apparentConsumption(balance),
        netImportReliance: netImportReliance(balance),
        tradeExposure: tradeExposure(balance),
      };
    }),
};
