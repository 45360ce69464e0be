import type { Link } from "./countries.ts";
import type { CountryForm } from "./words.ts";

/** What may stand between a country and its particle: 中国商務省は, 日本企業に. */
const BODY =
  /^(?:の?(?:政府|商務省|当局|外務省|国防省|税関|大統領|首相|国家主席|主席|氏|両政府|両国|両首脳|企業|メーカー|側|軍|議会|大手|国営企業|国有企業|国務院|財務長官|商務長官|通商代表|国務長官|大臣|[\p{Script=Katakana}ー]{2,12}(?:大統領|首相|氏|社)?|[\p{Script=Han}]{2,4}(?:首相|大統領|主席|氏|長官|経産相|防衛相)))/u;
const NOTES = /^[（(][^）)]{1,20}[）)]/;

/** How a country stands in a Japanese sentence, by the particle after it. */
export function japaneseLink(sentence: string, start: number, end: number, form: CountryForm): Link {
  const name = sentence.slice(start, end);
  if (/^対/.test(name))
    return /^.{0,2}(?:規制|措置|輸出|禁輸|関税|制裁)/.test(sentence.slice(end, end + 6)) ? "target" : "target";
  if (/^訪/.test(name)) return "place";
  if (/向け$/.test(name)) return "target";
  if (/^の[^、。はがを]{1,14}(?:向け|への|に対する|に対し)/.test(sentence.slice(end, end + 24))) return "target";
  let rest = sentence.slice(end, end + 40);
  for (let i = 0; i < 3; i++) {
    const body = BODY.exec(rest) ?? NOTES.exec(rest);
    if (!body) break;
    rest = rest.slice(body[0].length);
  }
  if (/^(?:による|によって|により|側による)/.test(rest)) return "agent";
  if (/^(?:向け|への|へ|に対し|に対する|に対して|を対象|を標的|にとって|宛て|との間)/.test(rest))
    return /^との間/.test(rest) ? "partner" : "target";
  if (/^(?:から|産|製)/.test(rest)) return "origin";
  if (/^(?:との|とは|と(?!して))/.test(rest)) return "partner";
  if (/^(?:は|が|も|、)/.test(rest)) return "subject";
  if (/^(?:で|において|国内|での|沖|周辺|を訪|にある)/.test(rest)) return "place";
  if (/^の(?:[^、。をにはが]{0,12})(?:規制|管理|輸出|禁輸|措置|関税|割当|枠|備蓄|許可|停止|制限)/.test(rest))
    return "owner";
  if (/^(?:輸出|禁輸|規制)/.test(rest)) return "owner";
  if (/^(?:に|を)/.test(rest)) return form === "place" ? "place" : "target";
  return form === "place" ? "place" : "none";
}
