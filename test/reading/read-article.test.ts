import { describe, expect, test } from "vitest";
import { InputError } from "../../src/dataset/index.ts";
import { only, read, values } from "./words.ts";

describe("who acts and whom it is aimed at", () => {
  test.each([
    ["China restricts exports of dysprosium to Japan.", "CHN", "JPN"],
    ["Exports of dysprosium to Japan were banned by China.", "CHN", "JPN"],
    ["Japan criticised Chinese export controls on dysprosium.", "CHN", "WLD"],
    ["Beijing's export ban on gallium to the United States took effect.", "CHN", "USA"],
    ["China verbietet die Ausfuhr von Gallium in die USA.", "CHN", "USA"],
    ["Die Ausfuhr von Gallium nach Japan und Südkorea wurde von China verboten.", "CHN", "JPN KOR"],
    ["Pekings Exportverbot für Gallium trifft die Branche.", "CHN", "WLD"],
    ["中国は日本へのガリウムの輸出を禁止した。", "CHN", "JPN"],
    ["中国による対日輸出禁止が続いている。", "CHN", "JPN"],
    ["Washington imposed tariffs of 50% on imports of copper from Brazil and Chile.", "USA", "BRA CHL"],
    ["Die USA verhängen Zölle auf chinesische Magnete.", "USA", "CHN"],
  ])("%s", (text, actors, targets) => {
    const draft = only(text);
    expect([values(draft.actors).join(" "), values(draft.targets).join(" ")]).toEqual([actors, targets]);
  });
});

describe("what kind of event it is", () => {
  test.each([
    ["China requires export licences for germanium.", "licence"],
    ["China stopped exports of rare earths to Japan.", "export-ban"],
    ["China suspended the export controls on antimony until November.", "suspension"],
    ["China hat die Exportkontrollen für Antimon ausgesetzt.", "suspension"],
    ["中国はアンチモンの輸出規制を停止した。", "suspension"],
    ["Suzuki halted production in Japan for lack of magnets.", "context"],
    ["Indonesia levies an export tax on nickel.", "export-tax"],
    ["Der Kongo führt eine Exportquote für Kobalt ein.", "quota"],
    ["The United States guarantees a price floor for NdPr.", "price-floor"],
    ["Japan und Australien legen einen gemeinsamen Vorrat an Dysprosium an.", "joint-stockpile"],
    ["韓国政府はリチウムの備蓄を拡大した。", "public-stockpile"],
    ["Estonia opened a rare earth magnet plant in Narva.", "facility"],
    ["Deutschland baut eine Recyclinganlage für Magnete.", "facility"],
    ["Iran closed the Strait of Hormuz.", "route-closure"],
    ["Demand for neodymium in Europe doubled.", "demand-change"],
    ["The Congo will impose export quotas on cobalt following a four-month export ban.", "quota"],
    ["Items containing gallium shall not be exported from China without permission.", "licence"],
    ["Ihnen dürfen aus China keine Gallium-Produkte mehr geliefert werden.", "export-ban"],
    ["Toyota is developing a rare-earth-free motor without rare earths.", "substitution"],
  ])("%s: %s", (text, kind) => expect(only(text).kind.value).toBe(kind));
});

describe("how certain it is", () => {
  test.each([
    ["China banned exports of gallium.", "stated"],
    ["China threatens to ban exports of gallium.", "threatened"],
    ["China could ban exports of gallium.", "considered"],
    ["China denied that it had banned exports of gallium.", "denied"],
    ["China will ban exports of gallium from 1 December.", "planned"],
    ["China droht mit einem Exportverbot für Gallium.", "threatened"],
    ["China erwägt ein Exportverbot für Gallium.", "considered"],
    ["中国はガリウムの輸出禁止を検討している。", "considered"],
  ])("%s: %s", (text, modality) => expect(only(text).modality.value).toBe(modality));

  test("what is not a fact is believed less", () => {
    const sure = (text: string) => only(text).confidence;
    expect(sure("China could ban exports of gallium.")).toBeLessThan(sure("China banned exports of gallium."));
    expect(sure("China denied it had banned exports of gallium.")).toBeLessThan(
      sure("China could ban exports of gallium."),
    );
  });
});

