import { acts } from "../../ledger/index.ts";
import { planJsonSchema } from "../../planning/plan-json-schema.ts";
import { scenarioJsonSchema } from "../../simulation/json-schema.ts";
import type { Library } from "../library.ts";
import { openApiDocument } from "../openapi.ts";
import type { Route } from "../route.ts";
import { dependence } from "./dependence.ts";
import { listEvents, oneEvent } from "./events.ts";
import { exposure } from "./exposure.ts";
import { listFigures, oneFigure } from "./figures.ts";
import { cancelJob, followJob, jobResult, oneJob } from "./jobs.ts";
import { index, listNames, listSources, openApi } from "./meta.ts";
import { listPlans, onePlan, plan } from "./plans.ts";
import { listScenarios, oneScenario } from "./scenarios.ts";
import { simulate } from "./simulate.ts";

/** Every route of the interface: what is not here does not exist, and what is here is documented. */
export function routesOf(library: Library, { hasToken }: { readonly hasToken: boolean }): readonly Route[] {
  const routes: Route[] = [
    index,
    openApi(() => {
      const ledgerIds = library.dataset.events.filter(acts).map((event) => event.id);
      const measureIds = library.dataset.measures.map((measure) => measure.id);
      const documents = {
        Scenario: scenarioJsonSchema(ledgerIds),
        PlanFile: planJsonSchema(measureIds, ledgerIds),
      };
      return openApiDocument({ version: library.texts.version, routes, documents, hasToken });
    }),
    listScenarios,
    oneScenario,
    simulate,
    listPlans,
    onePlan,
    plan,
    oneJob,
    cancelJob,
    followJob,
    jobResult,
    dependence,
    exposure,
    listEvents,
    oneEvent,
    listFigures,
    oneFigure,
    listSources,
    listNames,
  ];
  return routes;
}
