/** The files of a build under the folder they are served from. */
export interface Files {
  /** `https://example.org/some/place/` */
  readonly top: string;
  /** all but index.html carry a hash of what is inside */
  readonly names: ReadonlySet<string>;
}

const PREFIX = "monazite-";
const PAGE = "index.html";

/** One store a build: it is named by its files. */
function storeName({ top, names }: Files): string {
  return `${PREFIX}${top} ${[...names].sort().join(" ")}`;
}

/** Keeps every file, so that the page works without a network from then on. */
export async function keep(files: Files, caches: CacheStorage): Promise<void> {
  const store = await caches.open(storeName(files));
  await store.addAll([...files.names].map((name) => files.top + name));
}

/** Throws away what earlier builds kept under the same address. */
export async function forget(files: Files, caches: CacheStorage): Promise<void> {
  const old = (await caches.keys()).filter(
    (name) => name.startsWith(`${PREFIX}${files.top} `) && name !== storeName(files),
  );
  await Promise.all(old.map((name) => caches.delete(name)));
}

/**
 * What a request is answered with: a hashed file as it was kept, since it never changes; the page itself from the
 * network, and as it was kept where there is none. Undefined for everything else, which is none of our business.
 */
export function answer(
  request: Pick<Request, "method" | "url">,
  files: Files,
  caches: CacheStorage,
  fetch: (request: Request) => Promise<Response>,
): Promise<Response> | undefined {
  if (request.method !== "GET" || !request.url.startsWith(files.top)) return undefined;
  const name = request.url.slice(files.top.length).replace(/[?#].*$/, "") || PAGE;
  if (!files.names.has(name)) return undefined;
  const kept = async () => (await caches.open(storeName(files))).match(files.top + name);
  const fromNetwork = () => fetch(request as Request);
  if (name === PAGE) return fromNetwork().catch(async (error) => (await kept()) ?? Promise.reject(error));
  return kept().then((found) => found ?? fromNetwork());
}
