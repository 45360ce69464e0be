/** The memory of every typed array in plain data, to be given away with it instead of copied. */
export function buffersOf(data: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const waiting: unknown[] = [data];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== "object" || value === null) continue;
    if (value instanceof ArrayBuffer) found.add(value);
    else if (!ArrayBuffer.isView(value)) waiting.push(...Object.values(value));
    else if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  }
  return [...found];
}
