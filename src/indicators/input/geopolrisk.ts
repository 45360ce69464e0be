import { z } from "zod";
import { type CountryCodes, InputError, type Problem } from "../../dataset/index.ts";
import { geoPolRisk } from "../geopolrisk.ts";
import type { AppliedIndicator, IndicatorResult } from "./applied.ts";
import { type CasesReading, readCases } from "./read-cases.ts";

const quantity = z.number().min(0).max(1e15);
const label = z.union([z.string().min(1), z.number()]);

const LEAST = -0.2;
const MOST = 1.2;
const LARGEST_ESTIMATE = 2.5;

/** Instability a little outside 0 to 1; what is further out and within the scale of the WGI is most likely an estimate. */
function instability(wgi: number, context: z.core.$RefinementCtx<number>): void {
  if (wgi >= LEAST && wgi <= MOST) return;
  const estimate =
    Math.abs(wgi) <= LARGEST_ESTIMATE
      ? `; this looks like the WGI estimate; instability is (2.5 − estimate) ÷ 5, here ${Number(((2.5 - wgi) / 5).toPrecision(6))}`
      : "";
  context.addIssue({ code: "custom", message: `got ${wgi}, expected a number from ${LEAST} to ${MOST}${estimate}` });
}

const caseSchema = z.strictObject({
  material: z.string().min(1),
  year: z.int().min(1900).max(2100),
  importer: label,
  production: z.record(z.string(), quantity),
  trade: z.array(
    z.strictObject({ partner: label, value_kusd: quantity, qty_t: quantity, wgi: z.number().superRefine(instability) }),
  ),
  domestic: quantity,
  expected: z.unknown().optional(),
});
const casesSchema = z.strictObject({ cases: z.array(caseSchema).min(1) });
type Case = z.infer<typeof caseSchema>;

export const geoPolRiskOverCases: AppliedIndicator = {
  id: "geopolrisk",
  title: "GeoPolRisk: score, value and midpoint characterisation factor",
  formula: "score = HHI × Σ(qty × wgi) ÷ (Σ qty + domestic); value = score × price; cf = value ÷ 0.409412948 (copper)",
  variant: "geopolrisk-py: wgi is political instability rescaled to 0–1, price in USD/kg, cf in kg Cu eq/kg",
  source: "Gemechu et al. 2016; Santillán-Saldivar et al. 2022; Koyamparambath et al. 2024",
  steps: ["hhi", "totalTrade", "importRisk"],
  onlyJson: ["numerator"],
  input:
    "JSON, one case or a list: material, year, importer, production {country: t}, trade [{partner, value_kusd, qty_t, wgi}], domestic",
  compute(file, text, codes) {
    const reading = readCases(file, text, casesSchema);
    const { cases } = reading;
    const problems = cases.flatMap((one, i) => [
      ...unlikePartners(one, i, reading, codes),
      ...worldAsMaker(one, i, reading, codes),
      ...(Object.values(one.production).some((p) => p > 0)
        ? []
        : [reading.problem(["cases", i, "production"], "nobody produces anything", "give production by country")]),
      ...(one.domestic > 0 || one.trade.some((t) => t.qty_t > 0)
        ? []
        : [reading.problem(["cases", i, "trade"], "neither imports nor domestic production", "give one of the two")]),
    ]);
    if (problems.length > 0) throw new InputError(problems);
    return cases.map((one) => resultOf(one, codes));
  },
};

/** What a code is told apart by: 76, "76" and BRA are one country. */
const placeOf = (code: string | number, codes: CountryCodes | undefined): string =>
  codes?.(String(code))?.id ?? String(code);

const WORLD = "WLD";

/** The world's total beside the countries it is the sum of would be the largest producer. */
function worldAsMaker(
  { production }: Case,
  i: number,
  reading: CasesReading<Case>,
  codes: CountryCodes | undefined,
): Problem[] {
  const makers = Object.keys(production);
  return makers.flatMap((code) =>
    makers.length > 1 && placeOf(code, codes) === WORLD
      ? [
          reading.problem(
            ["cases", i, "production", code],
            `${code} is the world, not a producer`,
            "leave it out; OTH is for the countries that are not named",
          ),
        ]
      : [],
  );
}

