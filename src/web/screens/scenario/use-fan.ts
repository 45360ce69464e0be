import { useEffect, useState } from "preact/hooks";
import type { FanAnswer } from "../../engine/asks/fan.ts";
import type { RunQuestion } from "../../engine/asks/simulate.ts";
import type { Progress } from "../../engine/protocol.ts";
import { useAnswer } from "../../parts/use-answer.ts";

const REST_MS = 700;
const DRAWS = 64;
const SEED = 1;

/** The fan of a question: drawn once the question rests, away as soon as it changes, so it never lags behind the lines. */
export function useFan(question: RunQuestion | null): {
  readonly fan: FanAnswer | undefined;
  readonly drawing: boolean;
  readonly progress: Progress | undefined;
  readonly stop: () => void;
} {
  const key = question === null ? "" : JSON.stringify(question);
  const [resting, setResting] = useState("");
  const [stopped, setStopped] = useState("");

  useEffect(() => {
    const later = setTimeout(() => setResting(key), REST_MS);
    return () => clearTimeout(later);
  }, [key]);

  const isAsked = question !== null && resting === key && stopped !== key;
  const { answer, partial, busy, progress } = useAnswer(
    isAsked ? { ask: "fan", question, draws: DRAWS, seed: SEED, withoutMeasures: false } : null,
  );
  // an answer that is there while the next is computed is that of another question
  const fan = isAsked ? (partial ?? (busy ? undefined : answer)) : undefined;
  return { fan, drawing: isAsked && busy, progress, stop: () => setStopped(key) };
}
