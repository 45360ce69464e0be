import type { Progress } from "../engine/protocol.ts";
import { words } from "../state.ts";

interface Props {
  readonly busy: boolean;
  readonly progress?: Progress | undefined;
  /** offered where a computation can be long */
  readonly onCancel?: (() => void) | undefined;
}

/** What is being computed and how far it is; takes its place whether it is busy or not, so that nothing jumps. */
export function ProgressLine({ busy, progress, onCancel }: Props) {
  const { parts, shell } = words.value;
  const doing = progress ? parts.doing[progress.doing] : shell.computing;
  const { done, total } = progress ?? {};
  return (
    <p class="progress" aria-live="off">
      {busy && (
        <>
          <progress aria-label={doing} value={done} max={total} />
          <span>{doing}</span>
          {done !== undefined && total !== undefined && <span>{parts.progress({ done, total })}</span>}
          {onCancel && (
            <button type="button" class="link-button" onClick={onCancel}>
              {parts.cancel}
            </button>
          )}
        </>
      )}
    </p>
  );
}
