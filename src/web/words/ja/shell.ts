import type { ShellWords } from "../en/shell.ts";
import type { Format } from "../format.ts";

export const shell = (f: Format): ShellWords => ({
  tagline: "次の輸出規制を、発動前に予行演習",
  skip: "本文へ移動",
  screens: {
    chain: "供給網",
    scenario: "シナリオ",
    measures: "対策",
    dependence: "依存度",
    sources: "出典",
    exposure: "自社への影響",
  },
  navigation: "画面",
  choosers: "表示する対象",
  viewpoint: "対象国・地域",
  material: "鉱種",
  scenario: "シナリオ",
  compare: "比較対象",
  nothing: "なし",
  language: "言語",
  theme: { label: "配色", auto: "自動", light: "ライト", dark: "ダーク" },
  countries: "国",
  blocs: "国家グループ",
  materials: "鉱種",
  groups: "グループ",
  loading: "読み込み中…",
  computing: "計算中…",
  notLoaded: (v) => `${v.file}を読み込めませんでした（${v.why}）。接続を確認し、ページを再読み込みしてください。`,
  fault: (v) =>
    `ページでプログラムの不具合が起きました：${v.why}。表示が不完全な場合があります。再読み込みしてください。`,
  screenFailed: (v) =>
    `この画面は停止しました：${v.why}。選択内容はアドレスに残っています。別の画面に移るか、ページを再読み込みしてください。`,
  again: "再試行",
  close: "閉じる",
  problems: (v) => `アドレスの${f.number(v.count)}か所が使えませんでした。直前の状態を保っています。`,
  problem: (p) => {
    const meant = (name: string | undefined) => (name === undefined ? "" : `「${name}」のことですか。`);
    switch (p.kind) {
      case "screen":
        return `「${p.got}」という画面はありません。`;
      case "parameter":
        return `「${p.name}」というパラメーターはありません。${meant(p.meant)}`;
      case "twice":
        return `「${p.name}」が二度指定されています。最初の値を使います。`;
      case "name":
        return `${p.name}：「${p.got}」というものはありません。${meant(p.meant)}`;
      case "value": {
        const e = p.expected;
        const expected =
          e.kind === "one of"
            ? f.or(e.options)
            : e.kind === "number"
              ? `${f.number(e.from)}から${f.number(e.to)}までの数（小数点はピリオド）`
              : e.kind === "month"
                ? "2026-12のような年月"
                : e.kind === "id"
                  ? "dysprosium-oxideのような、データセットの名前"
                  : e.kind === "ids"
                    ? "データセットの名前をカンマで区切ったもの"
                    : e.kind === "text"
                      ? `${f.number(e.most)}文字以内`
                      : "このページがアドレスに収めた形のシナリオ";
        return `${p.name}：「${p.got}」ではなく、${expected}を指定してください。`;
      }
    }
  },
  foot: (v) =>
    `${f.number(v.sources)}件の出典から得た${f.number(v.figures)}件の数値。計算はすべてブラウザー内で行われ、入力した内容が外に出ることはありません。`,
});
