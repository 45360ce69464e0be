const SAME_PRESS_MILLISECONDS = 1_000;

/**
 * A signal that Ctrl-C (or SIGTERM) aborts; pressed again later it ends the process at once. What starts us (npx, npm)
 * passes on the signal that the terminal has sent already, so a second one right after the first is the same press.
 */
export function onStop(): { readonly signal: AbortSignal; off(): void } {
  const stop = new AbortController();
  let pressedAt = 0;
  const onSignal = () => {
    const now = Date.now();
    if (!stop.signal.aborted) {
      pressedAt = now;
      stop.abort();
    } else if (now - pressedAt > SAME_PRESS_MILLISECONDS) process.exit(1);
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return {
    signal: stop.signal,
    off() {
      process.off("SIGINT", onSignal);
      process.off("SIGTERM", onSignal);
    },
  };
}
