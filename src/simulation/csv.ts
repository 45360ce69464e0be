import { sheetField } from "../dataset/index.ts";
import type { Run } from "./result.ts";

/**
 * A run as one long table: series, commodity, country, destination, item, month, value, unit.
 * Quotes what needs quoting (RFC 4180), text that looks like a formula stays text; numbers in full precision.
 */
export function resultCsv(run: Run): string {
  const lines = ["series,commodity,country,destination,item,month,value,unit"];
  const add = (key: readonly string[], values: readonly number[], unit: string) => {
    const head = key.map(sheetField).join(",");
    values.forEach((value, t) => {
      lines.push(`${head},${run.months[t]},${value},${unit}`);
    });
  };
  for (const m of run.markets) {
    add(["price", m.commodity, m.country, "", ""], m.priceUsdPerTonne, "USD/t");
    add(["stock", m.commodity, m.country, "", ""], m.stockTonnes, "t");
  }
  for (const t of run.tiers) {
    add(["inside-price", t.commodity, t.inside, "", ""], t.insidePriceUsdPerTonne, "USD/t");
    add(["contract-price", t.commodity, t.inside, "", ""], t.contractPriceUsdPerTonne, "USD/t");
    add(["outside-price", t.commodity, t.inside, "", ""], t.outsidePriceUsdPerTonne, "USD/t");
    add(["inside-volume", t.commodity, t.inside, "", ""], t.domesticTonnes, "t");
    add(["contract-volume", t.commodity, t.inside, "", ""], t.contractTonnes, "t");
    add(["outside-volume", t.commodity, t.inside, "", ""], t.outsideTonnes, "t");
  }
  for (const u of run.uses) {
    add(["demand", "", u.country, "", u.use], u.demandTonnes, "t");
    add(["delivered", "", u.country, "", u.use], u.deliveredTonnes, "t");
    add(["shortfall", "", u.country, "", u.use], u.shortfallShare, "share");
    add(["value-at-risk", "", u.country, "", u.use], u.valueAtRiskUsd, "USD");
  }
  for (const a of run.activities) {
    add([a.kind, a.commodity, a.country, a.destination ?? "", a.id], a.tonnes, "t");
    add([`${a.kind}-rent`, a.commodity, a.country, a.destination ?? "", a.id], a.rentUsdPerTonne, "USD/t");
  }
  for (const s of run.stockpiles) add(["public-stockpile", s.commodity, s.country, "", s.id], s.tonnes, "t");
  return `${lines.join("\n")}\n`;
}
