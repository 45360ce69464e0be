import type { FigureAnswer } from "../engine/asks/figures.ts";
import { theEngine } from "../engine-of-page.ts";
import { format, words } from "../state.ts";
import { figureHandlers } from "./figure.tsx";
import { type FigureFacts, showFigureStill } from "./figure-card.tsx";

/** Handlers of a mark whose value the model has balanced from figures: the card names the first of them and its source. */
export function explainedHandlers(facts: FigureFacts, figures: readonly string[]) {
  const handlers = figureHandlers(facts);
  const [first] = figures;
  if (first === undefined) return handlers;
  const explain = (event: Event) => {
    const anchor = event.currentTarget as Element;
    void explained(first).then(
      (figure) => showFigureStill(withSource(facts, figure, figures.length), facts, anchor),
      () => {}, // the card stays as it is, without a source
    );
  };
  return {
    ...handlers,
    onPointerEnter: (event: Event) => {
      handlers.onPointerEnter(event);
      explain(event);
    },
    onFocus: (event: Event) => {
      handlers.onFocus(event);
      explain(event);
    },
  };
}

const known = new Map<string, Promise<FigureAnswer>>();

function explained(figure: string): Promise<FigureAnswer> {
  const asked = known.get(figure) ?? theEngine().ask({ ask: "figure", figure }, { lane: `figure ${figure}` });
  known.set(figure, asked);
  asked.catch(() => known.delete(figure));
  return asked;
}

function withSource(facts: FigureFacts, figure: FigureAnswer, count: number): FigureFacts {
  const { figure: w } = words.value.parts;
  const f = format.value;
  const range =
    figure.low === null || figure.high === null
      ? ""
      : ` (${w.between({ low: f.number(figure.low), high: f.number(figure.high) })})`;
  const value = figure.value === null ? "" : `${f.number(figure.value)} ${figure.unit}${range}`;
  return {
    ...facts,
    more: [...(facts.more ?? []), { label: w.balancedFrom({ count }), value }],
    status: figure.status,
    source: { text: `${figure.source.publisher}, ${figure.source.title}`, url: figure.source.url || undefined },
    ...(figure.year === null ? {} : { year: String(figure.year) }),
    note: figure.note === "" ? facts.note : figure.note,
  };
}
