import type { Scan } from "./scan.ts";
import type { Found } from "./span.ts";
import type { Language } from "./words.ts";

/** Words that make of a dependence something to get rid of. */
const BEFORE: Readonly<Record<Language, RegExp>> = {
  en: /(?:reduc|cut|lower|lessen|eas|end|break|curb|diminish|loosen|limit|shrink)(?:e|es|s|ing|en|ting|ding)?\s+(?:[\p{L}’'-]+\s+){0,4}$/iu,
  de: /^(?!)/u,
  ja: /^(?!)/u,
};
const AFTER: Readonly<Record<Language, RegExp>> = {
  en: /^(?!)/u,
  de: /^[^,.;]{0,80}?\szu\s+(?:verringern|vermindern|senken|reduzieren|mindern|beenden|lösen|brechen|begrenzen|überwinden|verkleinern)/u,
  ja: /^(?:度|率)?(?:を|の)?(?:減|下げ|低減|引き下げ|脱却|軽減|抑|縮小|解消)/u,
};
/** "dependence on China": who is named as what one depends on, right after it (before it in Japanese). */
const ON: Readonly<Record<Language, RegExp>> = {
  en: /^\s+(?:on|upon)\s+(?:the\s+)?$/i,
  de: /^\s+(?:von|gegenüber)\s+(?:der\s+|den\s+|dem\s+)?$/,
  ja: /^(?:へ|に|から)の?$/,
};

/** Whether a dependence is only named as what is to become less. */
export function isToBecomeLess(scan: Scan, { start, end }: Found): boolean {
  return (
    BEFORE[scan.language].test(scan.text.slice(Math.max(0, start - scan.start - 60), start - scan.start)) ||
    AFTER[scan.language].test(scan.text.slice(end - scan.start, end - scan.start + 110))
  );
}

/** Whether a country stands in a sentence only as what one depends on. */
export function isDependedOn(scan: Scan, country: Found): boolean {
  return scan.cues.some((c) => {
    if (c.cue !== "depend") return false;
    const between = scan.language === "ja" ? [country.end, c.start] : [c.end, country.start];
    return (
      between[0]! <= between[1]! &&
      ON[scan.language].test(scan.text.slice(between[0]! - scan.start, between[1]! - scan.start))
    );
  });
}
