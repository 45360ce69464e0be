import { figureParts, type Known, type NamePart } from "./figure-name.ts";

/** An activity's id in words: `ship:alumina:AUS>JPN`, `refine:refine-niobium@CHN`, `use:other-electronics@GBR`. */
export function activityParts(id: string, known: Known): NamePart[] {
  const [kind = "", ...rest] = id.split(":");
  const body = rest.join(":");
  const about = ["ship", "use", "dispose"].includes(kind) ? body : `${kind}:${body}`;
  const parts = figureParts(`production/${about}`, known);
  const goods = goodsOf(/^([a-z-]+)@/.exec(body)?.[1] ?? "", kind);
  if (goods === undefined) return parts;
  const name = known.commodity(goods) ?? known.material(goods);
  return [name === undefined ? { text: known.plain(goods), plain: true } : { text: name, plain: false }, ...parts];
}

/** `refine-niobium` → `niobium` */
function goodsOf(recipe: string, kind: string): string | undefined {
  return recipe.startsWith(`${kind}-`) ? recipe.slice(kind.length + 1) : undefined;
}
