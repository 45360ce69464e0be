import { figure, figures, sources } from "./handlers/figures.ts";
import { flows } from "./handlers/flows.ts";
import { open } from "./handlers/open.ts";
import { scenario } from "./handlers/scenario.ts";
import { scenarioYaml } from "./handlers/scenario-yaml.ts";
import { simulate } from "./handlers/simulate.ts";
import type { AnswerOf, Ask, RequestOf } from "./protocol.ts";
import { checkedRequest } from "./request-schemas.ts";
import type { EngineState } from "./state.ts";
import type { Talk } from "./talk.ts";

type Handlers = {
  readonly [A in Ask]: (state: EngineState, request: RequestOf<A>, talk: Talk<A>) => AnswerOf<A> | Promise<AnswerOf<A>>;
};

/** What every screen asks is there at once; the rest is loaded when it is first asked for. */
const handlers: Handlers = {
  open,
  scenario,
  scenarioYaml,
  simulate,
  flows,
  figure,
  figures,
  sources,
  dependence: async (state, asked) => (await import("./handlers/dependence.ts")).dependence(state, asked),
  exposure: async (...asked) => (await import("./handlers/exposure.ts")).exposure(...asked),
  fan: async (...asked) => (await import("./handlers/fan.ts")).fan(...asked),
  judge: async (...asked) => (await import("./handlers/judge.ts")).judge(...asked),
  plan: async (state, asked) => (await import("./handlers/plan.ts")).plan(state, asked),
  solve: async (...asked) => (await import("./handlers/solve.ts")).solve(...asked),
  validate: async (state, asked) => (await import("./handlers/validate.ts")).validate(state, asked),
};

/** The answer to anything that may be asked. Errors: those of its handler; see refused.ts for what is told of them. */
export async function answer<A extends Ask>(
  state: EngineState,
  ask: A,
  request: RequestOf<A>,
  talk: Talk<A>,
): Promise<AnswerOf<A>> {
  const handler = Object.hasOwn(handlers, ask) ? (handlers[ask] as Handlers[A]) : undefined;
  if (!handler) throw new Error(`the engine has no answer to "${ask}"`);
  return handler(state, checkedRequest(ask, request), talk);
}
