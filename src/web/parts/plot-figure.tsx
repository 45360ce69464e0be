import type { PlotOptions } from "@observablehq/plot";
import * as Plot from "@observablehq/plot";
import type { Ref } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useWidth } from "./use-width.ts";

interface Props {
  /** the options of Plot for a width in pixels; make it with `useCallback`, a new function draws anew */
  readonly options: (width: number, plot: typeof Plot) => PlotOptions;
  /** said in place of the picture */
  readonly description: string;
  /** for `Downloads` */
  readonly chart?: Ref<SVGSVGElement>;
  readonly class?: string;
}

/** A chart of Observable Plot. Import it lazily with the screen that uses it: Plot is the largest package of the page. */
export function PlotFigure({ options, description, chart, class: className = "" }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);

  useEffect(() => {
    if (!place.current || width === 0) return;
    const made = Plot.plot({ ...options(width, Plot), width, className: "plot" });
    // Plot brings a style element, which the page's security policy would refuse; style/charts.css says the same
    for (const style of made.querySelectorAll("style")) style.remove();
    // … and names of groups, which only the names of roles may have; the description says it all
    for (const group of made.querySelectorAll("g[aria-label]")) {
      group.setAttribute("data-part", group.getAttribute("aria-label") ?? "");
      group.removeAttribute("aria-label");
    }
    const svg = made instanceof SVGSVGElement ? made : made.querySelector<SVGSVGElement>("svg.plot");
    svg?.setAttribute("role", "img");
    svg?.setAttribute("aria-label", description);
    place.current.replaceChildren(made);
    if (typeof chart === "function") chart(svg);
    else if (chart) chart.current = svg;
  }, [options, description, width, chart]);

  return <div ref={place} class={`plot-figure ${className}`} />;
}
