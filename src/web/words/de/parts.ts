import type { PartsWords } from "../en/parts.ts";
import type { Format } from "../format.ts";

export const parts = (f: Format): PartsWords => ({
  figure: {
    value: "Wert",
    range: "Spanne",
    status: "Status",
    source: "Quelle",
    year: "Jahr",
    note: "Anmerkung",
    between: (v) => `${v.low} bis ${v.high}`,
    noRange: "keine angegeben",
    balancedFrom: (v) => (v.count === 1 ? "Ausgeglichen aus" : `Erste von ${f.number(v.count)} Zahlen`),
    computed: "vom Modell berechnet",
  },
  status: { reported: "veröffentlicht", estimated: "geschätzt", assumed: "angenommen" },
  table: {
    search: "Suchen",
    rows: (v) =>
      v.shown === v.all
        ? `${f.number(v.all)} ${f.plural(v.all, { one: "Zeile", other: "Zeilen" })}`
        : `${f.number(v.shown)} von ${f.number(v.all)} Zeilen`,
    none: "Keine Zeile passt zur Suche.",
    more: (v) => `${f.number(v.count)} weitere zeigen`,
    sortBy: (v) => `Nach ${v.column} sortieren`,
    sorted: (v) => `Nach ${v.column} sortiert, ${v.descending ? "das Größte zuerst" : "das Kleinste zuerst"}.`,
    missing: "keine Angabe",
  },
  slider: { reset: "Zurücksetzen" },
  combobox: {
    open: "Alle zeigen",
    matches: (v) => (v.count === 0 ? "Nichts passt." : `${f.number(v.count)} Treffer`),
  },
  downloads: {
    menu: "Herunterladen",
    svg: "Bild (SVG)",
    png: "Bild (PNG)",
    csv: "Tabelle (CSV)",
    json: "Daten (JSON)",
    yaml: "Szenario (YAML)",
    done: (v) => `${v.file} wurde heruntergeladen.`,
    failed: (v) => `Das Herunterladen ist gescheitert: ${v.why}.`,
  },
  failure: {
    input: "So lässt sich das nicht verwenden:",
    at: (v) => `${v.file}, Zeile ${f.number(v.line)}${v.column === undefined ? "" : `, Spalte ${f.number(v.column)}`}`,
    more: (v) => `Und ${f.number(v.count)} ${f.plural(v.count, { one: "weiterer Fehler", other: "weitere Fehler" })}.`,
    kept: "Zu sehen ist die letzte Antwort, die es gab.",
    refused: {
      "file-too-large": "Die Datei ist zu groß.",
      "no-such-scenario": "Dieses Szenario gibt es nicht.",
      "no-such-plan": "Diesen Plan gibt es nicht.",
      "not-a-table": "Die Datei ist keine Tabelle, die sich lesen lässt (CSV oder Excel).",
      "no-clearing": "In einem der Monate gibt es keine Preise, zu denen sich alle Märkte räumen.",
      "no-wasm":
        "Dieser Browser kann den Löser nicht ausführen; eine neuere Version von Chrome, Firefox, Edge oder Safari kann es.",
    },
    internal: (v) => `Die Rechnung brach durch einen Programmfehler ab: ${v.why}`,
  },
  doing: {
    reading: "Zahlen werden gelesen",
    balancing: "Zahlen werden ausgeglichen",
    running: "Monate werden durchgerechnet",
    drawing: "Mögliche Verläufe werden gezogen",
    planning: "Die beste Auswahl wird gesucht",
    judging: "Die Auswahl wird bewertet",
    splitting: "Kosten werden auf die Partner verteilt",
    "reading-file": "Die Datei wird gelesen",
  },
  progress: (v) => `${f.number(v.done)} von ${f.number(v.total)}`,
  cancel: "Abbrechen",
  asTable: "Dasselbe als Tabelle",
  share: "Link kopieren",
  copied: "Der Link wurde kopiert.",
  notCopied: "Der Browser erlaubt das Kopieren nicht; der Link steht in der Adresszeile.",
  print: "Drucken",
});
