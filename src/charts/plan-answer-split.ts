import type { PlanReport, SplitReport } from "../planning/plan-report.ts";
import { listNames, usdFine } from "./format.ts";
import { withArticle } from "./names.ts";
import { agreementRows, countWords, splits } from "./plan-split.ts";
import { chosenIn, chosenPoint, partnerTitle } from "./plan-words.ts";

/** a partner is made worse off by an agreement where it loses this share more with it than without */
const WORSE_SHARE = 1e-3;

/** Who pays, who gains by each count, and whether each would be better off outside; empty where nothing is split. */
export function splitWords(report: PlanReport): string {
  const found = splits(report);
  if (found.length === 0 || found[0]!.partners.length < 2 || chosenIn(report, chosenPoint(report)).length === 0)
    return "";
  const name = (id: string) => withArticle(partnerTitle(report, id));
  const pays = found[0]!.partners.map(
    (p, i) => `${name(p.partner)} ${i === 0 ? "pays " : ""}${p.costUsd < 1 ? "nothing" : usdFine(p.costUsd)}`,
  );
  const gains = found.map((split, i) => {
    const each = split.partners.map((p, j) => {
      const gains = (q: typeof p) => q.benefitUsd >= 0;
      const isSaid = j > 0 && gains(p) && gains(split.partners[j - 1]!);
      const does = isSaid ? "" : gains(p) ? "is spared " : "loses ";
      return `${name(p.partner)} ${does}${usdFine(Math.abs(p.benefitUsd))}${gains(p) ? "" : " more"}`;
    });
    return `${i === 0 ? "In" : "in"} ${countWords(split)} ${listNames(each)}: ${verdict(report, split, i > 0 && sameSides(split, found[0]!))}`;
  });
  return `${capital(listNames(pays))}. ${gains.join("; ")}.`;
}

function sameSides(a: SplitReport, b: SplitReport): boolean {
  return a.partners.every((p, i) => p.betterInside === b.partners[i]!.betterInside);
}

function verdict(report: PlanReport, { partners }: SplitReport, isAgain: boolean): string {
  const outside = partners.filter((p) => !p.betterInside).map((p) => withArticle(partnerTitle(report, p.partner)));
  const others = partners.length === 2 ? "the other goes on" : "the others go on";
  const again = isAgain ? " too" : "";
  if (outside.length === 0) return `each is better off inside than outside${again}`;
  if (outside.length === partners.length) return `each would be better off outside${again} while ${others}`;
  return `${listNames(outside)} would be better off outside${again} while ${others}`;
}

/** Agreements that make a partner worse off than the same portfolio without what they hold; empty where none does. */
export function agreementWords(report: PlanReport): string {
  const harms = agreementRows(report).flatMap((row) => {
    const worse = row.counts.flatMap(({ words, withUsd, withoutUsd, lossWithoutUsd }) =>
      withoutUsd - withUsd > WORSE_SHARE * Math.abs(lossWithoutUsd)
        ? [`${usdFine(withoutUsd - withUsd)} in ${words}`]
        : [],
    );
    return worse.length === 0
      ? []
      : [{ agreement: row.title, partner: withArticle(row.partner), by: listNames(worse) }];
  });
  const titles = [...new Set(harms.map((h) => h.agreement))];
  return titles
    .map((title) => {
      const whom = harms.filter((h) => h.agreement === title).map((h) => `${h.partner} worse by ${h.by}`);
      return `What “${title}” holds makes ${listNames(whom)}.`;
    })
    .join(" ");
}

function capital(text: string): string {
  return text === "" ? text : text[0]!.toUpperCase() + text.slice(1);
}
