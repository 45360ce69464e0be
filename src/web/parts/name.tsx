import { address, names } from "../state.ts";

interface Props {
  readonly kind: string;
  readonly id: string;
  /** what the dataset calls it */
  readonly english?: string;
}

/** The name of something in the page's language; where there is none, the English one, marked as English. */
export function Name({ kind, id, english }: Props) {
  const { text, lang } = names.value.name(kind, id, english);
  return lang === address.value.lang ? text : <span lang={lang}>{text}</span>;
}
