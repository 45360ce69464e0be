import { useId, useState } from "preact/hooks";
import { pack } from "../../address/packed.ts";
import { save } from "../../downloads/save.ts";
import type { RunQuestion } from "../../engine/asks/simulate.ts";
import { theEngine } from "../../engine-of-page.ts";
import { View } from "../../parts/view.tsx";
import { address, announce, catalogue, change, names, words } from "../../state.ts";
import { MOST_PACKED, MOST_YAML_BYTES, readYamlFile } from "./own-file.ts";
import { type OwnYaml, ownName, unedited } from "./question.ts";
import { YamlEditor } from "./yaml-editor.tsx";

interface Props {
  readonly question: RunQuestion | null;
  readonly own: OwnYaml | null;
  /** the text of the address cannot be read */
  readonly unreadable: string | null;
  /** the file as it is written */
  readonly written: string;
}

/** The scenario as a file: saved, opened, edited. */
export function ScenarioFile({ question, own, unreadable, written }: Props) {
  const id = useId();
  const { text: w } = words.value.scenario;
  const { scenario, editor } = address.value;
  const [wrong, setWrong] = useState<string | null>(null);
  /** a text that was opened or begun and is not run yet */
  const [draft, setDraft] = useState<string | null>(null);
  const open = editor === "open" || draft !== null;
  const isEdited = question?.edits !== undefined;
  const title = names.value.name(
    "scenario",
    scenario,
    catalogue.value?.scenarios.find((s) => s.id === scenario)?.title,
  );

  const asFile = () => theEngine().ask({ ask: "scenarioYaml", ...(question ?? { scenario }) });
  const saveFile = async () => {
    const { fileName, yaml } = await asFile();
    save(yaml, fileName.replace(/\.yaml$/, ""), "yaml");
    announce(words.value.parts.downloads.done({ file: fileName }));
  };
  const begin = async () => {
    setWrong(null);
    if (isEdited) setDraft((await asFile()).yaml);
    change({ editor: "open" }, "replace");
  };
  const apply = async (text: string) => {
    const packed = await pack(text);
    if (packed.length > MOST_PACKED) {
      setWrong(w.tooLong);
      return;
    }
    setWrong(null);
    setDraft(null);
    change({ ...unedited, yaml: packed, editor: "open" });
  };
  const openFile = async (file: File | undefined) => {
    if (!file) return;
    const read = await readYamlFile(file);
    if (read.kind !== "text") {
      setWrong(read.kind === "too-large" ? w.tooLarge({ kilobytes: MOST_YAML_BYTES / 1000 }) : w.notText);
      return;
    }
    setWrong(null);
    announce(w.opened({ file: file.name }));
    const { problems } = await theEngine().ask({ ask: "validate", name: ownName(scenario), yaml: read.text });
    if (problems.length === 0) await apply(read.text);
    else {
      setDraft(read.text);
      change({ editor: "open" }, "replace");
    }
  };
  const close = () => {
    setDraft(null);
    change({ editor: undefined }, "replace");
  };

  return (
    <View title={w.title} lead={w.lead}>
      {unreadable !== null && (
        <p class="banner" role="alert">
          {w.notPacked({ why: unreadable })}
        </p>
      )}
      {wrong !== null && (
        <p class="banner" role="alert">
          {wrong}
        </p>
      )}
      {own !== null && (
        <p>
          {w.own({ name: title.text })}{" "}
          <button type="button" class="link-button" onClick={() => change({ yaml: undefined })}>
            {w.back}
          </button>
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a place to drop a file on; the button does the same */}
      <div
        class="buttons file-place"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void openFile(event.dataTransfer?.files[0]);
        }}
      >
        {!open && (
          <button type="button" class="button" onClick={() => void begin()}>
            {w.edit}
          </button>
        )}
        <button type="button" class="button" onClick={() => void saveFile()}>
          {w.export}
        </button>
        <label class="button file-button" for={id}>
          {w.import}
          <input
            id={id}
            class="visually-hidden"
            type="file"
            accept=".yaml,.yml,text/yaml,application/yaml"
            onChange={(event) => {
              void openFile(event.currentTarget.files?.[0]);
              event.currentTarget.value = "";
            }}
          />
        </label>
        <span class="soft">{w.drop}</span>
      </div>
      {open && (
        <YamlEditor
          name={ownName(scenario)}
          text={draft ?? own?.yaml ?? written}
          onApply={(text) => void apply(text)}
          onClose={close}
        />
      )}
    </View>
  );
}
