/** Bytes of the file that cannot be text in the encoding the publisher uses. */
export class EncodingFault extends Error {
  override readonly name = "EncodingFault";
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

/** 0x80–0x9f of windows-1252; Node's own decoder has read these as Latin-1 in some releases. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Turns the bytes of a file into text, chunk by chunk: UTF-8 with or without byte order mark; windows-1252 from the
 * first byte that is not UTF-8 on, where the publisher is known to use it.
 * @throws EncodingFault for UTF-16, binary content, and bytes that are neither
 */
export function textDecoder(windows1252: boolean): (bytes: Uint8Array, last: boolean) => string {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let held: Uint8Array = new Uint8Array(0);
  let mode: "ascii" | "utf-8" | "windows-1252" = "ascii";
  let first = true;
  return (bytes, last) => {
    if (first && bytes.length > 0) {
      rejectForeign(bytes);
      first = false;
    }
    if (bytes.includes(0))
      throw new EncodingFault("the file holds binary data", "name the publisher's CSV file itself");
    if (mode === "windows-1252") return windows1252Text(bytes);
    const whole = held.length === 0 ? bytes : joined(held, bytes);
    const end = last ? whole.length : completeEnd(whole);
    const part = whole.subarray(0, end);
    held = whole.slice(end);
    try {
      const text = utf8.decode(part);
      if (mode === "ascii" && text.length !== part.length) mode = "utf-8";
      return text;
    } catch {
      if (!windows1252)
        throw new EncodingFault("the text is not UTF-8", "save the file as UTF-8; this publisher's files are in it");
      if (mode === "utf-8")
        throw new EncodingFault("the text changes from UTF-8 to another encoding", "download the file again, unedited");
      mode = "windows-1252";
      held = new Uint8Array(0);
      return windows1252Text(whole);
    }
  };
}

function rejectForeign(bytes: Uint8Array): void {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    throw new EncodingFault("the text is UTF-16, expected UTF-8", "save the file as CSV in UTF-8");
  if (a === 0x50 && b === 0x4b)
    throw new EncodingFault("the file is a zip archive or a workbook, expected CSV", "unpack it and name the CSV file");
}

/** Where the last complete UTF-8 character ends. */
function completeEnd(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needs > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** Bytes of windows-1252, which holds Latin-1, as text. */
export function windows1252Text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (c) => HIGH[c.charCodeAt(0) - 0x80]!);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
