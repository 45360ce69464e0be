import { useEffect, useRef, useState } from "preact/hooks";
import { isSuperseded } from "../../engine/client.ts";
import type { WebProblem } from "../../engine/protocol.ts";
import { theEngine } from "../../engine-of-page.ts";
import { words } from "../../state.ts";
import type { OpenEditor } from "./editor.ts";

interface Props {
  readonly name: string;
  /** the text to begin with; another one replaces what is there */
  readonly text: string;
  readonly onApply: (text: string) => void;
  readonly onClose: () => void;
}

/** The text of the scenario, to edit; runs only when it has no problem. */
export function YamlEditor({ name, text, onApply, onClose }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<OpenEditor | undefined>(undefined);
  const draft = useRef(text);
  const [problems, setProblems] = useState<readonly WebProblem[] | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const { text: w } = words.value.scenario;
  const label = w.editor;

  useEffect(() => {
    let left = false;
    const check = async (yaml: string): Promise<readonly WebProblem[]> => {
      try {
        const { problems } = await theEngine().ask({ ask: "validate", name, yaml });
        if (!left) setProblems(problems);
        return problems;
      } catch (error) {
        if (!isSuperseded(error) && !left) setFailed(String(error));
        return [];
      }
    };
    const complete = async (yaml: string, offset: number) => {
      try {
        const asked = { ask: "validate", name, yaml, offset } as const;
        return (await theEngine().ask(asked, { lane: "validate:complete" })).completions;
      } catch {
        return [];
      }
    };
    const onChange = (next: string) => {
      draft.current = next;
      setProblems(null);
    };
    import("./editor.ts").then(
      ({ openEditor }) => {
        if (left || !host.current) return;
        editor.current = openEditor({
          host: host.current,
          text: draft.current,
          label,
          name,
          onChange,
          check,
          complete,
        });
        setOpen(true);
        void check(draft.current);
      },
      (error: unknown) => left || setFailed(String(error instanceof Error ? error.message : error)),
    );
    return () => {
      left = true;
      editor.current?.close();
      editor.current = undefined;
    };
  }, [name, label]);

  useEffect(() => {
    if (draft.current === text) return;
    draft.current = text;
    editor.current?.replace(text);
  }, [text]);

  return (
    <div class="yaml-editor" aria-busy={!open && failed === null}>
      {failed !== null && (
        <p class="banner" role="alert">
          {w.notLoaded({ why: failed })}
        </p>
      )}
      {!open && failed === null && <p class="soft">{w.loading}</p>}
      <div ref={host} class="editor-host" />
      <p class="soft editor-keys">{w.keys}</p>
      <div class="editor-state" role="status">
        {problems === null ? (
          <span class="soft">{w.checking}</span>
        ) : problems.length === 0 ? (
          w.fine
        ) : (
          <>
            {w.problems({ count: problems.length })} {w.fix}
          </>
        )}
      </div>
      {problems !== null && problems.length > 0 && (
        <ul class="editor-problems">
          {problems.map(({ file, line, column, message, remedy }) => (
            <li key={`${file}:${line}:${column} ${message}`}>
              <button
                type="button"
                class="link-button"
                onClick={() => file === name && editor.current?.goTo(line, column)}
              >
                {file === name ? w.at({ line }) : `${file}:${line}`}
              </button>{" "}
              <span lang="en">
                {message}; {remedy}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div class="buttons">
        <button
          type="button"
          class="button primary"
          disabled={problems === null || problems.length > 0}
          onClick={() => onApply(draft.current)}
        >
          {w.apply}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {w.close}
        </button>
      </div>
    </div>
  );
}
