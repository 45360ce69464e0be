import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { type FigureFacts, hideFigure, keepFigure, showFigure } from "./figure-card.tsx";
import { StatusMark } from "./status-mark.tsx";

interface Props {
  readonly facts: FigureFacts;
  /** what is shown; absent: the value */
  readonly children?: ComponentChildren;
}

/** A figure in a text or a table: hovering or focusing it shows where it comes from. */
export function Figure({ facts, children }: Props) {
  const id = useId();
  return (
    <button type="button" id={id} class="figure" {...figureHandlers(facts)}>
      {children ?? facts.value}
      {facts.status && <StatusMark status={facts.status} small />}
    </button>
  );
}

/** Handlers that show the card of a figure; for marks of charts, spread them on the element that can have the focus. */
export function figureHandlers(facts: FigureFacts) {
  const show = (event: Event) => showFigure(facts, event.currentTarget as Element);
  return {
    onPointerEnter: show,
    onFocus: show,
    onPointerLeave: hideFigure,
    onBlur: hideFigure,
    onClick: (event: Event) => {
      show(event);
      keepFigure();
    },
  };
}
