/** Most bytes of a scenario that is opened; the address cannot hold more either. */
export const MOST_YAML_BYTES = 400_000;
/** Most letters of a packed text in the address; see `packed` of address/field.ts. */
export const MOST_PACKED = 60_000;

export type OpenedFile =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "too-large" }
  | { readonly kind: "not-text" };

/** The text of a file; one that is too large is not read at all. */
export async function readYamlFile(file: Pick<Blob, "size" | "arrayBuffer">): Promise<OpenedFile> {
  if (file.size > MOST_YAML_BYTES) return { kind: "too-large" };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    // a text has no bytes of zero
    return text.includes("\0") ? { kind: "not-text" } : { kind: "text", text };
  } catch {
    return { kind: "not-text" };
  }
}
