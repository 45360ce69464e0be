import type { ChainWords } from "../en/chain.ts";
import type { Format } from "../format.ts";
import { forPlace, inPlace } from "./places.ts";

export const chain = (f: Format): ChainWords => {
  const done = {
    mine: "abgebaut",
    separate: "getrennt",
    refine: "raffiniert",
    reduce: "zu Metall verarbeitet",
    press: "zu Magneten verarbeitet",
    use: "verwendet",
  };
  return {
    title: "Lieferkette",
    lead: (v) =>
      `${v.material} ${forPlace(v.country)}: die Herkunft, Stufe für Stufe, und was eine Ausfuhrkontrolle Monat für Monat daran ändert.`,
    finding: (v) => {
      const costs =
        v.price && `der Preis steigt dort auf das ${f.number(v.price.factor, 2)}‑Fache (${v.price.commodity})`;
      const lacks = v.short && `bei der Verwendung „${v.short.use}“ fehlen ${f.percent(v.short.share)}`;
      const rest = [costs, lacks].filter((part) => part !== null).join(", ");
      return `${v.material} ${forPlace(v.country)}: Vor den Kontrollen ${v.before >= 0.995 ? "wird alles" : `werden ${f.percent(v.before)}`} ${inPlace(v.place)} ${done[v.stage]}, im ${f.month(v.month)} sind es ${f.percent(v.now)}${rest === "" ? "" : `; ${rest}`}.`;
    },
    nothing: (v) =>
      `Das Modell kennt ${inPlace(v.country)} keine Verwendung für „${v.material}“. Wählen Sie einen anderen Rohstoff oder ein anderes Land.`,
    stages: {
      mine: "Bergbau",
      separate: "Trennung",
      refine: "Raffination",
      reduce: "Metallherstellung",
      press: "Magnetherstellung",
      use: "Verwendung",
    },
    usedIn: (v) => `Verwendung ${inPlace(v.country)}`,
    priceHead: (v) => (Math.abs(v.factor - 1) < 0.05 ? v.price : `${v.price}, ×${f.number(v.factor, 2)}`),
    diagram: "Diagramm der Lieferkette; Pfeiltasten führen von Ort zu Ort",
    diagramTitle: (v) => `Die Lieferkette im ${v.month}`,
    diagramLead: (v) =>
      `Jede verwendete Tonne ist durch die Werke zurückverfolgt, die sie durchlief; Breiten sind Tonnen im Monat${v.basis === "material" ? " des Rohstoffs" : " der Erzeugnisse, in denen er steckt"}, Umrisse der Stand vor jeder Kontrolle. Preise gelten im Land der Verwendung.`,
    partOf: (v) => `Im Modell gehört ${v.country} zu „${v.whole}“; gezeigt wird das Ganze.`,
    fromStocks: (v) =>
      `Mindestens ${f.percent(v.share)} des Verbrauchs dieses Monats kommen aus Lagern, die im Diagramm keinen Ort haben.`,
    traced: "Ein Ergebnis der Monatssimulation, zurückverfolgt nach der Herkunft des Angebots jedes Marktes.",
    others: "Übrige",
    otherUses: "Übrige Verwendungen",
    fromScrap: (v) => `${v.country}, aus Schrott`,
    monthLabel: "Monat",
    play: "Abspielen",
    pause: "Anhalten",
    measuresLabel: "Maßnahmen des Szenarios",
    withMeasures: "in Kraft",
    withoutMeasures: "weggelassen",
    map: "Karte der Hersteller und Lieferungen; Pfeiltasten führen von einem zum nächsten",
    mapTitle: (v) => `${v.commodity} auf der Karte, ${v.month}`,
    mapLead:
      "Länder sind umso kräftiger gefärbt, je mehr sie davon herstellen; Linien sind Lieferungen, so breit wie ihre Tonnen.",
    commodityLabel: "Ware",
    legendMakers: "Anteil an der Herstellung",
    fromShare: (v) => (v.to === 1 ? `${f.percent(v.from)} und mehr` : `${f.percent(v.from, 1)}–${f.percent(v.to, 1)}`),
    lineHere: "dorthin, von wo geschaut wird",
    lineControlled: "unter einer Kontrolle",
    lineOther: "übrige Lieferungen",
    unplaced: (v) => `Nicht auf der Karte, weil kein einzelner Ort: ${v.places}.`,
    small: (v) =>
      `${f.number(v.count)} ${f.plural(v.count, { one: "kleinere Lieferung ist", other: "kleinere Lieferungen sind" })} nicht gezeichnet (${f.percent(v.share, 1)} der Tonnen).`,
    controls: "Kontrollen",
    way: "Weg",
    leaked: "um eine Kontrolle herum, über ein Drittland",
    worldShare: "Anteil an der Herstellung",
    priceThere: "Preis dort",
    tableTitle: "Orte der Lieferkette",
    place: "Ort",
    stage: "Stufe",
    before: "Vorher",
    share: "Anteil an der Stufe",
    shareBefore: "Anteil vorher",
    shareNow: "Anteil jetzt",
    lacking: "Es fehlen",
  };
};
