import { describe, expect, test } from "vitest";
import { answer, type Files, forget, keep } from "../../../src/web/offline/keep.ts";

const files: Files = { top: "https://example.org/place/", names: new Set(["index.html", "app-1A2B.js"]) };

/** Caches that hold the addresses of what they were told to add. */
function fakeCaches(): { caches: CacheStorage; held: Map<string, Set<string>> } {
  const held = new Map<string, Set<string>>();
  const open = async (name: string) => {
    const urls = held.get(name) ?? new Set<string>();
    held.set(name, urls);
    return {
      addAll: async (wanted: string[]) => wanted.forEach((url) => void urls.add(url)),
      match: async (url: string) => (urls.has(url) ? new Response(`kept ${url}`) : undefined),
    };
  };
  const caches = { open, keys: async () => [...held.keys()], delete: async (name: string) => held.delete(name) };
  return { caches: caches as unknown as CacheStorage, held };
}

const online = async () => new Response("network");
const offline = () => Promise.reject(new TypeError("no network"));
const get = (url: string) => ({ method: "GET", url });

describe("files kept for offline", () => {
  test("a hashed file comes from what was kept, the page from the network while there is one", async () => {
    const { caches } = fakeCaches();
    await keep(files, caches);
    const text = async (url: string, fetch: typeof offline | typeof online) =>
      (await answer(get(url), files, caches, fetch))?.text();
    expect(await text("https://example.org/place/app-1A2B.js", online)).toBe(
      "kept https://example.org/place/app-1A2B.js",
    );
    expect(await text("https://example.org/place/", online)).toBe("network");
    expect(await text("https://example.org/place/", offline)).toBe("kept https://example.org/place/index.html");
  });

  test("what is not of the build is left alone: other files, other places, uploads", () => {
    const { caches } = fakeCaches();
    for (const request of [
      get("https://example.org/place/api/v1/scenarios"),
      get("https://example.org/elsewhere/app-1A2B.js"),
      { method: "POST", url: "https://example.org/place/index.html" },
    ])
      expect(answer(request, files, caches, offline)).toBeUndefined();
  });

  test("the store of an earlier build goes, that of another place stays", async () => {
    const { caches, held } = fakeCaches();
    await keep({ ...files, names: new Set(["index.html", "app-OLD.js"]) }, caches);
    await keep({ ...files, top: "https://example.org/other/" }, caches);
    await keep(files, caches);
    await forget(files, caches);
    expect([...held.values()].map((urls) => [...urls].at(-1))).toEqual([
      "https://example.org/other/app-1A2B.js",
      "https://example.org/place/app-1A2B.js",
    ]);
  });
});
