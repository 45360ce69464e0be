/** A user's name of a file as one that leads nowhere: letters, digits, - and, between them, /. */
export function plainName(name: string, otherwise = "own"): string {
  const plain = name
    .replace(/\.ya?ml$/, "")
    .replace(/[^A-Za-z0-9/-]+/g, "-")
    .replace(/^[-/]+|[-/]+$/g, "");
  return plain === "" ? otherwise : plain;
}
