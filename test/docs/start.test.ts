import { expect, test } from "vitest";
import { wantsServer } from "../../scripts/start.mjs";

const person = { stdin: { isTTY: true }, stdout: { isTTY: true } };
const piped = { stdin: { isTTY: true }, stdout: {} };
const script = { stdin: {}, stdout: { isTTY: true } };

test("npm start serves the workbench to a person at a terminal, and ends for everyone else", () => {
  expect(wantsServer([], person)).toBe(true);
  expect(wantsServer([], piped)).toBe(false);
  expect(wantsServer([], script)).toBe(false);
  expect(wantsServer(["--no-serve"], person)).toBe(false);
  expect(wantsServer(["--json"], person)).toBe(false);
  expect(wantsServer(["--serve"], piped)).toBe(true);
});
