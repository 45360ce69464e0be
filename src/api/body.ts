import { InputError, quote } from "../dataset/index.ts";
import { ApiProblem } from "./problem.ts";
import type { BodyShape } from "./route.ts";

/** A request's body, decoded. */
export interface Body {
  readonly mediaType: string;
  readonly text: string;
}

/**
 * Reads a body as text, never more of it than allowed.
 * Errors: ApiProblem for one that is too large or of another kind; InputError for what is no UTF-8.
 */
export async function readBody(request: Request, shape: BodyShape): Promise<Body> {
  const mediaType = mediaTypeOf(request.headers, Object.keys(shape.content));
  const bytes = await bytesOf(request, shape.mostBytes);
  try {
    return { mediaType, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const remedy = "save or send it as UTF-8";
    throw new InputError([{ file: "body", line: 1, message: "the body is not UTF-8 text", remedy }]);
  }
}

function mediaTypeOf(headers: Headers, known: readonly string[]): string {
  const given = headers.get("content-type") ?? "";
  const [type = "", ...parameters] = given.split(";").map((part) => part.trim().toLowerCase());
  const encoding = headers.get("content-encoding") ?? "identity";
  const charset = parameters.find((p) => p.startsWith("charset="))?.slice("charset=".length) ?? "utf-8";
  const problems = [];
  const kind = type === "application/x-yaml" || type === "text/yaml" ? "application/yaml" : type;
  if (!known.includes(kind))
    problems.push({
      where: "header.content-type",
      message: `got ${given === "" ? "nothing" : quote(given)}, expected ${known.join(" or ")}`,
      remedy: "say what the body is",
    });
  if (encoding !== "identity")
    problems.push({
      where: "header.content-encoding",
      message: `got ${quote(encoding)}, expected no encoding`,
      remedy: "send the body as it is",
    });
  if (!["utf-8", '"utf-8"', "utf8"].includes(charset))
    problems.push({ where: "header.content-type", message: `got charset ${quote(charset)}`, remedy: "send UTF-8" });
  if (problems.length > 0) throw new ApiProblem("unsupported-media-type", "The body is of another kind", problems);
  return kind;
}

async function bytesOf(request: Request, most: number): Promise<Uint8Array> {
  const tooLarge = (got: string) =>
    new ApiProblem("too-large", "The body is too large", [
      { where: "body", message: `got ${got}, at most ${most} bytes are read`, remedy: "is this the right file?" },
    ]);
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > most) throw tooLarge(`${declared} bytes`);
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel().catch(() => undefined);
      throw tooLarge("more");
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