/** Shipments of one partner can be added up, but it has one instability. */
function unlikePartners(
  { trade }: Case,
  i: number,
  reading: CasesReading<Case>,
  codes: CountryCodes | undefined,
): Problem[] {
  const first = new Map<string, number>();
  return trade.flatMap(({ partner, wgi }, t) => {
    const place = placeOf(partner, codes);
    const before = first.get(place) ?? t;
    first.set(place, before);
    if (trade[before]!.wgi === wgi) return [];
    const message = `partner ${partner} has wgi ${wgi}, and ${trade[before]!.wgi} in trade.${before}`;
    return [reading.problem(["cases", i, "trade", t, "wgi"], message, "give a partner one instability")];
  });
}

function resultOf(
  { material, year, importer, production, trade, domestic }: Case,
  codes?: CountryCodes,
): IndicatorResult {
  const makers = groupBy(Object.entries(production), ([country]) => placeOf(country, codes));
  const partners = groupBy(trade, ({ partner }) => placeOf(partner, codes));
  const result = geoPolRisk({
    production: makers.map((rows) => sum(rows, ([, tonnes]) => tonnes)),
    domesticTonnes: domestic,
    flows: partners.map((rows) => ({
      tonnes: sum(rows, (t) => t.qty_t),
      valueThousandUsd: sum(rows, (t) => t.value_kusd),
      instability: rows[0]!.wgi,
    })),
  })!;
  const added = [
    ...severalOf(
      "partners",
      partners.map((rows) => rows.map((t) => t.partner)),
    ),
    ...severalOf(
      "producers",
      makers.map((rows) => rows.map(([country]) => country)),
    ),
  ];
  const groups = [...Object.keys(production), ...trade.map((t) => String(t.partner))].filter(
    (code) => codes?.(code)?.isGroup,
  );
  const itself = trade.some((t) => placeOf(t.partner, codes) === placeOf(importer, codes));
  const labels = [importer, ...Object.keys(production), ...trade.map((t) => t.partner)].map(String);
  const unknown = codes ? [...new Set(labels)].filter((code) => codes(code) === undefined) : [];
  return {
    material,
    year,
    importer,
    ...result,
    ...(result.price === null ? { cfNote: "no imports, so no import price" } : {}),
    ...(added.length > 0 ? { addedUpNote: shortened(added) } : {}),
    ...(groups.length > 0
      ? {
          groupsNote: `${shortened([...new Set(groups)])}: several countries, counted as one; none of them may stand beside its own members`,
        }
      : {}),
    ...(itself ? { importerNote: `${importer} is among its own partners; its own supply belongs in domestic` } : {}),
    ...(unknown.length > 0
      ? {
          codesNote: `${shortened(unknown)}: no country (ISO 3166 alpha-3 or M49) and no group known here; taken as written`,
        }
      : {}),
  };
}

/** Rows that belong together, in the order of the first of each. */
function groupBy<R>(rows: readonly R[], key: (row: R) => string): R[][] {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return [...groups.values()];
}

/** Names that were added up, under what they are names of. */
function severalOf(what: string, groups: readonly (readonly (string | number)[])[]): string[] {
  const several = groups.filter((labels) => labels.length > 1).map((labels) => [...new Set(labels)].join(" and "));
  return several.length === 0 ? [] : [`${what} ${several.join(", ")}`];
}

const sum = <R>(rows: readonly R[], amount: (row: R) => number): number =>
  rows.reduce((total, row) => total + amount(row), 0);

const shortened = (words: readonly string[]): string =>
  words.length > MOST_NAMED
    ? `${words.slice(0, MOST_NAMED).join(", ")} and ${words.length - MOST_NAMED} more`
    : words.join(", ");
const MOST_NAMED = 8;
