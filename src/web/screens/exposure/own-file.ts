import { signal } from "@preact/signals";
import { MOST_FILE_BYTES } from "../../engine/asks/exposure.ts";
import type { Failure } from "../../engine/protocol.ts";

/** A file of the reader's own, in the memory of this page only. */
export interface OwnFile {
  readonly name: string;
  readonly bytes: ArrayBuffer;
  /** the one that ships, to try */
  readonly example: boolean;
}

/** What is looked at; stays while other screens are. */
export const ownFile = signal<OwnFile | null>(null);
/** Why the file that was given last could not be taken. */
export const fileFailure = signal<Failure | null>(null);

/** Reads a file that was dropped or chosen; one that is too large is refused before it is read. */
export async function takeFile(file: File): Promise<void> {
  fileFailure.value = null;
  if (file.size > MOST_FILE_BYTES) {
    const message = `the file has ${file.size} bytes, ${MOST_FILE_BYTES} are allowed`;
    fileFailure.value = { kind: "refused", code: "file-too-large", message };
    return;
  }
  try {
    ownFile.value = { name: file.name, bytes: await file.arrayBuffer(), example: false };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    fileFailure.value = {
      kind: "input",
      problems: [{ file: file.name, line: 1, message, remedy: "choose a file, not a folder" }],
      more: 0,
    };
  }
}

export function takeExample(text: string): void {
  fileFailure.value = null;
  ownFile.value = { name: "bom.csv", bytes: new TextEncoder().encode(text).buffer as ArrayBuffer, example: true };
}

export function forgetFile(): void {
  ownFile.value = null;
  fileFailure.value = null;
}
