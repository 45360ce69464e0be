import type { Language } from "./words.ts";

const WORDS: Readonly<Record<"en" | "de", readonly string[]>> = {
  en: "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  ),
  de: "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig".split(
    " ",
  ),
};
const JAPANESE = "〇一二三四五六七八九";

/** Number words up to twenty, and tens in English and German. */
const EXTRA: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  eine: 1,
  einem: 1,
  einen: 1,
  einer: 1,
  eines: 1,
  zwo: 2,
  dreißig: 30,
  vierzig: 40,
  fünfzig: 50,
  sechzig: 60,
  hundert: 100,
  dozen: 12,
  dutzend: 12,
};

/** The value of a number written in digits (as the language groups them) or in words; undefined when it is none. */
export function numberWord(text: string, language: Language): number | undefined {
  const small = text.trim().toLowerCase();
  if (/^[\d.,\s'’\u00a0\u202f]*\d$/.test(small)) return decimal(small, language);
  if (language === "ja") return japaneseNumber(text);
  const index = WORDS[language].indexOf(small);
  if (index >= 0) return index;
  return EXTRA[small];
}

/** Digits with separators. German: 1.200,5; English and Japanese: 1,200.5. A separator that cannot group is decimal. */
export function decimal(text: string, language: Language): number | undefined {
  const digits = text.replace(/[\s'’\u00a0\u202f]/g, "");
  const [group, point] = language === "de" ? [".", ","] : [",", "."];
  const parts = digits.split(point);
  if (parts.length > 2) {
    // 1.000.000 in English, 1,000,000 in German: the other grouping
    const other = digits.split(point);
    return other.slice(1).every((p) => p.length === 3) ? Number(other.join("")) : undefined;
  }
  const groups = parts[0]!.split(group);
  const grouped = groups.length === 1 || (groups.slice(1).every((p) => p.length === 3) && groups[0]!.length <= 3);
  if (grouped) {
    const value = Number(`${groups.join("")}${parts[1] === undefined ? "" : `.${parts[1]}`}`);
    return Number.isFinite(value) ? value : undefined;
  }
  if (groups.length === 2 && parts.length === 1) return Number(`${groups[0]}.${groups[1]}`);
  return undefined;
}

/** 七, 二十, 百二十, 七千 and digits with 万・億・兆 between: 1兆2000億. */
export function japaneseNumber(text: string): number | undefined {
  let total = 0;
  let rest = text.replaceAll(",", "");
  for (const [unit, size] of [
    ["兆", 1e12],
    ["億", 1e8],
    ["万", 1e4],
  ] as const) {
    const at = rest.indexOf(unit);
    if (at < 0) continue;
    const count = below10000(rest.slice(0, at));
    if (count === undefined) return undefined;
    total += count * size;
    rest = rest.slice(at + 1);
  }
  if (rest === "") return total;
  const tail = below10000(rest);
  return tail === undefined ? undefined : total + tail;
}

function below10000(text: string): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (text === "数") return undefined;
  let total = 0;
  let current: number | null = null;
  for (const c of text) {
    const digit = JAPANESE.indexOf(c);
    if (digit >= 0) current = (current ?? 0) * 10 + digit;
    else if (/\d/.test(c)) current = (current ?? 0) * 10 + Number(c);
    else {
      const size = { 十: 10, 百: 100, 千: 1000 }[c];
      if (size === undefined) return undefined;
      total += (current ?? 1) * size;
      current = null;
    }
  }
  return total + (current ?? 0);
}
