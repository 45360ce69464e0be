import { type KnownNames, type Names, namesFrom } from "../charts/names.ts";
import type { Rehearsal } from "../simulation/result.ts";
import { type Html, html } from "./html.ts";

export interface ReportOptions {
  /** name and version of the program, e.g. `monazite 0.1.0` */
  readonly generatedWith: string;
  readonly datasetVersion?: string;
  /** names of countries, commodities and uses by id; sensible readings of the ids otherwise */
  readonly names?: KnownNames;
  /** what the sources named by events and measures are, by id */
  readonly sources?: Readonly<Record<string, { readonly title: string; readonly url?: string }>>;
}

/** What every section needs. */
export interface Context {
  readonly rehearsal: Rehearsal;
  readonly names: Names;
  readonly hasMeasures: boolean;
  readonly options: ReportOptions;
}

export function contextOf(rehearsal: Rehearsal, options: ReportOptions): Context {
  return {
    rehearsal,
    options,
    names: namesFrom(options.names),
    hasMeasures: rehearsal.withoutMeasures !== null,
  };
}

/** The status of a figure as a small mark; assumptions stand out. */
export function statusMark(status: string): Html {
  return html`<span class="status ${status === "assumed" ? "assumed" : ""}">${status}</span>`;
}
