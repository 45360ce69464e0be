/**
 * How long the rest will take at the pace so far, in words: `, about 3 min left`; nothing until two seconds of it are known.
 * @param now milliseconds; Date.now unless a test brings its own
 */
export function timeLeft(now: () => number = Date.now): (done: number, total: number) => string {
  let start: { readonly time: number; readonly done: number } | undefined;
  return (done, total) => {
    const time = now();
    start ??= { time, done };
    const took = time - start.time;
    const made = done - start.done;
    if (took < 2_000 || made <= 0 || done >= total) return "";
    return `, about ${inWords(((total - done) * took) / made / 1000)} left`;
  };
}

/** `40 s`, `3 min`, `2 h 10 min`. */
function inWords(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
