import { expect, test } from "vitest";
import { readDataset } from "../../src/cli/io/read-dataset.ts";

const { events } = readDataset();
const event = (id: string) => events.find((e) => e.id === id)!;

test("the truce of Geneva ends 90 days after 14 May 2025", () => {
  const { inForce, ends } = event("us-cn-2025-05-geneva");
  expect((Date.parse(ends!) - Date.parse(inForce!)) / 86_400_000).toBe(90);
});

test("the magnet rule is announced by the final rule of 30 May 2024, not by a later note on it", () => {
  expect(event("us-2027-01-magnet-rule")).toMatchObject({ announced: "2024-05-30", source: "us-dfars-2024" });
});

test.each([
  ["us-2025-04-mp-stops-concentrate", "1,073 t"],
  ["mm-2021-02-coup", "72,074 t"],
  ["mm-2024-10-kachin", "311 t"],
  ["us-2025-11-central-asia", "1.1 bn USD"],
  ["cn-2025-02-five-metals", "+218 %"],
])("%s keeps the figure %s", (id, figure) => expect(event(id).figures).toContain(figure));

test("what came of the licences of April 2025 stays out of the ledger: the replay is compared with it", () => {
  for (const e of events) expect(`${e.figures} ${e.note} ${e.description}`).not.toMatch(/1,?238 t|3,?188 t/);
});
