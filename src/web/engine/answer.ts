import { dependence } from "./handlers/dependence.ts";
import { exposure } from "./handlers/exposure.ts";
import { fan } from "./handlers/fan.ts";
import { figure, figures, sources } from "./handlers/figures.ts";
import { flows } from "./handlers/flows.ts";
import { judge } from "./handlers/judge.ts";
import { open } from "./handlers/open.ts";
import { plan } from "./handlers/plan.ts";
import { scenario } from "./handlers/scenario.ts";
import { scenarioYaml } from "./handlers/scenario-yaml.ts";
import { simulate } from "./handlers/simulate.ts";
import { solve } from "./handlers/solve.ts";
import { validate } from "./handlers/validate.ts";
import type { AnswerOf, Ask, RequestOf } from "./protocol.ts";
import { checkedRequest } from "./request-schemas.ts";
import type { EngineState } from "./state.ts";
import type { Talk } from "./talk.ts";

type Handlers = {
  readonly [A in Ask]: (state: EngineState, request: RequestOf<A>, talk: Talk<A>) => AnswerOf<A> | Promise<AnswerOf<A>>;
};

const handlers: Handlers = {
  dependence,
  exposure,
  fan,
  figure,
  figures,
  sources,
  flows,
  judge,
  open,
  plan,
  scenario,
  scenarioYaml,
  simulate,
  solve,
  validate,
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
