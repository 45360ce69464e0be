import { sheetField } from "../dataset/index.ts";
import type { Exposure, ProductExposure } from "./result.ts";

const header =
  "run,product,country,slows_on,stops_on,cover_days,lost_units,lost_margin_usd,lost_share,limiting,remedy,remedy_days_gained,remedy_margin_saved_usd";

/** One line per run, product and remedy (one without a remedy where there is none); RFC 4180, numbers in full precision. */
export function exposureCsv(exposure: Exposure): string {
  const runs: [string, readonly ProductExposure[]][] = [
    [exposure.withoutMeasures ? "with-measures" : "events", exposure.products],
    ...(exposure.withoutMeasures
      ? [["without-measures", exposure.withoutMeasures.products] satisfies [string, readonly ProductExposure[]]]
      : []),
  ];
  const lines = runs.flatMap(([run, products]) =>
    products.flatMap((p) => {
      const head = [run, p.product, p.country, p.slowsOn, p.stopsOn, p.coverDays];
      const fixed = [...head, p.lostUnits, p.lostMarginUsd, p.lostShare, p.limiting];
      const remedies = p.remedies.map((r) => [
        r.kind === "second-source" ? `second-source:${r.country}` : `${r.kind}+${r.extraDays}`,
        r.daysGained,
        r.marginSavedUsd,
      ]);
      return (remedies.length > 0 ? remedies : [[null, null, null]]).map((r) =>
        [...fixed, ...r].map(sheetField).join(","),
      );
    }),
  );
  return `${[header, ...lines].join("\n")}\n`;
}
