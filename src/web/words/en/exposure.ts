import type { Format } from "../format.ts";

/** Words of the screen "exposure". */
export const exposure = (_f: Format) => ({
  title: "Your exposure",
  lead: "Which of your products stops first, from a bill of materials that never leaves this browser.",
});

export type ExposureWords = ReturnType<typeof exposure>;
