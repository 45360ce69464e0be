/** Names in the page's language, by kind and id; undefined where there is no such thing. */
export interface Known {
  readonly country: (id: string) => string | undefined;
  readonly commodity: (id: string) => string | undefined;
  readonly material: (id: string) => string | undefined;
  readonly application: (id: string) => string | undefined;
  /** a kind of activity: mine, separate, refine …; who holds a stock */
  readonly activity: (id: string) => string | undefined;
  /** what stands between the parts of a name: `, ` or `、` */
  readonly comma: string;
  /** an id without hyphens, which is English */
  readonly plain: (id: string) => string;
}

/** A part of a name; `plain`: nobody translated it. */
export interface NamePart {
  readonly text: string;
  readonly plain: boolean;
}

/**
 * A figure's id in words: `trade/alumina:AUS>JPN` is `Alumina, Australia → Japan`. Goods first, then places, then the rest; what
 * a recipe's name says of its goods is left out.
 */
export function figureParts(id: string, known: Known): NamePart[] {
  const slash = id.indexOf("/");
  const table = id.slice(0, slash);
  const body = id.slice(slash + 1);
  const goods: string[] = [];
  const places: string[] = [];
  const rest: NamePart[] = [];
  for (const token of body.split(/[:@>]/)) {
    const commodity = known.commodity(token) ?? known.application(token);
    const country = known.country(token);
    const activity = known.activity(token);
    if (commodity !== undefined) goods.push(commodity);
    else if (country !== undefined) places.push(country);
    else if (activity !== undefined) rest.push({ text: activity, plain: false });
    else if (token !== "*" && !isRecipe(token, table)) rest.push({ text: known.plain(token), plain: true });
  }
  const arrow = body.includes(">") ? " → " : known.comma;
  const named = [[...new Set(goods)].join(arrow), places.join(arrow)].map((text) => ({ text, plain: false }));
  const parts = [...named, ...rest].filter((part) => part.text !== "");
  return parts.length > 0 ? parts : [{ text: known.plain(body), plain: true }];
}

/** The same as one text. */
export function figureName(id: string, known: Known): string {
  return joined(figureParts(id, known), known);
}

export function joined(parts: readonly NamePart[], { comma }: Pick<Known, "comma">): string {
  return parts.map(({ text }) => text).join(comma);
}

/** `reduce-dysprosium` beside dysprosium metal says nothing new; in the tables of recipes it is what they are about. */
function isRecipe(token: string, table: string): boolean {
  return (
    table !== "recipes" &&
    table !== "separations" &&
    /^(?:separate|refine|reduce|press|recycle|substitute)-/.test(token)
  );
}
