import { describe, expect, test } from "vitest";
import { de } from "../../../src/web/words/de.ts";
import { en } from "../../../src/web/words/en.ts";
import type { Format } from "../../../src/web/words/format.ts";
import { ja } from "../../../src/web/words/ja.ts";

/** A format that prints what it is given, so that one sees which values a sentence uses. */
function echo(lang: Format["lang"]): Format {
  const print = (value: unknown) => String(value);
  const methods: Record<string, unknown> = {
    lang,
    plural: (_: unknown, { other }: { other: string }) => other,
    list: (texts: unknown) => String(texts),
    or: (texts: unknown) => String(texts),
  };
  return new Proxy(methods, { get: (known, name) => known[String(name)] ?? print }) as unknown as Format;
}

/** Stands for any value: prints its path in brackets, has every property, is a list of itself. */
function marker(path: string): unknown {
  const text = () => `⟨${path}⟩`;
  return new Proxy(text, {
    get(_, name) {
      if (name === Symbol.toPrimitive || name === "toString" || name === "valueOf") return text;
      if (name === Symbol.iterator) return [marker(`${path}.0`)][Symbol.iterator].bind([marker(`${path}.0`)]);
      if (name === "map") return (f: (v: unknown) => unknown) => [f(marker(`${path}.0`))];
      if (name === "length") return 1;
      return marker(path === "" ? String(name) : `${path}.${String(name)}`);
    },
  });
}

/** Every text by its path; functions are asked with markers; what they cannot say about markers is left out. */
function textsOf(words: unknown, path = "", texts = new Map<string, string>()): Map<string, string> {
  if (typeof words === "string") texts.set(path, words);
  else if (typeof words === "function") {
    const text = answerOf(words as (v: unknown) => unknown);
    if (typeof text === "string") texts.set(path, text);
  } else if (typeof words === "object" && words !== null)
    for (const [key, value] of Object.entries(words)) textsOf(value, path === "" ? key : `${path}.${key}`, texts);
  return texts;
}

function answerOf(words: (v: unknown) => unknown): unknown {
  try {
    return words(marker(""));
  } catch {
    return undefined;
  }
}

const valuesIn = (text: string) => [...new Set(text.match(/⟨[^⟩]*⟩/g) ?? [])].sort();
const keysOf = (words: unknown, path = ""): string[] =>
  typeof words === "object" && words !== null
    ? Object.entries(words).flatMap(([key, value]) => keysOf(value, `${path}.${key}`))
    : [path];

const english = textsOf(en(echo("en")));
const others = [
  ["de", de(echo("de"))],
  ["ja", ja(echo("ja"))],
] as const;

/** The same in German as in English, and rightly. */
const SAME_IN_GERMAN = new Set([
  "Status",
  "Name",
  "Region",
  "Export",
  "Import",
  "Index",
  "Material",
  "Recycling",
  "Median",
  "Lizenz",
]);

describe.each(others)("the words in %s", (lang, words) => {
  const texts = textsOf(words);

  test("have the keys of the English ones", () => {
    expect(keysOf(words).sort()).toEqual(keysOf(en(echo("en"))).sort());
  });

  test("use the values that the English ones use", () => {
    const uneven = [...english].filter(([path, text]) => {
      const other = texts.get(path);
      return other === undefined || valuesIn(other).join() !== valuesIn(text).join();
    });
    expect(uneven.map(([path, text]) => `${path}: ${text} | ${texts.get(path)}`)).toEqual([]);
  });

  test("are not English", () => {
    const plain = (text: string) => text.replace(/⟨[^⟩]*⟩/g, "").trim();
    const left = [...texts].filter(([path, text]) => {
      const mine = plain(text);
      if (!/\p{L}{2}/u.test(mine)) return false;
      if (lang === "ja") return !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(mine);
      return (
        (mine === plain(english.get(path) ?? "") && !SAME_IN_GERMAN.has(mine)) ||
        /\b(the|of|and|with|from|is|are)\b/.test(mine)
      );
    });
    expect(left.map(([path, text]) => `${path}: ${text}`)).toEqual([]);
  });

  test("have the punctuation of the language", () => {
    const wrong = lang === "ja" ? /[^\x20-\x7e][(),;:?!]|[(),;:?!][^\x20-\x7e⟨]/ : /"|\.\.\.|“[^”]*”/;
    expect([...texts].filter(([, text]) => wrong.test(text)).map(([path, text]) => `${path}: ${text}`)).toEqual([]);
  });
});

test("most sentences are looked at", () => {
  expect(english.size).toBeGreaterThan(80);
});
