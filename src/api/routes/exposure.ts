import { z } from "zod";
import { packed } from "../answer.ts";
import { loadFrom } from "../documents.ts";
import { shippedAs } from "../requested.ts";
import { route } from "../route.ts";
import { readScenarioText } from "../../ledger/index.ts";
import { exposureAnswer } from "../shapes/exposure.ts";
import { month } from "../shapes/common.ts";
import { busy, unanswerable } from "./missing.ts";

const MOST_BOM_BYTES = 2_000_000;

export const exposure = route({
  method: "post",
  path: "/exposure",
  id: "exposure",
  summary: "What a scenario does to a company's own products",
  description:
    "The body is a bill of materials (docs/exposure.md). It is read, answered and forgotten: neither it nor the answer is kept or logged. The workbench in the browser answers the same without sending it anywhere.",
  queryFields: z.strictObject({
    scenario: z.string().max(100).default("us-japan-framework").describe("the id of a shipped scenario"),
    country: z.string().max(40).optional().describe("where products are built whose rows name no country"),
    from: month.optional().describe("month in which the stock is as the file says"),
    secondSource: z.number().gt(0).max(1).optional().describe("share of the order a tried second source takes over"),
  }),
  body: { content: { "text/csv": null }, mostBytes: MOST_BOM_BYTES, description: "the bill of materials, CSV" },
  answers: {
    200: { description: "the exposure", content: { "application/json": exposureAnswer } },
    422: unanswerable,
    429: busy,
  },
  async handle({ body, query, headers, signal }, { jobs, library }) {
    const { id, path } = shippedAs(query.scenario, library.scenarios, { file: "query.scenario", line: 1 });
    const { scenario } = readScenarioText(path, loadFrom(library.texts.documents), library);
    const { text } = await body();
    const { country, from, secondSource } = query;
    const task = { ask: "exposure", bom: text, id, scenario, country, from, secondSourceShare: secondSource } as const;
    return packed(await jobs.once(task, signal), headers, { "content-type": "application/json" });
  },
});
