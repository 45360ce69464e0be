/** The files beside index.html, whose names carry hashes: written into the page by the build. */
export type FileKind = "data" | "catalogue" | "world" | "engine" | "names-en" | "names-de" | "names-ja";

/** A file that could not be loaded; the page says so in its banner. */
export class LoadError extends Error {
  override readonly name = "LoadError";
  readonly file: string;
  readonly why: string;

  constructor(file: string, why: string) {
    super(`${file}: ${why}`);
    this.file = file;
    this.why = why;
  }
}

/** The address of a file, absolute, so that a worker finds it too. Errors: LoadError when the build knows none. */
export function urlOf(kind: FileKind): string {
  const written = document.querySelector<HTMLMetaElement>('meta[name="monazite-files"]')?.content ?? "{}";
  const name = (JSON.parse(written) as Readonly<Record<string, string>>)[kind];
  if (name === undefined) throw new LoadError(kind, "the build has no such file");
  return new URL(name, document.baseURI).href;
}

/** A JSON file. Errors: LoadError. */
export async function loadJson<T>(kind: FileKind): Promise<T> {
  const url = urlOf(kind);
  const name = url.replace(/^.*\//, "");
  let response: Response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw new LoadError(name, error instanceof Error ? error.message : String(error));
  }
  if (!response.ok) throw new LoadError(name, `${response.status} ${response.statusText}`.trim());
  return (await response.json()) as T;
}
