import { chainFlow } from "../../charts/chain-flow.ts";
import { tonnes } from "../../charts/format.ts";
import { inSentence, readId, withArticle } from "../../charts/names.ts";
import type { Context, Section } from "../context.ts";
import { type Html, html } from "../html.ts";
import { drawFlow } from "../sankey.ts";

/** The element whose chain is narrowest, drawn beside the whole. */
const ELEMENT = "dysprosium";

/** Where the magnets of each viewpoint country come from, before the controls. */
export function chainSection({ rehearsal, names, inside }: Context): Section | null {
  const pictures = rehearsal.viewpoint.flatMap((country) =>
    [undefined, ELEMENT].flatMap((element): Html[] => {
      const chart = chainFlow(rehearsal, names, { country, inside, ...(element === undefined ? {} : { element }) });
      if (!chart) return [];
      const what = element === undefined ? "magnets" : inSentence(readId(element));
      const where = withArticle(names.country(country));
      return [
        html`<figure class="wide"><figcaption><h3>Where the ${what} used in ${where} ${element === undefined ? "come" : "comes"} from</h3>
<p class="sub">${tonnes(chart.tonnesPerYear)} a year${element !== undefined && ` of ${what} in magnets`}</p></figcaption>
<div class="scroll" tabindex="0" role="group" aria-label="Diagram, scrolls sideways on narrow screens">${drawFlow(chart)}</div></figure>`,
      ];
    }),
  );
  if (pictures.length === 0) return null;
  return {
    id: "chain",
    title: "The chain behind it",
    lead: html`The first month of the run, before the controls. Each tonne is traced back through the plants it passed; a use is only as safe as the
narrowest place on its way. <b class="at-inside">${names.country(inside)}</b> is marked.`,
    body: html`${pictures}`,
  };
}
