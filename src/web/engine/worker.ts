import type { FromWorker, ToWorker } from "./protocol.ts";
import { serveEngine } from "./serve.ts";

/** The globals of a worker that are used; its library and that of a page cannot be compiled together. */
interface WorkerScope {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage(message: FromWorker, given: ArrayBuffer[]): void;
}

const scope = globalThis as unknown as WorkerScope;

const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

scope.onmessage = (() => {
  const take = serveEngine({
    post: (message, given) => scope.postMessage(message, given),
    async load(url) {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
      return response.json();
    },
    breathe: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        port2.postMessage(null);
      }),
    now: () => performance.now(),
  });
  return ({ data }) => take(data);
})();
