import type { Lang } from "../address/fields/shared.ts";

/** How a language writes what Intl writes differently from one browser to the next, or not as the field does. */
export interface UnitWords {
  /** words for large numbers, largest first: Japanese counts in steps of ten thousand */
  readonly scales: readonly { readonly from: number; readonly word: string }[];
  readonly tonnes: (number: string) => string;
  /** how millions of tonnes are written, where not as other millions */
  readonly megatonnes?: string;
  readonly usd: (number: string) => string;
  readonly perTonne: string;
  readonly perMonth: string;
  readonly perYear: string;
  readonly days: { readonly one: string; readonly other: string };
  readonly months: { readonly one: string; readonly other: string };
}

const NBSP = "\u00a0";

export const unitWords: Readonly<Record<Lang, UnitWords>> = {
  en: {
    scales: [
      { from: 1e12, word: "tn" },
      { from: 1e9, word: "bn" },
      { from: 1e6, word: "m" },
    ],
    tonnes: (number) => `${number}${NBSP}t`,
    megatonnes: `${NBSP}Mt`,
    usd: (number) => `$${number}`,
    perTonne: "/t",
    perMonth: "/month",
    perYear: "/year",
    days: { one: `${NBSP}day`, other: `${NBSP}days` },
    months: { one: `${NBSP}month`, other: `${NBSP}months` },
  },
  de: {
    scales: [
      { from: 1e12, word: `${NBSP}Bio.` },
      { from: 1e9, word: `${NBSP}Mrd.` },
      { from: 1e6, word: `${NBSP}Mio.` },
    ],
    tonnes: (number) => `${number}${NBSP}t`,
    usd: (number) => `${number}${NBSP}USD`,
    perTonne: "/t",
    perMonth: "/Monat",
    perYear: "/Jahr",
    days: { one: `${NBSP}Tag`, other: `${NBSP}Tage` },
    months: { one: `${NBSP}Monat`, other: `${NBSP}Monate` },
  },
  ja: {
    scales: [
      { from: 1e12, word: "兆" },
      { from: 1e8, word: "億" },
      { from: 1e4, word: "万" },
    ],
    tonnes: (number) => `${number}トン`,
    usd: (number) => `${number}ドル`,
    perTonne: "/トン",
    perMonth: "/月",
    perYear: "/年",
    days: { one: "日", other: "日" },
    months: { one: "か月", other: "か月" },
  },
};
