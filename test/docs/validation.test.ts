import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { shippedValidation, validationFile } from "../../scripts/validation.ts";

test("docs/validation.md is what the replays say today (otherwise: npm run validation)", () => {
  expect(readFileSync(validationFile, "utf8")).toBe(shippedValidation());
});
