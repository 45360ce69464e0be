import { dependence } from "./handlers/dependence.ts";
import { open } from "./handlers/open.ts";
import { scenarioYaml } from "./handlers/scenario-yaml.ts";
import { simulate } from "./handlers/simulate.ts";
import type { AnswerOf, Ask, RequestOf } from "./protocol.ts";
import type { EngineState } from "./state.ts";
import type { Talk } from "./talk.ts";

type Handlers = {
  readonly [A in Ask]: (state: EngineState, request: RequestOf<A>, talk: Talk<A>) => AnswerOf<A> | Promise<AnswerOf<A>>;
};

const handlers: Partial<Handlers> = { open, simulate, dependence, scenarioYaml };

/** The answer to anything that may be asked. Errors: those of its handler; see refused.ts for what is told of them. */
export async function answer<A extends Ask>(
  state: EngineState,
  ask: A,
  request: RequestOf<A>,
  talk: Talk<A>,
): Promise<AnswerOf<A>> {
  const handler = handlers[ask] as Handlers[A] | undefined;
  if (!handler) throw new Error(`the engine has no answer to "${ask}" yet`);
  return handler(state, request, talk);
}
