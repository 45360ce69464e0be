import type { Failure } from "../engine/protocol.ts";
import { words } from "../state.ts";

interface Props {
  readonly failure: Failure | undefined;
  /** an earlier answer is still shown */
  readonly kept?: boolean;
}

/** Why there is no answer, each problem at its place with what to do. */
export function FailureBox({ failure, kept = false }: Props) {
  if (failure === undefined) return null;
  const { failure: w } = words.value.parts;
  return (
    <div class="banner" role="alert">
      {failure.kind === "input" ? (
        <>
          <p>{w.input}</p>
          <ul>
            {failure.problems.map((problem) => (
              <li key={`${problem.file}:${problem.line}:${problem.column} ${problem.message}`} lang="en">
                <span class="soft">{w.at(problem)}</span> {problem.message}; {problem.remedy}
              </li>
            ))}
          </ul>
          {failure.more > 0 && <p>{w.more({ count: failure.more })}</p>}
        </>
      ) : (
        <p>{failure.kind === "refused" ? w.refused[failure.code] : w.internal({ why: failure.message })}</p>
      )}
      {kept && <p>{w.kept}</p>}
    </div>
  );
}