describe("statements", () => {
  test("a sentence that goes on adds its date and materials to the one before it", () => {
    const draft = only(
      "China requires licences for exports of rare earths. The rules take effect on 1 December. They cover holmium and erbium.",
    );
    expect(draft.inForce?.value).toBe("2025-12-01");
    expect(values(draft.materials)).toEqual(["rare-earths", "holmium", "erbium"]);
    expect(draft.statements).toHaveLength(3);
  });

  test("a headline and its lead are one", () => {
    const draft = only(
      "China bans gallium exports to Japan\n\nChina on Monday banned all exports of gallium to Japan.",
    );
    expect(draft.date?.value).toBe("2025-10-27");
    expect(draft.statements).toHaveLength(2);
  });

  test("two things in one sentence are two", () => {
    const { drafts } = read(
      "The US cut its tariffs on Chinese goods to 10%, while China suspended its export controls on gallium for a year.",
      "2025-10-30",
    );
    expect(drafts.map((d) => [d.kind.value, values(d.actors).join()])).toEqual([
      ["import-tariff", "USA"],
      ["suspension", "CHN"],
    ]);
  });

  test("every span holds the words it says", () => {
    const { article, drafts, unplaced } = read(
      "Ｃhina banned exports of gallium on 9 October.\r\n\r\nJapan paid 5 million dollars in 2024 for indium.",
      "2025-10-28",
    );
    const spans = drafts.flatMap((d) => [
      d.kind.span,
      d.date?.span,
      ...d.statements,
      ...d.figures,
      ...d.materials.map((m) => m.span),
    ]);
    const found = [...spans, ...unplaced].filter((s) => s !== null && s !== undefined);
    expect(found.length).toBeGreaterThan(5);
    for (const { start, end, text } of found) expect(article.text.slice(start, end)).toBe(text);
  });

  test("what tells no kind of event is listed", () => {
    const { drafts, unplaced } = read("Gallium melts at 30 degrees. The trip ended on 9 October 2025.");
    expect(drafts).toEqual([]);
    expect(unplaced.map((u) => `${u.what} ${u.text}`)).toContain("material Gallium");
    expect(unplaced.map((u) => `${u.what} ${u.text}`)).toContain("date 9 October 2025");
  });

  test("soft hyphens of a page do not break words, and that is said", () => {
    const { article, drafts } = read(
      "China hat die Export\u00adkontrollen für Gal\u00adlium verschärft und das ist nicht neu.",
      "2025-10-28",
    );
    expect(drafts.map((d) => values(d.materials))).toEqual([["gallium"]]);
    expect(article.notes.join()).toContain("without soft hyphens");
  });

  test("money is no country, a sea is none either", () => {
    const { drafts } = read("China banned exports of gallium worth US$400m across the South China Sea.", "2025-10-28");
    expect(drafts.map((d) => values(d.actors))).toEqual([["CHN"]]);
  });

  test("whoever only says so does not act, whoever is asked would", () => {
    const speaker = only("A U.S. official said China had banned exports of gallium.");
    expect(values(speaker.actors)).toEqual(["CHN"]);
    const asked = only("Japan urged China to lift its export controls on gallium.");
    expect([asked.kind.value, asked.modality.value, values(asked.actors)]).toEqual(["suspension", "demanded", ["CHN"]]);
  });

  test("events of no concern are left out", () => {
    expect(
      read("Die Stadt unterzeichnete mit der französischen Partnerstadt einen Vertrag.", "2025-10-28").drafts,
    ).toEqual([]);
    expect(read("A fire stopped production at the bakery on Monday.", "2025-10-28").drafts).toEqual([]);
  });

  test("nothing is found where there is nothing", () => {
    expect(read("The weather was fine and the children played in the garden.").drafts).toEqual([]);
    expect(read("Am Wochenende wird es sonnig, nur im Norden regnet es.").drafts).toEqual([]);
    expect(read("週末は晴れるところが多い見込みだ。").drafts).toEqual([]);
  });
});

