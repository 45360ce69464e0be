import type { ComponentType } from "preact";
import { useEffect, useErrorBoundary, useRef, useState } from "preact/hooks";
import type { ScreenId } from "../address/schema.ts";
import { screens } from "../screens/index.ts";
import { screen, words } from "../state.ts";

/** When a screen first stood there, for who measures the page. */
const USEFUL = "monazite-useful";

const loaded = new Map<ScreenId, ComponentType>();

/** The screen of the address, loaded when it is first asked for. A fault in one leaves the page standing. */
export function ScreenPlace() {
  const id = screen.value;
  const { shell } = words.value;
  const [, setCount] = useState(0);
  const [failed, setFailed] = useState<{ id: ScreenId; why: string } | null>(null);
  const [fault, forget] = useErrorBoundary();
  const shownId = useRef(id);
  const Screen = loaded.get(id);

  useEffect(() => {
    document.title = `${shell.screens[id]} – Monazite`;
  }, [id, shell]);

  useEffect(() => {
    if (shownId.current !== id) {
      shownId.current = id;
      forget();
      window.scrollTo(0, 0);
      document.getElementById("content")?.focus({ preventScroll: true });
    }
    if (loaded.has(id)) return;
    setFailed(null);
    const entry = screens.find((s) => s.id === id);
    entry?.load().then(
      (module) => {
        loaded.set(id, module.Screen);
        setCount((n) => n + 1);
      },
      (error: unknown) => setFailed({ id, why: String(error instanceof Error ? error.message : error) }),
    );
  }, [id, forget]);

  useEffect(() => {
    if (Screen && performance.getEntriesByName(USEFUL).length === 0) performance.mark(USEFUL);
  }, [Screen]);

  const why = fault !== undefined ? String(fault?.message ?? fault) : failed?.id === id ? failed.why : undefined;
  if (why !== undefined)
    return (
      <div class="banner" role="alert">
        <p>{shell.screenFailed({ why })}</p>
        <button type="button" class="button" onClick={() => forget()}>
          {shell.again}
        </button>
      </div>
    );
  return Screen ? <Screen /> : <p class="soft">{shell.loading}</p>;
}
