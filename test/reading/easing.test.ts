import { describe, expect, test } from "vitest";
import { ledgerRow } from "../../src/reading/row.ts";
import { only, read, values } from "./words.ts";

describe("licences that are given out ease a control and make no new one", () => {
  test.each([
    [
      "Beijing has granted temporary export licences to suppliers of the top three U.S. automakers.",
      "CHN",
      "USA",
      "stated",
    ],
    ["China approved export permits for rare earth magnets to some European companies.", "CHN", "EU", "stated"],
    ["Indian companies were granted export licences for magnets by Beijing.", "CHN", "IND", "stated"],
    ["China approved exports of rare earth magnets to Vietnam.", "CHN", "VNM", "stated"],
    [
      "The Chinese ministry said it had approved some applications for exports of rare earths to Europe.",
      "CHN",
      "EU",
      "stated",
    ],
    ["China will issue general licences for exports of gallium to South Korea.", "CHN", "KOR", "planned"],
    ["China has not granted any export licences for rare earths to Japanese companies.", "CHN", "JPN", "denied"],
    ["China erteilte deutschen Autozulieferern Ausfuhrgenehmigungen für Magnete.", "CHN", "DEU", "stated"],
    ["Peking hat Lieferanten von Bosch befristete Exportlizenzen erteilt.", "CHN", "DEU", "stated"],
    ["China hat der EU Sondergenehmigungen für Magnete zugesagt.", "CHN", "EU", "stated"],
    ["中国商務省はドイツの自動車メーカー向けにレアアース磁石の輸出許可を出した。", "CHN", "DEU", "stated"],
    ["中国政府は米企業3社にレアアースの輸出を許可した。", "CHN", "USA", "stated"],
  ])("%s", (text, actors, targets, modality) => {
    const draft = only(text);
    expect([draft.kind.value, draft.topic, draft.modality.value]).toEqual(["context", "easing", modality]);
    expect([values(draft.actors).join(" "), values(draft.targets).join(" ")]).toEqual([actors, targets]);
    expect(draft.notes).toContain("looks like a relaxation of a control, not a new one: name that one in related");
  });

  test.each([
    ["China requires licences, which are granted by the commerce ministry, for exports of gallium.", "licence"],
    ["Exports of gallium are allowed only with a licence issued by the ministry in Beijing.", "licence"],
    ["China approved export controls on antimony.", "licence"],
    ["China suspended its export controls on antimony and the licences that were issued stay valid.", "suspension"],
  ])("%s: %s", (text, kind) => expect(only(text).kind.value).toBe(kind));

  test.each([
    "Greenland granted a mining licence for its rare earth deposit to a Chinese company.",
    "Grönland erteilte China eine Abbaugenehmigung für Seltene Erden.",
    "Die EU erteilt die Genehmigung für den Kauf von Nexperia.",
  ])("a permit to dig or to buy is none to export: %s", (text) => expect(read(text).drafts).toEqual([]));

  test("its row says that the effect is in the control it eases", () => {
    const draft = only("China granted export licences for magnets to Hyundai on 3 June 2025.");
    const row = ledgerRow(draft, {
      source: "",
      locator: "a",
      isModelled: () => true,
      codeOf: (c) => c.toLowerCase(),
      taken: new Set(),
    });
    expect(row).toMatchObject({ kind: "context", because: "other-event", actors: "CHN", targets: "KOR" });
  });
});
