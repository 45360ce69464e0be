import type { ExposureWords } from "../en/exposure.ts";
import type { Format } from "../format.ts";

export const exposure = (_f: Format): ExposureWords => ({
  title: "Ihre Betroffenheit",
  lead: "Welches Ihrer Produkte zuerst stillsteht – aus einer Stückliste, die diesen Browser nie verlässt.",
});
