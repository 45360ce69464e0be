import type { Format } from "../format.ts";

/** Words of the parts that every screen uses: figures, tables, sliders, downloads. */
export const parts = (f: Format) => ({
  figure: {
    value: "Value",
    range: "Range",
    status: "Status",
    source: "Source",
    year: "Year",
    note: "Note",
    between: (v: { readonly low: string; readonly high: string }) => `${v.low} to ${v.high}`,
    noRange: "none given",
    balancedFrom: (v: { readonly count: number }) =>
      v.count === 1 ? "Balanced from" : `First of ${f.number(v.count)} figures`,
    computed: "computed by the model",
  },
  status: { reported: "reported", estimated: "estimated", assumed: "assumed" },
  table: {
    search: "Search",
    rows: (v: { readonly shown: number; readonly all: number }) =>
      v.shown === v.all
        ? `${f.number(v.all)} ${f.plural(v.all, { one: "row", other: "rows" })}`
        : `${f.number(v.shown)} of ${f.number(v.all)} rows`,
    none: "No row matches the search.",
    more: (v: { readonly count: number }) => `Show ${f.number(v.count)} more`,
    sortBy: (v: { readonly column: string }) => `Sort by ${v.column}`,
    sorted: (v: { readonly column: string; readonly descending: boolean }) =>
      `Sorted by ${v.column}, ${v.descending ? "largest first" : "smallest first"}.`,
    missing: "no figure",
  },
  slider: { reset: "Reset" },
  combobox: {
    open: "Show all",
    matches: (v: { readonly count: number }) =>
      v.count === 0
        ? "Nothing matches."
        : `${f.number(v.count)} ${f.plural(v.count, { one: "match", other: "matches" })}`,
  },
  downloads: {
    menu: "Download",
    svg: "Picture (SVG)",
    png: "Picture (PNG)",
    csv: "Table (CSV)",
    json: "Data (JSON)",
    yaml: "Scenario (YAML)",
    done: (v: { readonly file: string }) => `${v.file} was downloaded.`,
    failed: (v: { readonly why: string }) => `The download failed: ${v.why}.`,
  },
  failure: {
    input: "This cannot be used as it is:",
    at: (v: { readonly file: string; readonly line: number; readonly column?: number | undefined }) =>
      `${v.file}, line ${f.number(v.line)}${v.column === undefined ? "" : `, column ${f.number(v.column)}`}`,
    more: (v: { readonly count: number }) =>
      `And ${f.number(v.count)} more ${f.plural(v.count, { one: "problem", other: "problems" })}.`,
    kept: "What is shown is the last answer there was.",
    refused: {
      "file-too-large": "The file is too large.",
      "no-such-scenario": "There is no such scenario.",
      "no-such-plan": "There is no such plan.",
      "not-a-table": "The file is not a table that can be read (CSV or Excel).",
      "no-clearing": "In one of the months no prices exist at which every market clears.",
      "no-wasm": "This browser cannot run the solver; a newer version of Chrome, Firefox, Edge or Safari can.",
    },
    internal: (v: { readonly why: string }) => `The computation stopped by a fault of the program: ${v.why}`,
  },
  doing: {
    reading: "Reading the figures",
    balancing: "Balancing the figures",
    running: "Running the months",
    drawing: "Drawing possible courses",
    planning: "Looking for the best choice",
    judging: "Judging the choice",
    splitting: "Splitting among partners",
    "reading-file": "Reading the file",
  },
  progress: (v: { readonly done: number; readonly total: number }) => `${f.number(v.done)} of ${f.number(v.total)}`,
  cancel: "Stop",
  asTable: "The same as a table",
  share: "Copy link",
  copied: "The link was copied.",
  notCopied: "The browser does not allow copying; the address bar has the link.",
  print: "Print",
});

export type PartsWords = ReturnType<typeof parts>;
