import { fileName } from "../../downloads/save.ts";
import { FailureBox } from "../../parts/failure.tsx";
import { StatusText } from "../../parts/status-mark.tsx";
import { useAnswer } from "../../parts/use-answer.ts";
import { View } from "../../parts/view.tsx";
import { address, change, hrefOf, words } from "../../state.ts";
import { valueText } from "./facts.ts";
import { figureName } from "./figure-name.ts";
import { kindName } from "./figures.tsx";
import { knownNames } from "./known.ts";
import { Text } from "./lists.tsx";

/** The figure of the address with all that is known of it. */
export function OneFigure() {
  const { figure } = address.value;
  const found = useAnswer(figure === undefined ? null : { ask: "figure", figure });
  const w = words.value.sources.figures;
  const { parts } = words.value;
  if (figure === undefined) return null;
  const close = (
    <button type="button" class="button" onClick={() => change({ figure: undefined })}>
      {w.close}
    </button>
  );
  const answer = found.answer?.figure === figure ? found.answer : undefined;
  if (!answer)
    return (
      <div class="one-figure">
        <FailureBox failure={found.failure} />
        {found.failure && close}
      </div>
    );
  const name = figureName(answer.figure, knownNames());
  const { source } = answer;
  const range =
    answer.low !== null && answer.high !== null
      ? parts.figure.between({ low: valueText(answer.low, answer.unit), high: valueText(answer.high, answer.unit) })
      : parts.figure.noRange;
  return (
    <div class="one-figure">
      <View
        title={w.explained({ name })}
        name={fileName("figure", answer.figure)}
        offered={{ json: () => answer, csv: () => csvOf(answer) }}
      >
        <p class="one-value">
          {valueText(answer.value, answer.unit)} <StatusText status={answer.status} />
        </p>
        <dl class="facts">
          <Fact label={w.kind}>{kindName(answer.figure.split("/")[0] ?? "")}</Fact>
          <Fact label={parts.figure.range}>{range}</Fact>
          {answer.year !== null && <Fact label={parts.figure.year}>{String(answer.year)}</Fact>}
          <Fact label={parts.figure.source}>
            <span lang="en">
              {source.publisher}: {source.url ? <a href={source.url}>{source.title}</a> : source.title}
            </span>
          </Fact>
          {answer.locator !== "" && (
            <Fact label={w.locator}>
              <span lang="en">{answer.locator}</span>
            </Fact>
          )}
          <Fact label={w.licence}>
            <Text of={source.licence} />
          </Fact>
          {answer.note !== "" && (
            <Fact label={parts.figure.note}>
              <span lang="en">{answer.note}</span>
            </Fact>
          )}
          <Fact label={w.at}>
            <code>{answer.at}</code>
          </Fact>
          <Fact label={w.id}>
            <code>{answer.figure}</code>
          </Fact>
        </dl>
        <p class="actions">
          <a href={hrefOf({ source: source.id, figure: undefined, q: "" })}>
            {words.value.sources.licences.show({ publisher: source.publisher })}
          </a>
          {close}
        </p>
      </View>
    </div>
  );
}

interface FactProps {
  readonly label: string;
  readonly children: preact.ComponentChildren;
}

function Fact({ label, children }: FactProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function csvOf(answer: {
  readonly figure: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly year: number | null;
  readonly status: string;
  readonly source: { readonly id: string };
  readonly locator: string;
  readonly note: string;
}) {
  const { figure, value, low, high, unit, year, status, source, locator, note } = answer;
  return {
    columns: ["figure", "value", "low", "high", "unit", "year", "status", "source", "locator", "note"],
    rows: [[figure, value, low, high, unit, year, status, source.id, locator, note]],
  };
}
