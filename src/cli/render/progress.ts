import { plain, shorten } from "./text.ts";

/** Where progress is shown; process.stderr fits. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface Progress {
  /** Tells what is being done now: `simulating`, 12 of 60. Shows nothing in the first two seconds of the work. */
  update(doing: string, done?: number, total?: number): void;
  /** Clears the status line of a terminal for other words; the work goes on, or has failed and says why. */
  clear(): void;
  /** Clears the status line; says how long it took if anything was shown. Only for work that succeeded. */
  finish(): void;
}

export interface ProgressOptions {
  /** false: say nothing at all */
  readonly enabled?: boolean;
  /** milliseconds; Date.now unless a test brings its own */
  readonly now?: () => number;
}

const QUIET_MILLISECONDS = 2_000;
const REDRAW_MILLISECONDS = 100;
const PLAIN_LINE_MILLISECONDS = 10_000;
const CLEAR = "\r\u001b[2K";

/**
 * Says what a long computation is doing: one line that is redrawn on a terminal, a plain line now and then elsewhere.
 * Driven by the calls alone (no timers), since the computation holds the thread.
 */
export function progress(stream: ProgressStream, options: ProgressOptions = {}): Progress {
  const now = options.now ?? Date.now;
  if (options.enabled === false) return { update() {}, clear() {}, finish() {} };
  const start = now();
  const interval = stream.isTTY ? REDRAW_MILLISECONDS : PLAIN_LINE_MILLISECONDS;
  let lastShown = Number.NEGATIVE_INFINITY;
  let lastDoing = "";
  return {
    update(doing, done, total) {
      const time = now();
      const isNews = doing !== lastDoing && stream.isTTY;
      if (time - start < QUIET_MILLISECONDS || (time - lastShown < interval && !isNews)) return;
      lastShown = time;
      lastDoing = doing;
      const share = done !== undefined && total !== undefined ? ` ${done} of ${total}` : "";
      const line = plain(`${doing}${share} … ${seconds(time - start)}`);
      stream.write(stream.isTTY ? `${CLEAR}${shorten(line, (stream.columns ?? 80) - 1)}` : `${line}\n`);
    },
    clear() {
      if (stream.isTTY && lastShown !== Number.NEGATIVE_INFINITY) stream.write(CLEAR);
      lastDoing = "";
    },
    finish() {
      if (lastShown === Number.NEGATIVE_INFINITY) return;
      lastShown = Number.NEGATIVE_INFINITY;
      stream.write(stream.isTTY ? CLEAR : `done in ${seconds(now() - start)}\n`);
    },
  };
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1000)} s`;
}
