import { useId } from "preact/hooks";

export interface SelectOption {
  readonly value: string;
  readonly text: string;
  readonly lang?: string;
}

interface Props {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
}

/** A choice of a few things. */
export function Select({ label, labelHidden = false, value, options, onChange }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id} class={labelHidden ? "visually-hidden" : "field-label"}>
        {label}
      </label>
      <select id={id} class="select" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang} selected={option.value === value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
