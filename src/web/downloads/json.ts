/** Plain data as JSON with two spaces; typed arrays become lists, maps become objects, what is no number becomes null. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, plain, 2)}\n`;
}

function plain(_key: string, value: unknown): unknown {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView))
    return Array.from(value as unknown as Iterable<number>);
  if (value instanceof Map) return Object.fromEntries(value);
  if (value instanceof Set) return [...value];
  return value;
}
