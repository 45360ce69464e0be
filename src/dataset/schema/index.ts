import { agreements, agreementTerms } from "./agreements.ts";
import { applicationInputs } from "./application-inputs.ts";
import { applications } from "./applications.ts";
import { blocs } from "./blocs.ts";
import { capacities } from "./capacities.ts";
import { commodities } from "./commodities.ts";
import { compositions } from "./compositions.ts";
import { corrections } from "./corrections.ts";
import { countries } from "./countries.ts";
import { demand } from "./demand.ts";
import { demandCurves } from "./demand-curves.ts";
import { events, eventTerms } from "./events.ts";
import { facilities } from "./facilities.ts";
import { groups } from "./groups.ts";
import { measures, measureTerms } from "./measures.ts";
import { names } from "./names.ts";
import { parameters } from "./parameters.ts";
import { prices } from "./prices.ts";
import { production } from "./production.ts";
import { recipes } from "./recipes.ts";
import { separations } from "./separations.ts";
import { sources } from "./sources.ts";
import { stocks } from "./stocks.ts";
import type { RowOf } from "./table.ts";
import { tensions } from "./tensions.ts";
import { trade } from "./trade.ts";
import { uncertainties } from "./uncertainties.ts";

/** All tables of data/, in the order of the manual. */
export const tables = {
  sources,
  countries,
  blocs,
  commodities,
  groups,
  compositions,
  separations,
  recipes,
  production,
  capacities,
  facilities,
  applications,
  applicationInputs,
  demand,
  demandCurves,
  prices,
  parameters,
  stocks,
  trade,
  uncertainties,
  events,
  eventTerms,
  agreements,
  agreementTerms,
  measures,
  measureTerms,
  corrections,
  tensions,
  names,
} as const;

export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[];

/** The curated data as plain arrays of rows, one per table; survives structuredClone. */
export type Dataset = { readonly [N in TableName]: readonly RowOf<(typeof tables)[N]>[] };
