import type { ComponentChildren } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { words } from "../state.ts";
import { type ComboboxOption, grouped, matching, moved } from "./combobox-state.ts";

export type { ComboboxOption } from "./combobox-state.ts";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly ComboboxOption[];
  readonly onChange: (value: string) => void;
  readonly wide?: boolean;
}

/** A choice among many things, found by typing: the editable combobox with a list of WAI-ARIA's patterns. */
export function Combobox({ label, value, options, onChange, wide = false }: Props) {
  const id = useId();
  const { combobox } = words.value.parts;
  const [search, setSearch] = useState<string | null>(null);
  const [at, setAt] = useState(-1);
  const open = search !== null;
  const chosen = options.find((option) => option.value === value);
  const shown = matching(options, search ?? "");
  const active = shown[at];

  const show = (text = "") => {
    setSearch(text);
    setAt(text === "" ? shown.findIndex((option) => option.value === value) : 0);
  };
  const hide = () => {
    setSearch(null);
    setAt(-1);
  };
  const choose = (option: ComboboxOption) => {
    hide();
    if (option.value !== value) onChange(option.value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && open) {
      event.stopPropagation();
      hide();
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      if (active) choose(active);
    } else if (/^(Arrow(Up|Down)|Page(Up|Down))$/.test(event.key)) {
      event.preventDefault();
      if (open) setAt(moved(at, event.key, shown.length));
      else show();
    }
  };

  useEffect(() => {
    if (open && at >= 0) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [open, at, id]);

  return (
    <div class={wide ? "field combobox wide" : "field combobox"}>
      <label for={id} class="field-label">
        {label}
      </label>
      <div class="combobox-place">
        <input
          id={id}
          class="input"
          role="combobox"
          type="text"
          autocomplete="off"
          spellcheck={false}
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && at >= 0 ? `${id}-${at}` : undefined}
          lang={open ? undefined : chosen?.lang}
          title={chosen?.text}
          value={search ?? chosen?.text ?? value}
          onClick={() => (open ? undefined : show())}
          onInput={(event) => show(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={hide}
        />
        <div id={`${id}-list`} class="options" role="listbox" aria-label={label} hidden={!open}>
          {open &&
            grouped(shown).map(({ group, from, options: members }) => (
              <Group key={`${group} ${from}`} id={`${id}-group-${from}`} title={group}>
                {members.map((option, i) => (
                  <Option
                    key={option.value}
                    id={`${id}-${from + i}`}
                    option={option}
                    active={from + i === at}
                    chosen={option.value === value}
                    onChoose={() => choose(option)}
                  />
                ))}
              </Group>
            ))}
        </div>
        {open && shown.length === 0 && (
          <p class="options option-none" role="status">
            {combobox.matches({ count: 0 })}
          </p>
        )}
      </div>
    </div>
  );
}

interface GroupProps {
  readonly id: string;
  readonly title: string | undefined;
  readonly children: ComponentChildren;
}

function Group({ id, title, children }: GroupProps) {
  if (title === undefined) return <>{children}</>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls of a form, this is a part of a list
    <div role="group" aria-labelledby={id}>
      <div id={id} class="option-group" role="presentation">
        {title}
      </div>
      {children}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly option: ComboboxOption;
  readonly active: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Option({ id, option, active, chosen, onChoose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input handles the keys
    <div
      id={id}
      class={active ? "option active" : "option"}
      role="option"
      aria-selected={chosen}
      lang={option.lang}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {option.text}
    </div>
  );
}
