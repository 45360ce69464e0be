import { address } from "../../state.ts";
import type { NamePart } from "./figure-name.ts";
import { commaOf } from "./known.ts";

/** A name put together of parts; those that nobody translated are marked as English. */
export function PartsOfName({ parts }: { readonly parts: readonly NamePart[] }) {
  return (
    <>
      {parts.map(({ text, plain }, i) => (
        <>
          {i > 0 && commaOf(address.value.lang)}
          {plain && address.value.lang !== "en" ? <span lang="en">{text}</span> : text}
        </>
      ))}
    </>
  );
}
