import { useRef, useState } from "preact/hooks";
import { save } from "../../downloads/save.ts";
import { useAnswer } from "../../parts/use-answer.ts";
import { View } from "../../parts/view.tsx";
import { address, catalogue, viewpointName, words } from "../../state.ts";
import { forgetFile, ownFile, takeExample, takeFile } from "./own-file.ts";

interface Props {
  /** rows that were read, once they are */
  readonly rows: number | undefined;
  readonly busy: boolean;
}

/** Where a bill of materials is dropped or chosen. */
export function FilePlace({ rows, busy }: Props) {
  const w = words.value.exposure.file;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const example = useAnswer({ ask: "open" }).answer?.exampleBom;
  const file = ownFile.value;
  const name = file?.example ? w.exampleName : file?.name;
  const isCountry = catalogue.value?.countries.some((c) => c.id === address.value.for) === true;

  return (
    <View title={w.title} lead={w.lead}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is dropped here can be chosen with the button too */}
      <div
        class={over ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const dropped = event.dataTransfer?.files[0];
          if (dropped) void takeFile(dropped);
        }}
      >
        <input
          ref={input}
          type="file"
          class="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
          accept=".csv,.xlsx,text/csv"
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0];
            if (chosen) void takeFile(chosen);
            event.currentTarget.value = "";
          }}
        />
        <p class="drop-words">
          {name === undefined ? w.drop : rows === undefined || busy ? w.reading({ name }) : w.using({ name, rows })}
        </p>
        <p class="drop-actions">
          <button type="button" class="button strong" onClick={() => input.current?.click()}>
            {w.choose}
          </button>
          {example !== undefined && (
            <button type="button" class="button" onClick={() => takeExample(example)}>
              {w.example}
            </button>
          )}
          {file && (
            <button type="button" class="link-button" onClick={forgetFile}>
              {w.forget}
            </button>
          )}
        </p>
      </div>
      {isCountry && <p class="soft">{w.country({ country: viewpointName.value })}</p>}
      <details>
        <summary>{w.columns}</summary>
        <dl class="facts">
          {Object.entries(words.value.exposure.columns).map(([column, meaning]) => (
            <div key={column}>
              <dt>
                <code>{column}</code>
              </dt>
              <dd>
                <WithCode text={meaning} />
              </dd>
            </div>
          ))}
        </dl>
        {example !== undefined && (
          <button type="button" class="button" onClick={() => save(example, "monazite-bom", "csv")}>
            {w.template}
          </button>
        )}
      </details>
    </View>
  );
}

/** Text in which what stands between backticks is to be written as it is. */
function WithCode({ text }: { readonly text: string }) {
  return <>{text.split("`").map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part))}</>;
}
