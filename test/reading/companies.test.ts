import { describe, expect, test } from "vitest";
import { only, read, values } from "./words.ts";

const told = (text: string) => {
  const { kind, topic, actors, targets, figures } = only(text);
  const parties = [values(actors).join(" "), values(targets).join(" ")];
  return [kind.value, topic, ...parties, figures.map((f) => `${f.value} ${f.unit}`).join()];
};

describe("money, shares and what they are for", () => {
  test.each([
    ["Pentagon becomes largest shareholder in MP Materials", "USA"],
    ["Das Pentagon wird größter Aktionär von MP Materials.", "USA"],
    ["米国防総省がMPマテリアルズの筆頭株主になる。", "USA"],
    ["Die Niederlande übernehmen Nexperia", "NLD"],
    ["The Dutch government took control of Nexperia.", "NLD"],
    ["オランダ政府はネクスペリアを管理下に置いた。", "NLD"],
    ["Japan will mobilise 400 billion yen to cut its dependence on China for rare earths.", "JPN"],
    ["Die EU stellt zwei Milliarden Euro zur Verfügung, um die Abhängigkeit von China zu verringern.", "EU"],
    ["日本政府はレアアースの中国依存を減らすため、1000億円を投じる。", "JPN"],
  ])("%s", (text, actor) => expect(told(text).slice(0, 4)).toEqual(["context", "investment", actor, ""]));

  test("whoever is spoken of pays, not the country one wants to depend on less", () => {
    const { drafts } = read(
      "Die EU-Kommission stellte ihren Plan vor. Bis zu drei Milliarden Euro sollen mobilisiert werden, um die Abhängigkeit von China bei Seltenen Erden zu verringern.",
    );
    expect(drafts.map((d) => [d.topic, values(d.actors)])).toEqual([["investment", ["EU"]]]);
  });

  test("what one depends on is told where no money is", () =>
    expect(told("Japan depends on China for 60 % of its rare earths and wants to reduce the share.")[1]).toBe(
      "dependence",
    ));
});

describe("a company that stops exporting", () => {
  test.each([
    ["MP Materials stopped shipping concentrate to China in April.", "USA", "CHN"],
    ["Iluka stopped deliveries of monazite to China in May.", "AUS", "CHN"],
    ["Nornickel stellte im Mai die Lieferungen von Palladium nach Deutschland ein.", "RUS", "DEU"],
  ])("%s", (text, actor, target) => {
    expect(told(text).slice(0, 4)).toEqual(["export-ban", null, actor, target]);
    expect(only(text).notes).toContain("a company stops exporting, not its state");
  });

  test("is known by its initials where it is named", () => {
    const actors = (text: string) => read(text).drafts.map((d) => values(d.actors));
    expect(actors("MP stopped shipping rare earths to China.\n\nShares of MP Materials fell.")).toEqual([["USA"]]);
    expect(actors("MP stopped shipping rare earths to China.")).toEqual([[]]);
  });
});

describe("a contract with tonnes is an offtake of both", () => {
  test.each([
    ["双日とJOGMECが豪ライナスから年間最大5000トンの軽希土類の供給を受ける契約", "JPN AUS", "5000 t"],
    ["Toyota signed a contract to buy 3,000 tonnes a year of neodymium from Lynas.", "JPN AUS", "3000 t/year"],
    ["Siemens schloss mit Lynas einen Vertrag über die Lieferung von 500 Tonnen Terbium pro Jahr.", "DEU AUS", "500 t"],
  ])("%s", (text, actors, figure) => expect(told(text)).toEqual(["offtake", null, actors, "", figure]));
});
