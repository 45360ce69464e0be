/** A fault's name and place; its message may quote what was sent and is left out. */
export function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return "an unknown fault";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 6)].join("\n");
}
