import type { ChainWords } from "../en/chain.ts";
import type { Format } from "../format.ts";

export const chain = (f: Format): ChainWords => {
  const done = {
    mine: "採掘",
    separate: "分離精製",
    refine: "製錬・精製",
    reduce: "金属化",
    press: "磁石化",
    use: "使用",
  };
  return {
    title: "供給網",
    lead: (v) =>
      `${v.country}の${v.material}がどこから来るのかを段階ごとに、そして輸出規制が月ごとに何を変えるのかを示します。`,
    finding: (v) => {
      const costs = v.price && `${v.price.commodity}の価格は${f.number(v.price.factor, 2)}倍になり`;
      const lacks = v.short && `${v.short.use}では必要量の${f.percent(v.short.share)}が不足し`;
      const rest = [costs, lacks].filter((part) => part !== null).join("、");
      return `${v.country}が使う${v.material}は、規制前には${v.before >= 0.995 ? "すべて" : f.percent(v.before)}が${v.place}で${done[v.stage]}されています。${f.month(v.month)}には${f.percent(v.now)}${rest === "" ? "です" : `となり、${rest}ます`}。`;
    },
    nothing: (v) => `モデルには${v.country}での${v.material}の用途がありません。別の鉱種または国を選んでください。`,
    stages: {
      mine: "採掘",
      separate: "分離精製",
      refine: "製錬・精製",
      reduce: "金属製造",
      press: "磁石製造",
      use: "用途",
    },
    usedIn: (v) => `${v.country}での用途`,
    priceHead: (v) => (Math.abs(v.factor - 1) < 0.05 ? v.price : `${v.price}（${f.number(v.factor, 2)}倍）`),
    diagram: "供給網の図。矢印キーで場所を移動できます",
    diagramTitle: (v) => `${v.month}の供給網`,
    diagramLead: (v) =>
      `使用される1トンごとに、通ってきた工場をさかのぼっています。幅は${v.basis === "material" ? "鉱種" : "それを含む製品"}の月間トン数、枠線は規制前の水準です。価格は使用国のものです。`,
    partOf: (v) => `モデルでは${v.country}は「${v.whole}」に含まれ、全体を示しています。`,
    fromStocks: (v) => `この月に使用される量の少なくとも${f.percent(v.share)}は在庫から出ており、図には表れません。`,
    traced: "月次シミュレーションの結果を、各市場の供給元の比率に応じてさかのぼったものです。",
    others: "その他",
    otherUses: "その他の用途",
    fromScrap: (v) => `${v.country}（スクラップ由来）`,
    monthLabel: "月",
    play: "再生",
    pause: "一時停止",
    measuresLabel: "シナリオの対策",
    withMeasures: "実施",
    withoutMeasures: "除外",
    map: "生産国と輸送の地図。矢印キーで移動できます",
    mapTitle: (v) => `${v.commodity}の地図（${v.month}）`,
    mapLead: "生産量の多い国ほど強い色で示します。線は輸送を表し、太さはトン数です。",
    commodityLabel: "品目",
    legendMakers: "生産に占める割合",
    fromShare: (v) => (v.to === 1 ? `${f.percent(v.from)}以上` : `${f.percent(v.from, 1)}～${f.percent(v.to, 1)}`),
    lineHere: "視点の国・地域向け",
    lineControlled: "規制の対象",
    lineOther: "その他の輸送",
    unplaced: (v) => `単一の場所でないため地図に示していないもの：${v.places}。`,
    small: (v) => `小規模な輸送${f.number(v.count)}件（トン数の${f.percent(v.share, 1)}）は描いていません。`,
    controls: "規制",
    way: "経路",
    leaked: "第三国を経由した規制の迂回",
    worldShare: "生産に占める割合",
    priceThere: "現地の価格",
    tableTitle: "供給網の各地点",
    place: "場所",
    stage: "段階",
    before: "規制前",
    share: "段階内の割合",
    shareBefore: "規制前の割合",
    shareNow: "現在の割合",
    lacking: "不足",
  };
};
