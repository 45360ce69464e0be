import { chainFlow } from "../../charts/chain-flow.ts";
import { list, tonnes } from "../../charts/format.ts";
import { insideOf, insidesOf } from "../../charts/inside.ts";
import { inSentence, readId, withArticle } from "../../charts/names.ts";
import { rankedCommodities, watchedCommodities } from "../../charts/watched-commodities.ts";
import type { Context } from "../context.ts";
import { type Html, html } from "../html.ts";
import type { Section } from "../page.ts";
import { drawFlow } from "../sankey.ts";

/** The element whose chain is narrowest, drawn beside the whole. */
const ELEMENT = "dysprosium";

/** What is drawn for each viewpoint country: magnets and the element in them, or the materials that matter most. */
interface Picture {
  readonly what: string;
  readonly verb: "come" | "comes";
  /** after the tonnes */
  readonly of: string;
  readonly follow: { readonly element?: string; readonly commodity?: string };
}

function picturesOf({ rehearsal, names }: Context): Picture[] {
  if (rehearsal.activities.some((a) => a.kind === "press")) {
    const element = inSentence(readId(ELEMENT));
    return [
      { what: "magnets", verb: "come", of: "", follow: {} },
      { what: element, verb: "comes", of: ` of ${element} in magnets`, follow: { element: ELEMENT } },
    ];
  }
  const used = new Set(
    rehearsal.uses
      .filter((u) => rehearsal.viewpoint.includes(u.country))
      .flatMap((u) => u.applications.flatMap((a) => (a.inputs ?? []).map((i) => i.commodity))),
  );
  const { moving, standing } = rankedCommodities(rehearsal);
  const watched = [...moving, ...standing].filter((c) => used.has(c));
  return watched.slice(0, 2).map((commodity) => {
    const what = inSentence(names.commodity(commodity));
    return { what, verb: "comes", of: "", follow: { commodity } };
  });
}

/** Where the materials of each viewpoint country come from, before the controls. */
export function chainSection(context: Context): Section | null {
  const { rehearsal, names } = context;
  const insides = insidesOf(rehearsal, watchedCommodities(rehearsal));
  const wanted = picturesOf(context);
  const marked = new Set<string>();
  const pictures = rehearsal.viewpoint.flatMap((country) =>
    wanted.flatMap(({ what, verb, of, follow }): Html[] => {
      const own = follow.commodity === undefined ? null : insideOf(rehearsal, follow.commodity);
      const inside = own ?? insides[0] ?? null;
      if (inside !== null) marked.add(inside);
      const chart = chainFlow(rehearsal, names, { countries: [country], inside, ...follow });
      if (!chart) return [];
      const where = withArticle(names.country(country));
      return [
        html`<figure class="wide"><figcaption><h3>Where the ${what} used in ${where} ${verb} from</h3>
<p class="sub">${tonnes(chart.tonnesPerYear)} a year${of}</p></figcaption>
<div class="scroll" tabindex="0" role="group" aria-label="Diagram, scrolls sideways on narrow screens">${drawFlow(chart)}</div></figure>`,
      ];
    }),
  );
  if (pictures.length === 0) return null;
  return {
    id: "chain",
    title: "The chain behind it",
    lead: html`The first month of the run, before the controls. Each tonne is traced back through the plants it passed; a use is only as safe as the
narrowest place on its way.${
      marked.size > 0 &&
      html` <b class="at-inside">${list([...marked].map(names.country))}</b> ${marked.size === 1 ? "is" : "are"} marked.`
    }`,
    body: html`${pictures}`,
  };
}
