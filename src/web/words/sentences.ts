import type { Lang } from "../address/fields/shared.ts";

/** Finds the translation of a text by its English; undefined where there is none. */
export type Translate = (english: string) => string | undefined;

interface Pattern {
  readonly matches: RegExp;
  readonly places: readonly string[];
  readonly text: string;
}

const JOINTS: Readonly<Record<Lang, { readonly clause: string; readonly item: string }>> = {
  en: { clause: "; ", item: ", " },
  de: { clause: "; ", item: ", " },
  ja: { clause: "；", item: "、" },
};

/** What is the same in every language: numbers with their signs, codes of countries and goods. */
const SAME = /^[\d\s.,–%+-]+$|^[A-Z]{3}$|^CVaR\d+$/;

/**
 * Translates sentences that the models put together of parts: whole ones, those with something in the place of `{name}`,
 * and clauses with `; ` or `, and ` between them. Undefined unless every part has a translation.
 * @param patterns English and its translation, with the same places in braces: `{n}` a number, `{list}` texts with `; ` between them
 */
export function sentencesOf(
  patterns: readonly (readonly [english: string, text: string])[],
  lang: Lang,
  whole: Translate,
): Translate {
  const made = patterns.map(([english, text]) => patternOf(english, text));
  const joint = JOINTS[lang];

  const part: Translate = (english) => {
    if (SAME.test(english)) return english;
    const known = whole(english);
    if (known !== undefined) return known;
    const clauses = together(english, "; ", joint.clause);
    if (clauses !== undefined) return clauses;
    for (const pattern of made) {
      const filled = fill(pattern, english, part);
      if (filled !== undefined) return filled;
    }
    return together(english, ", and ", joint.clause) ?? together(english, ", ", joint.item);
  };

  const together = (english: string, between: string, with_: string): string | undefined => {
    const parts = english.split(between);
    if (parts.length < 2) return undefined;
    const texts = parts.map(part);
    return texts.every((text) => text !== undefined) ? texts.join(with_) : undefined;
  };

  return part;
}

function patternOf(english: string, text: string): Pattern {
  const places: string[] = [];
  const source = english
    .split(/(\{\w+\})/)
    .map((piece) => {
      const place = /^\{(\w+)\}$/.exec(piece)?.[1];
      if (place === undefined) return piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      places.push(place);
      return place === "n" ? "([\\d.,–]+)" : place === "list" ? "(.+?)" : "([^;]+?)";
    })
    .join("");
  return { matches: new RegExp(`^${source}$`), places, text };
}

function fill({ matches, places, text }: Pattern, english: string, part: Translate): string | undefined {
  const found = matches.exec(english);
  if (!found) return undefined;
  let filled = text;
  for (const [i, place] of places.entries()) {
    const inside = part(found[i + 1]!);
    if (inside === undefined) return undefined;
    filled = filled.replace(`{${place}}`, () => inside);
  }
  return filled;
}
