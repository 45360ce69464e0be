import type { PartsWords } from "../en/parts.ts";
import type { Format } from "../format.ts";

export const parts = (f: Format): PartsWords => ({
  figure: {
    value: "値",
    range: "範囲",
    status: "区分",
    source: "出典",
    year: "年",
    note: "注記",
    between: (v) => `${v.low}～${v.high}`,
    noRange: "なし",
    computed: "モデルによる計算値",
  },
  status: { reported: "公表値", estimated: "推計値", assumed: "仮定値" },
  table: {
    search: "検索",
    rows: (v) => (v.shown === v.all ? `${f.number(v.all)}行` : `${f.number(v.all)}行中${f.number(v.shown)}行`),
    none: "検索に一致する行はありません。",
    more: (v) => `さらに${f.number(v.count)}行を表示`,
    sortBy: (v) => `${v.column}で並べ替え`,
    sorted: (v) => `${v.column}で並べ替えました（${v.descending ? "大きい順" : "小さい順"}）。`,
    missing: "数値なし",
  },
  slider: { reset: "元に戻す" },
  combobox: {
    open: "すべて表示",
    matches: (v) => (v.count === 0 ? "一致するものはありません。" : `${f.number(v.count)}件`),
  },
  downloads: {
    menu: "ダウンロード",
    svg: "図（SVG）",
    png: "図（PNG）",
    csv: "表（CSV）",
    json: "データ（JSON）",
    yaml: "シナリオ（YAML）",
    done: (v) => `${v.file}をダウンロードしました。`,
    failed: (v) => `ダウンロードに失敗しました：${v.why}。`,
  },
  asTable: "同じ内容の表",
  share: "リンクをコピー",
  copied: "リンクをコピーしました。",
  print: "印刷",
});