describe("the article's date", () => {
  test("is found in the text", () => {
    expect(read("TOKYO, Oct 28, 2025 (AFP) - China banned exports of gallium.").article.date).toBe("2025-10-28");
    expect(read("Titel\n28.10.2025 | 10:15\n\nChina hat die Ausfuhr von Gallium verboten.").article.date).toBe(
      "2025-10-28",
    );
    expect(read("【東京＝2025年10月28日】中国はガリウムの輸出を禁止した。").article.date).toBe("2025-10-28");
  });

  test("is found below the text", () => {
    expect(
      read("China hat die Ausfuhr von Gallium am Montag verboten.\n\nDiese Nachricht wurde am 18.09.2024 gesendet.")
        .article.date,
    ).toBe("2024-09-18");
    expect(read("China banned exports of gallium on Monday.\n\nUpdated: 28 October 2025").article.date).toBe(
      "2025-10-28",
    );
  });

  test("is not a date that the text speaks of", () => {
    const { article } = read("The controls of October 9, 2025 were suspended by China on Friday.");
    expect([article.date, article.dateFrom]).toEqual([null, "unknown"]);
  });

  test("when unknown, relative dates stay open and that is said", () => {
    const { drafts, unplaced } = read("China banned exports of gallium on Thursday.");
    expect(drafts[0]!.date).toBeNull();
    expect(drafts[0]!.notes.join()).toContain("depends on the article's date");
    expect(unplaced).toContainEqual(expect.objectContaining({ what: "date", text: "Thursday" }));
  });
});

describe("HTML", () => {
  const page = `<!doctype html><html lang="en"><head><title>China bans gallium</title>
    <meta property="article:published_time" content="2025-10-28T08:00:00+09:00"><script>var banned = "exports of zinc";</script></head>
    <body><nav>Home | Politics | China bans exports of tin</nav><article><h1>China bans gallium</h1>
    <p>China on <b>Monday</b> banned exports of gallium&nbsp;to Japan.</p><ul><li>Prices rose</li></ul>${"<p>The weather was fine that day.</p>".repeat(10)}</article></body></html>`;

  test("is read without its navigation and scripts, by the date of the page", () => {
    const { article, drafts } = read(page);
    expect([article.format, article.date, article.dateFrom]).toEqual(["html", "2025-10-28", "page"]);
    expect(article.notes.join()).toContain("characters of navigation");
    expect(drafts.map((d) => [d.date?.value, values(d.materials).join(), values(d.targets).join()])).toEqual([
      ["2025-10-27", "gallium", "JPN"],
    ]);
    const { start, end } = drafts[0]!.materials[0]!.span!;
    expect(article.text.slice(start, end)).toBe("gallium");
  });

  test("nested deep is read, and refused where no page is so deep", () => {
    const nested = (depth: number) =>
      `${"<div>".repeat(depth)}China banned exports of gallium.${"</div>".repeat(depth)}`;
    expect(read(nested(9_000)).drafts).toHaveLength(1);
    expect(() => read(nested(100_000))).toThrow("nested more than 10000 tags deep");
  });
});

describe("what cannot be read", () => {
  const message = (text: string, options = {}) => {
    try {
      read(text, ...(Object.values(options) as string[]));
    } catch (error) {
      if (error instanceof InputError) return error.message;
      throw error;
    }
    return "";
  };

  test.each([
    [
      "Le gouvernement de la Chine a annoncé que les exportations de gallium sont interdites pour une durée de deux ans.",
      "the text looks french",
    ],
    [
      "中国政府宣布禁止出口镓和锗。这项措施从八月一日起生效，所有出口商必须申请许可证，相关部门将严格审查。",
      "looks Chinese",
    ],
    ["\u0000\u0001binary", "binary"],
    ["   \n ", "no text"],
    ["<html><body><script>1</script></body></html>", "no text"],
  ])("%s", (text, expected) => expect(message(text)).toContain(expected));

  test("a date that does not exist", () => {
    expect(message("China banned exports.", { date: "2025-02-30" })).toContain('got the date "2025-02-30"');
  });
});

test("time grows with the text, also where no sentence ends", () => {
  const seconds = (text: string) => {
    const start = performance.now();
    read(text, "2025-10-28");
    return (performance.now() - start) / 1000;
  };
  const hostile = [
    "China ban export gallium 9 October 5 million dollars ",
    "輸出規制を中国は日本へ",
    "1.1.1.1.1.1.",
    "((((((((",
    "a".repeat(50),
    "10月の",
  ];
  for (const piece of hostile) {
    const few = piece.repeat(Math.ceil(30_000 / piece.length));
    seconds(few);
    expect(seconds(few)).toBeLessThan(6);
    expect(seconds(few.repeat(3))).toBeLessThan(18);
  }
});
