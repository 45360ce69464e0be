import type { Status } from "../../dataset/index.ts";
import { words } from "../state.ts";

interface Props {
  readonly status: Status;
  readonly small?: boolean;
}

/** A full, half or empty circle: reported, estimated, assumed. Its shape says it without colour. */
export function StatusMark({ status, small = false }: Props) {
  return (
    <svg
      class={`status-mark ${status}`}
      viewBox="0 0 10 10"
      width={small ? 8 : 10}
      height={small ? 8 : 10}
      role="img"
      aria-label={words.value.parts.status[status]}
    >
      <circle cx="5" cy="5" r="4" class="ring" />
      {status === "reported" && <circle cx="5" cy="5" r="4" class="fill" />}
      {status === "estimated" && <path d="M5 1a4 4 0 0 1 0 8z" class="fill" />}
    </svg>
  );
}

/** The mark and its word. */
export function StatusText({ status }: { readonly status: Status }) {
  return (
    <span class="status-text">
      <StatusMark status={status} /> {words.value.parts.status[status]}
    </span>
  );
}
