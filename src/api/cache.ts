import { etagOf } from "./answer.ts";
import type { AnswerCache } from "./route.ts";

interface Kept {
  readonly bytes: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Answers that follow from the dataset and the question alone, kept by the question; the least lately used goes first.
 * @param most bytes kept in all
 */
export function answerCache(most: number): AnswerCache {
  const kept = new Map<string, Kept>();
  let size = 0;
  const again = ({ bytes, headers }: Kept) => new Response(bytes as BodyInit, { headers });
  return {
    get(key) {
      const known = kept.get(key);
      if (known === undefined) return undefined;
      kept.delete(key);
      kept.set(key, known);
      return again(known);
    },
    async keep(key, response) {
      const bytes = new Uint8Array(await response.arrayBuffer());
      const headers = { ...Object.fromEntries(response.headers), "cache-control": "no-cache", etag: etagOf(bytes) };
      const fresh = { bytes, headers };
      if (bytes.length <= most / 4) {
        size += bytes.length - (kept.get(key)?.bytes.length ?? 0);
        kept.set(key, fresh);
        for (const [oldest, { bytes: old }] of kept) {
          if (size <= most) break;
          kept.delete(oldest);
          size -= old.length;
        }
      }
      return again(fresh);
    },
  };
}
