import { announce, words } from "../state.ts";

/** Copies the address of what is seen, and prints it. */
export function Share() {
  const { parts } = words.value;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      announce(parts.copied);
    } catch {
      announce(parts.notCopied);
    }
  };
  return (
    <div class="share">
      <button type="button" class="link-button" onClick={() => void copy()}>
        {parts.share}
      </button>
      <button type="button" class="link-button" onClick={() => print()}>
        {parts.print}
      </button>
    </div>
  );
}
