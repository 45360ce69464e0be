import { InputError, type MapTree, quote } from "../dataset/index.ts";

/** A scenario or plan that ships, by the name of its file. */
export interface ShippedDocument {
  readonly id: string;
  /** `scenarios/us-japan-framework.yaml` */
  readonly path: string;
  readonly yaml: string;
}

/** The documents right in a folder by id, in order. */
export function documentsIn(
  documents: ReadonlyMap<string, string>,
  folder: "scenarios" | "plans",
): ReadonlyMap<string, ShippedDocument> {
  const found = [...documents].flatMap(([path, yaml]): [string, ShippedDocument][] => {
    const [, id] = new RegExp(`^${folder}/([^/]+)\\.yaml$`).exec(path) ?? [];
    return id === undefined ? [] : [[id, { id, path, yaml }]];
  });
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * What a document may extend or refer to: the shipped ones by path, and the one of a request.
 * @param own tree of the request's own document and the path it goes by
 */
export function loadFrom(
  documents: ReadonlyMap<string, string>,
  own?: { readonly path: string; readonly tree: MapTree },
): (path: string) => string | MapTree {
  return (path) => {
    if (path === own?.path) return own.tree;
    const text = documents.get(path);
    if (text !== undefined) return text;
    const folder = path.startsWith("plans/") ? "plans" : "scenarios";
    const known = [...documentsIn(documents, folder).keys()];
    const remedy = `use one of ${known.slice(0, 8).join(", ")}${known.length > 8 ? ", …" : ""}`;
    throw new InputError([{ file: path, line: 1, message: `no shipped document is called ${quote(path)}`, remedy }]);
  };
}
