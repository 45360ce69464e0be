import { useEffect, useRef, useState } from "preact/hooks";
import { LoadError } from "../data/files.ts";
import { type Asked, type AskOptions, EngineFailure, isSuperseded } from "../engine/client.ts";
import type { AnswerOf, Ask, Failure, PartialOf, Progress } from "../engine/protocol.ts";
import { theEngine } from "../engine-of-page.ts";

/** What is known of a question: the last answer stays while the next is computed. */
export interface Answered<A extends Ask> {
  /** the newest answer, perhaps of an earlier question while `busy`; undefined before the first */
  readonly answer: AnswerOf<A> | undefined;
  /** newer than the answer: what is told before the whole of the next */
  readonly partial: PartialOf<A> | undefined;
  /** why the present question has no answer */
  readonly failure: Failure | undefined;
  /** the answer to the present question is under way */
  readonly busy: boolean;
  readonly progress: Progress | undefined;
}

interface Options {
  /** questions of a lane follow each other; name another for a second scenario beside the first */
  readonly lane?: string;
}

/**
 * Asks the engine whenever the question changes (by its content, so it may be made anew each time).
 * @param asked null: nothing is asked
 */
export function useAnswer<A extends Ask>(asked: Asked<A> | null, { lane }: Options = {}): Answered<A> {
  const key = asked === null ? "" : keyOf(asked);
  const [state, setState] = useState<Answered<A>>({ ...nothing, busy: asked !== null });
  const current = useRef(asked);
  current.current = asked;
  const numbers = useRef({ asked: 0, shown: 0 });
  const leaving = useRef<AbortController | undefined>(undefined);

  useEffect(() => () => leaving.current?.abort(), [lane]);

  useEffect(() => {
    const question = current.current;
    const number = ++numbers.current.asked;
    if (question === null) {
      leaving.current?.abort();
      setState((last) => ({ ...nothing, answer: last.answer }));
      return;
    }
    if (leaving.current === undefined || leaving.current.signal.aborted) leaving.current = new AbortController();
    const { signal } = leaving.current;
    /** a question is answered though a newer one waits, so that a chart moves while a slider is dragged */
    const show = (change: Partial<Answered<A>>) => {
      if (signal.aborted || number < numbers.current.shown) return;
      numbers.current.shown = number;
      setState((last) => ({ ...last, ...change, busy: change.busy === true || number < numbers.current.asked }));
    };
    setState((last) => ({ ...last, busy: true }));
    void answerOf(question, {
      signal,
      ...(lane === undefined ? {} : { lane }),
      onPartial: (partial) => show({ partial, failure: undefined, busy: true }),
      onProgress: (progress) => show({ progress, busy: true }),
    }).then(
      (answer) => show({ ...nothing, answer }),
      (error: unknown) => {
        if (!isSuperseded(error)) show({ partial: undefined, failure: failureOf(error), progress: undefined });
      },
    );
  }, [key, lane]);

  return state;
}

const nothing = { answer: undefined, partial: undefined, failure: undefined, busy: false, progress: undefined };

/** A promise also where the engine cannot be started at all. */
async function answerOf<A extends Ask>(asked: Asked<A>, options: AskOptions<A>): Promise<AnswerOf<A>> {
  return theEngine().ask(asked, options);
}

/** The content of a question; the bytes of a file are told apart by their array. */
function keyOf(asked: object): string {
  return JSON.stringify(asked, (_, value: unknown) =>
    value instanceof Uint8Array || value instanceof ArrayBuffer ? `bytes ${numberOf(value)}` : value,
  );
}

const seen = new WeakMap<object, number>();
let count = 0;
function numberOf(bytes: object): number {
  const number = seen.get(bytes) ?? ++count;
  seen.set(bytes, number);
  return number;
}

function failureOf(error: unknown): Failure {
  if (error instanceof EngineFailure) return error.failure;
  const message = error instanceof LoadError ? `${error.file}: ${error.why}` : String(error);
  return { kind: "internal", message };
}
