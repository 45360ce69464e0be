import { answer, type Files, forget, keep } from "./keep.ts";

/** Names of all files of the build; put here by it. */
declare const OFFLINE_FILES: readonly string[];

/** What is used of a service worker's global scope, whose types cannot stand beside those of a page. */
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", hear: (event: Lasting) => void): void;
  addEventListener(type: "fetch", hear: (event: Fetching) => void): void;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const scope = globalThis as unknown as Scope;
const files: Files = { top: scope.registration.scope, names: new Set(OFFLINE_FILES) };

scope.addEventListener("install", (event) => event.waitUntil(keep(files, caches).then(() => scope.skipWaiting())));
scope.addEventListener("activate", (event) => event.waitUntil(forget(files, caches).then(() => scope.clients.claim())));
scope.addEventListener("fetch", (event) => {
  const answered = answer(event.request, files, caches, fetch);
  if (answered) event.respondWith(answered);
});
