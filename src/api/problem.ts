import { InputError, type Problem } from "../dataset/index.ts";

/** What kind of trouble a problem is, for programs. */
export const problemCodes = [
  "invalid-input",
  "unauthorised",
  "forbidden",
  "not-found",
  "method-not-allowed",
  "not-finished",
  "gone",
  "too-large",
  "unsupported-media-type",
  "cannot-answer",
  "too-busy",
  "took-too-long",
  "cancelled",
  "fault",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

const statusOf: Readonly<Record<ProblemCode, number>> = {
  "invalid-input": 400,
  unauthorised: 401,
  forbidden: 403,
  "not-found": 404,
  "method-not-allowed": 405,
  "not-finished": 409,
  gone: 410,
  "too-large": 413,
  "unsupported-media-type": 415,
  "cannot-answer": 422,
  "too-busy": 429,
  "took-too-long": 422,
  cancelled: 410,
  fault: 500,
};

/** One thing that is wrong: where, what was got and expected, what to do. */
export interface ProblemAt {
  /** `body`, `query.country`, `scenarios/x.yaml`, `header.host` */
  readonly where: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly remedy: string;
}

/** An answer that is no answer, as application/problem+json (RFC 9457) has it. */
export interface ProblemDocument {
  readonly type: "about:blank";
  readonly status: number;
  readonly code: ProblemCode;
  readonly title: string;
  /** all that is wrong with the request, not only the first of it */
  readonly problems: readonly ProblemAt[];
}

/** A request that cannot be answered, in words. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly document: ProblemDocument;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    title: string,
    problems: readonly ProblemAt[],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(title);
    this.document = { type: "about:blank", status: statusOf[code], code, title, problems };
    this.headers = headers;
  }
}

/** The problems of an input as those of a request: options of the command line are parameters here. */
export function problemOfInput(error: InputError): ApiProblem {
  const count = error.problems.length;
  const title = count === 1 ? "The request has a mistake" : `The request has ${count} mistakes`;
  return new ApiProblem("invalid-input", title, error.problems.slice(0, MOST_PROBLEMS).map(placed));
}
const MOST_PROBLEMS = 100;

function placed({ file, line, column, message, remedy }: Problem): ProblemAt {
  const words = (text: string) => text.replace(/(?<![\w-])--([a-z])/g, "$1");
  const option = /^--/.test(file);
  const where = option ? `query.${file.slice(2)}` : file;
  const place = option || where.startsWith("query.") || where.startsWith("path.") ? {} : { line, ...at(column) };
  return { where, ...place, message: words(message), remedy: words(remedy) };
}

const at = (column: number | undefined) => (column === undefined ? {} : { column });

/** Any error as a problem; what is nobody's input is a fault, told to who runs the server and not to who asks. */
export function problemOf(error: unknown, onFault: (error: unknown) => void): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof InputError) return problemOfInput(error);
  onFault(error);
  return new ApiProblem("fault", "The server failed at this request", [
    { where: "server", message: "a fault of the program", remedy: "try again; tell who runs the server" },
  ]);
}

/** The answer that carries a problem. */
export function problemResponse({ document, headers }: ApiProblem): Response {
  return new Response(`${JSON.stringify(document)}\n`, {
    status: document.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}

/** No such thing under this name. */
export function notFound(where: string, message: string, remedy: string): ApiProblem {
  return new ApiProblem("not-found", "There is no such thing", [{ where, message, remedy }]);
}
