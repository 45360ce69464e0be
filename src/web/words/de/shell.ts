import type { ShellWords } from "../en/shell.ts";
import type { Format } from "../format.ts";

export const shell = (f: Format): ShellWords => ({
  tagline: "Die nächste Ausfuhrkontrolle proben, bevor sie kommt",
  skip: "Zum Inhalt",
  screens: {
    chain: "Lieferkette",
    scenario: "Szenario",
    measures: "Maßnahmen",
    dependence: "Abhängigkeit",
    sources: "Quellen",
    exposure: "Betroffenheit",
  },
  navigation: "Ansichten",
  choosers: "Was betrachtet wird",
  viewpoint: "Aus Sicht von",
  material: "Rohstoff",
  scenario: "Szenario",
  compare: "Verglichen mit",
  nothing: "nichts",
  language: "Sprache",
  theme: { label: "Farben", auto: "System", light: "Hell", dark: "Dunkel" },
  countries: "Länder",
  blocs: "Staatengruppen",
  materials: "Rohstoffe",
  groups: "Gruppen",
  loading: "Wird geladen …",
  computing: "Wird berechnet …",
  notLoaded: (v) =>
    `${v.file} konnte nicht geladen werden (${v.why}). Prüfen Sie die Verbindung und laden Sie die Seite neu.`,
  fault: (v) =>
    `Die Seite ist auf einen Programmfehler gestoßen: ${v.why}. Was zu sehen ist, kann unvollständig sein; ein Neuladen kann helfen.`,
  screenFailed: (v) =>
    `Diese Ansicht ist stehen geblieben: ${v.why}. Ihre Auswahl steht weiter in der Adresse; eine andere Ansicht oder ein Neuladen kann helfen.`,
  again: "Erneut versuchen",
  close: "Schließen",
  problems: (v) =>
    `${v.count === 1 ? "Eine Angabe" : `${f.number(v.count)} Angaben`} in der Adresse ${v.count === 1 ? "war" : "waren"} nicht zu gebrauchen; was vorher galt, gilt weiter.`,
  problem: (p) => {
    const meant = (name: string | undefined) => (name === undefined ? "" : ` Meinten Sie „${name}“?`);
    switch (p.kind) {
      case "screen":
        return `Eine Ansicht „${p.got}“ gibt es nicht.`;
      case "parameter":
        return `Einen Parameter „${p.name}“ gibt es nicht.${meant(p.meant)}`;
      case "twice":
        return `„${p.name}“ kommt zweimal vor; der erste Wert zählt.`;
      case "name":
        return `${p.name}: Nichts heißt „${p.got}“.${meant(p.meant)}`;
      case "value": {
        const e = p.expected;
        const expected =
          e.kind === "one of"
            ? f.or(e.options)
            : e.kind === "number"
              ? `eine Zahl von ${f.number(e.from)} bis ${f.number(e.to)}, mit Dezimalpunkt`
              : e.kind === "month"
                ? "ein Monat wie 2026-12"
                : e.kind === "id"
                  ? "ein Name wie im Datensatz, etwa dysprosium-oxide"
                  : e.kind === "ids"
                    ? "Namen wie im Datensatz, durch Kommas getrennt"
                    : e.kind === "text"
                      ? `höchstens ${f.number(e.most)} Zeichen`
                      : "ein Szenario, wie diese Seite es in eine Adresse packt";
        return `${p.name}: „${p.got}“ steht da, erwartet wird ${expected}.`;
      }
    }
  },
  foot: (v) =>
    `${f.number(v.figures)} Zahlen aus ${f.number(v.sources)} Quellen. Alles wird in Ihrem Browser gerechnet; nichts, was Sie eingeben, verlässt ihn.`,
});
