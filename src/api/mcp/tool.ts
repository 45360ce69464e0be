import { z } from "zod";
import { InputError, readJsonTree, type MapTree, validateTree } from "../../dataset/index.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { MOST_DOCUMENT_BYTES } from "../requested.ts";
import type { Library } from "../library.ts";
import type { Progress } from "../work/task.ts";

/** What a tool may use. */
export interface ToolContext {
  readonly library: Library;
  readonly jobs: Jobs;
  /** ends when the client cancels */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** A function that an assistant may call; the answer is plain data with the sources it rests on. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** JSON Schema of the arguments */
  readonly argumentSchema: Record<string, unknown>;
  /** Errors: InputError with every mistake of the arguments; ApiProblem */
  call(given: unknown, context: ToolContext): Promise<unknown>;
}

interface ToolOf<S extends z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly fields: S;
  readonly answer: (asked: z.output<S>, context: ToolContext) => unknown;
}

/** A tool whose answer gets only what its own schema lets through. */
export function tool<S extends z.ZodObject>({ fields, answer, ...rest }: ToolOf<S>): Tool {
  const { $schema: _, ...argumentSchema } = z.toJSONSchema(fields, { io: "input" });
  return {
    ...rest,
    argumentSchema,
    async call(given, context) {
      const tree = readJsonTree("arguments", JSON.stringify(given ?? {}));
      if (tree.kind !== "map")
        throw new InputError([{ ...tree.at, message: "got no object", remedy: "give the arguments by name" }]);
      const { value } = validateTree(tree as MapTree, fields as unknown as z.ZodType<z.output<S>>);
      return answer(value, context);
    },
  };
}

/** A document as an argument: the id of a shipped one, or YAML. */
export const documentArgument = (what: string) =>
  z
    .string()
    .min(1)
    .max(MOST_DOCUMENT_BYTES)
    .describe(`the id of a shipped ${what}, or a whole ${what} as YAML, which may begin with extends: and such an id`);

/** A document argument as the body of a request has it. */
export function bodyOf(text: string, key: "scenario" | "plan"): { readonly mediaType: string; readonly text: string } {
  if (!/[\n:]/.test(text)) return { mediaType: "application/json", text: JSON.stringify({ [key]: text }) };
  return { mediaType: "application/yaml", text };
}
