import { answer } from "../../src/web/engine/answer.ts";
import type { RunQuestion } from "../../src/web/engine/asks/simulate.ts";
import { createState, type EngineState } from "../../src/web/engine/state.ts";
import type { Talk } from "../../src/web/engine/talk.ts";
import { dataFile } from "../../test/web/engine/world.ts";
import { moves } from "./moves.ts";

export interface Times {
  readonly what: string;
  /** to what is drawn first, and to the whole answer, milliseconds; sorted */
  readonly firstMs: readonly number[];
  readonly wholeMs: readonly number[];
}

/** How long the engine takes in Node, without a worker around it. */
export async function timesInNode(): Promise<{ readonly openMs: number; readonly times: readonly Times[] }> {
  const start = performance.now();
  const state = createState(dataFile());
  const openMs = performance.now() - start;
  const times: Times[] = [];
  for (const { what, questions } of moves) times.push(await timed(state, what, questions));
  return { openMs, times };
}

async function timed(state: EngineState, what: string, questions: readonly RunQuestion[]): Promise<Times> {
  const firstMs: number[] = [];
  const wholeMs: number[] = [];
  for (const question of questions) {
    const start = performance.now();
    let first: number | undefined;
    const talk: Talk<"simulate"> = {
      partial() {
        first ??= performance.now() - start;
      },
      progress() {},
      pause: async () => {},
    };
    await answer(state, "simulate", question, talk);
    const whole = performance.now() - start;
    firstMs.push(first ?? whole);
    wholeMs.push(whole);
  }
  const sorted = (values: readonly number[]) => values.slice(WARM_UP).sort((a, b) => a - b);
  return { what, firstMs: sorted(firstMs), wholeMs: sorted(wholeMs) };
}

/** The first moves open chains and let the engine compile its code. */
export const WARM_UP = 4;
