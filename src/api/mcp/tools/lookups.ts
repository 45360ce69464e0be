import { z } from "zod";
import { dependenceFound } from "../../routes/dependence.ts";
import { eventFields, eventFound, eventsFound } from "../../routes/events.ts";
import { figuresFound } from "../../routes/figures.ts";
import { scenariosOf } from "../../routes/scenarios.ts";
import { shippedAs } from "../../requested.ts";
import { tool } from "../tool.ts";

export const listScenarios = tool({
  name: "list_scenarios",
  title: "Scenarios and plans that ship",
  description:
    "The scenarios (what happens and what is done about it) and plans (what may be chosen) that ship with Monazite. With id, that one as YAML, to change and pass to simulate or plan.",
  fields: z.strictObject({
    id: z.string().max(100).optional().describe("one of them, as YAML"),
  }),
  answer({ id }, { library }) {
    if (id === undefined) return { ...scenariosOf(library), plans: [...library.plans.keys()] };
    const { yaml, path } = shippedAs(id, new Map([...library.plans, ...library.scenarios]), {
      file: "arguments.id",
      line: 1,
    });
    return { id, path, yaml };
  },
});

export const dependence = tool({
  name: "dependence",
  title: "On whom a country depends",
  description:
    "For critical minerals, stage by stage: who makes it in the world, who supplies the country, concentration, what is left when the largest supplier stops, published indicators, and what nobody prints. Every number cites its source.",
  fields: z.strictObject({
    country: z.string().min(2).max(40).describe("ISO alpha-3, a bloc such as EU or G7, or WLD"),
    materials: z.array(z.string().min(1).max(60)).min(1).max(10).optional().describe("names or symbols, such as Dy"),
    top: z.int().min(1).max(10).default(3).describe("only the riskiest so many"),
  }),
  answer: ({ country, materials, top }, { library }) =>
    dependenceFound(library, { country, materials, top: materials === undefined ? top : undefined, model: true }),
});

export const events = tool({
  name: "events",
  title: "What governments and producers did",
  description:
    "The ledger of export controls, tariffs, quotas, agreements and projects since 2008, with dates, sources and how sure they are. With id, one in full and the policy it becomes in a scenario.",
  fields: eventFields.extend({
    id: z.string().max(100).optional().describe("one event in full; the other arguments are then left out"),
    most: z.int().min(1).max(200).default(40).describe("at most so many, the latest"),
  }),
  answer({ id, most, ...query }, { library }) {
    if (id !== undefined) return eventFound(library, id);
    const { events: all } = eventsFound(library, query);
    const shown = all.slice(-most);
    return { total: all.length, events: shown, sources: library.sources(shown.map((event) => event.source)) };
  },
});

export const figures = tool({
  name: "figures",
  title: "Where a number comes from",
  description:
    "Figures of the dataset by words of their name (prices/dysprosium-oxide@WLD, capacities/…, trade/…, demand/…, stocks/…): value, unit, range, status (reported, estimated, assumed), source, note.",
  fields: z.strictObject({
    q: z.string().min(1).max(200).describe("words that the name holds, such as: prices dysprosium"),
    offset: z.int().min(0).max(1_000_000).default(0),
    most: z.int().min(1).max(200).default(30),
  }),
  answer: ({ q, offset, most }, { library }) => figuresFound(library, { q, offset, limit: most }),
});
