import type { RunQuestion, ScenarioEdits } from "../../src/web/engine/asks/simulate.ts";

const MOVES = 24;
const MONTHS = 36;

const moved = (scenario: string, edit: (part: number) => ScenarioEdits): RunQuestion[] =>
  Array.from({ length: MOVES }, (_, i) => ({ scenario, months: MONTHS, edits: edit(i / (MOVES - 1)) }));

/** Sliders as somebody drags them, on shipped scenarios. */
export const moves: readonly { readonly what: string; readonly questions: readonly RunQuestion[] }[] = [
  {
    what: "approval share, us-japan-framework",
    questions: moved("us-japan-framework", (part) => ({ approval: 0.1 + 0.8 * part })),
  },
  {
    what: "days of a licence, us-japan-framework",
    questions: moved("us-japan-framework", (part) => ({ delay: Math.round(20 + 100 * part) })),
  },
  {
    what: "private stocks, april-2025-controls",
    questions: moved("april-2025-controls", (part) => ({ cover: 0.5 + 2 * part })),
  },
  {
    what: "demand, gallium-germanium-stop",
    questions: moved("gallium-germanium-stop", (part) => ({ growth: 0.2 * part })),
  },
];
