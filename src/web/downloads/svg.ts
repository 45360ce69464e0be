/** Properties that the page's style sheet gives to charts and that a picture of its own must carry itself. */
const CARRIED = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linejoin",
  "stroke-linecap",
  "opacity",
  "color",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "font-variant-numeric",
  "text-anchor",
  "dominant-baseline",
  "paint-order",
  "display",
  "visibility",
] as const;

/** A chart of the page as an SVG file that looks the same anywhere: styles written out, ground filled. */
export function svgText(chart: SVGSVGElement, title: string): string {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const [from, to] = [allOf(chart), allOf(copy)];
  for (const [i, element] of from.entries()) writeStyle(element, to[i]);
  const { width, height } = sizeOf(chart);
  const name = copy.ownerDocument.createElementNS(copy.namespaceURI, "title");
  name.textContent = title;
  const ground = copy.ownerDocument.createElementNS(copy.namespaceURI, "rect");
  const box = copy.viewBox.baseVal;
  const [x, y, w, h] = box && box.width > 0 ? [box.x, box.y, box.width, box.height] : [0, 0, width, height];
  for (const [key, value] of Object.entries({ x, y, width: w, height: h })) ground.setAttribute(key, String(value));
  ground.setAttribute("fill", getComputedStyle(document.body).backgroundColor);
  copy.prepend(name, ground);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  return `${new XMLSerializer().serializeToString(copy)}\n`;
}

export function sizeOf(chart: SVGSVGElement): { readonly width: number; readonly height: number } {
  const { width, height } = chart.getBoundingClientRect();
  return { width: Math.round(width), height: Math.round(height) };
}

const allOf = (root: SVGElement): SVGElement[] => [root, ...root.querySelectorAll<SVGElement>("*")];

/** Only what differs from the parent's: what is inherited need not be said again. */
function writeStyle(from: SVGElement, to: SVGElement | undefined): void {
  if (!to) return;
  const style = getComputedStyle(from);
  const above = from.parentElement ? getComputedStyle(from.parentElement) : undefined;
  const top = from instanceof SVGSVGElement && from.ownerSVGElement === null;
  for (const property of CARRIED) {
    const value = style.getPropertyValue(property);
    if (value !== "" && (top || from.hasAttribute("class") || value !== above?.getPropertyValue(property)))
      to.setAttribute(property, value);
  }
  for (const name of ["class", "style", "tabindex"]) to.removeAttribute(name);
}
