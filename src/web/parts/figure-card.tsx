import { signal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Status } from "../../dataset/index.ts";
import { words } from "../state.ts";
import { StatusMark } from "./status-mark.tsx";

/** What a figure says of itself; texts are in the page's language already, with their units. */
export interface FigureFacts {
  readonly title: string;
  readonly value: string;
  /** `low to high`, or undefined where there is none */
  readonly low?: string | undefined;
  readonly high?: string | undefined;
  readonly status?: Status | undefined;
  /** absent: computed by the model */
  readonly source?: { readonly text: string; readonly url?: string | undefined } | undefined;
  readonly year?: string | undefined;
  readonly note?: string | undefined;
  /** more lines: what and how much */
  readonly more?: readonly { readonly label: string; readonly value: string }[] | undefined;
}

interface Shown {
  readonly facts: FigureFacts;
  readonly anchor: Element;
}

const shown = signal<Shown | null>(null);
let leaving: ReturnType<typeof setTimeout> | undefined;
const LEAVE_AFTER_MS = 160;

export function showFigure(facts: FigureFacts, anchor: Element): void {
  clearTimeout(leaving);
  shown.value = { facts, anchor };
}

/** More facts for a card that came later than it: shown only where the card is still that of `earlier`. */
export function showFigureStill(facts: FigureFacts, earlier: FigureFacts, anchor: Element): void {
  if (shown.value?.facts === earlier && shown.value.anchor === anchor) shown.value = { facts, anchor };
}

/** Hides the card soon: the pointer may be on its way into it. */
export function hideFigure(): void {
  clearTimeout(leaving);
  leaving = setTimeout(() => {
    shown.value = null;
  }, LEAVE_AFTER_MS);
}

export function keepFigure(): void {
  clearTimeout(leaving);
}

/** The one card of the page: stays while the pointer is in it, goes with Escape. */
export function FigureCard() {
  const now = shown.value;
  const card = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (now && card.current) putBeside(card.current, now.anchor);
  }, [now]);

  useEffect(() => {
    if (!now) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") shown.value = null;
    };
    // what has the focus may have been scrolled to; what only the pointer was on has moved away from it
    const onScroll = () => {
      if (now.anchor !== document.activeElement) shown.value = null;
      else if (card.current) putBeside(card.current, now.anchor);
    };
    addEventListener("keydown", onKey);
    addEventListener("scroll", onScroll, { passive: true });
    return () => {
      removeEventListener("keydown", onKey);
      removeEventListener("scroll", onScroll);
    };
  }, [now]);

  return (
    <div role="status" aria-live="polite">
      {now && (
        <div ref={card} class="card-of-figure" onPointerEnter={keepFigure} onPointerLeave={hideFigure}>
          <Facts {...now.facts} />
        </div>
      )}
    </div>
  );
}

function Facts({ title, value, low, high, status, source, year, note, more = [] }: FigureFacts) {
  const { figure, status: statusWords } = words.value.parts;
  const range = low !== undefined && high !== undefined ? figure.between({ low, high }) : undefined;
  return (
    <>
      <p class="card-title">{title}</p>
      <p class="card-value">{value}</p>
      <dl>
        {range !== undefined && <Line label={figure.range} value={range} />}
        {more.map((line) => (
          <Line key={line.label} {...line} />
        ))}
        {year !== undefined && <Line label={figure.year} value={year} />}
        {status && (
          <div>
            <dt>{figure.status}</dt>
            <dd>
              <StatusMark status={status} /> {statusWords[status]}
            </dd>
          </div>
        )}
        <div>
          <dt>{figure.source}</dt>
          <dd>
            {source === undefined ? (
              figure.computed
            ) : source.url ? (
              <a href={source.url} rel="noreferrer">
                {source.text}
              </a>
            ) : (
              source.text
            )}
          </dd>
        </div>
        {note && <Line label={figure.note} value={note} />}
      </dl>
    </>
  );
}

function Line({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function putBeside(card: HTMLElement, anchor: Element): void {
  const { left, top } = placeFor(anchor.getBoundingClientRect(), card.getBoundingClientRect());
  card.style.left = `${left}px`;
  card.style.top = `${top}px`;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 8;

/** Under what it is about, above where there is no room, within the window. */
export function placeFor(
  anchor: Box,
  card: Pick<Box, "width" | "height">,
  room: { readonly width: number; readonly height: number } = { width: innerWidth, height: innerHeight },
): { readonly left: number; readonly top: number } {
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - card.height;
  const top = below + card.height <= room.height || above < 0 ? below : above;
  const middle = anchor.left + Math.min(anchor.width / 2, 120) - 24;
  return { left: Math.max(GAP, Math.min(middle, room.width - card.width - GAP)), top };
}
