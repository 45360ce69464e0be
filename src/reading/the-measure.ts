import type { Scan } from "./scan.ts";
import type { Language } from "./words.ts";

/** Begins with the measure that was told before, as a noun with an article: "Das Verbot …", "The ban …", 規制は…. */
const SUBJECT: Readonly<Record<Language, RegExp>> = {
  de: /^(?:Das|Die|Der|Dieses|Diese|Dieser)\s+(?:neuen?\s+|neues\s+)?\p{L}*(?:[Vv]erbot|[Ee]mbargo|[Rr]egel(?:n|ung|ungen)?|[Mm]aßnahmen?|[Kk]ontrollen?|[Bb]eschränkung(?:en)?|[Aa]uflagen?|[Vv]orschrift(?:en)?|[Vv]orgaben|[Pp]flicht|[Qq]uoten?|[Zz]oll|[Zz]ölle|[Ss]teuer|[Aa]bgabe|[Ss]topp|[Aa]ussetzung|[Vv]erordnung|[Bb]ekanntmachung)(?!\p{L})/u,
  en: /^(?:The|This|These|Those)\s+(?:new\s+|export\s+|import\s+)*(?:ban|embargo|rules?|measures?|controls?|restrictions?|curbs?|requirements?|regime|quotas?|tariffs?|dut(?:y|ies)|tax|suspension|halt|order|regulations?|licensing\s+\p{L}+)(?!\p{L})/u,
  ja: /^(?:この|今回の|新たな|新しい)?(?:輸出)?(?:規制|禁輸|禁止|措置|規則|制限|許可制|関税|停止)(?:措置)?(?:は|が|も|、)/u,
};
const HOLDS: Readonly<Record<Language, RegExp>> = {
  de: /(?<!\p{L})(?:gilt|gelten|galt|galten|trat|traten|tritt|treten|läuft|laufen|greift|greifen|besteht|bestehen|beginnt|beginnen|endet|enden|in\s+Kraft|wirksam)(?!\p{L})/u,
  en: /(?<!\p{L})(?:in\s+force|into\s+force|effect|effective|appl(?:y|ies|ied)|starts?|started|begins?|began|runs?|holds?|ends?|expires?|lasts?)(?!\p{L})/u,
  ja: /適用|実施|施行|発効|始ま|続/u,
};

/** "Das Verbot gilt seit Montag": since when or how long what was told before is in force. */
export const isOfTheMeasure = (scan: Scan): boolean =>
  SUBJECT[scan.language].test(scan.text) && HOLDS[scan.language].test(scan.text);
