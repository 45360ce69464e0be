/** What a view can be downloaded as. */
export type DownloadKind = "svg" | "png" | "csv" | "json" | "yaml";

const TYPES: Readonly<Record<DownloadKind, string>> = {
  svg: "image/svg+xml",
  png: "image/png",
  csv: "text/csv;charset=utf-8",
  json: "application/json",
  yaml: "application/yaml",
};

const LATER_MS = 10_000;

/** Hands a file to the browser, which saves it. */
export function save(content: string | Blob, name: string, kind: DownloadKind): void {
  const blob = typeof content === "string" ? new Blob([content], { type: TYPES[kind] }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = `${name}.${kind}`;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), LATER_MS);
}

/** `monazite-chain-JPN-dysprosium`: letters, digits and hyphens only. */
export function fileName(...parts: readonly (string | undefined)[]): string {
  return ["monazite", ...parts.filter((part) => part !== undefined && part !== "")]
    .join("-")
    .replace(/[^A-Za-z0-9-]+/g, "-")
    .slice(0, 120);
}
