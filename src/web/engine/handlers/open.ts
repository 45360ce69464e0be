import { acts } from "../../../ledger/index.ts";
import { policyKinds } from "../../../policy/kinds/index.ts";
import type { Inventory } from "../asks/catalogue.ts";
import type { EngineState } from "../state.ts";

/** What there is to choose from. */
export function open({ dataset, statistics, data }: EngineState): Inventory {
  return {
    uses: [...new Set(dataset.applications.map((a) => a.use))],
    applications: dataset.applications.map(({ application, name, use }) => ({ id: application, name, use })),
    measures: dataset.measures.map(({ id, title, kind, country, stage, phase, parties, status }) => ({
      id,
      name: title,
      kind,
      country,
      stage,
      phase,
      parties,
      status,
    })),
    minerals: statistics().materials.map(({ id, name, symbol }) => ({ id, name, symbol })),
    ledger: dataset.events.map((event) => ({
      id: event.id,
      name: event.title,
      kind: event.kind,
      announced: event.announced,
      from: event.inForce === "" ? event.announced : event.inForce,
      to: event.ends,
      actors: event.actors,
      targets: event.targets,
      materials: [...event.materials, ...event.unmodelled],
      description: event.description,
      source: event.source,
      status: event.status,
      acts: acts(event),
    })),
    policyKinds: Object.entries(policyKinds).map(([kind, { description }]) => ({ kind, description })),
    exampleBom: data.examples["examples/bom.csv"] ?? "",
  };
}
