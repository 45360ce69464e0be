import { expect, test } from "vitest";
import { atomJobIdOf } from "../../src/queue/names.ts";
import { type AtomJob, answerText, atomJobSchema, parseAnswer } from "../../src/queue/plan-messages.ts";

const shape = { atomId: "stop/3", slopes: 3 };
const value = {
  lossUsd: 1e10 / 3,
  lossUsdByYear: Float64Array.of(1e10 / 3),
  slopeUsdByYear: Float64Array.from([-1 / 3, 0, 5e-324]),
  clearings: 24,
};
const judged = {
  clearings: 4, // not in the order of the schema: the text of a kept portfolio has these keys as they come
  atom: "stop/3",
  uses: [],
  paid: [{ usd: 0.1 + 0.2, candidate: "floor" }],
  systemCostUsd: -1 / 7,
  outsideUsesUsd: 0,
};

test("answers come back with every bit, their keys in the order they had", () => {
  const back = parseAnswer(answerText({ values: [value], judged: [] }), "value", shape);
  expect(back).toEqual({ values: [value], judged: [] });
  const simulated = parseAnswer(answerText({ values: [], judged: [judged] }), "judge", shape);
  expect(JSON.stringify(simulated.judged[0])).toBe(JSON.stringify(judged));
});

test("what is no answer to the question is said", () => {
  const words = (text: unknown, ask: AtomJob["ask"]) => {
    try {
      parseAnswer(text, ask, shape);
      return "taken";
    } catch (error) {
      return error instanceof Error ? error.message : "";
    }
  };
  const text = answerText({ values: [value], judged: [judged] });
  expect(words(text, "value")).toBe("taken");
  expect(words({ value }, "value")).toBe("the answer is no text");
  expect(words("null", "judge")).toBe("the answer is no object");
  expect(words("{", "judge")).toContain("JSON");
  expect(words("{}", "value")).toContain("the answer cannot be used");
  expect(words(answerText({ values: [{ ...value, lossUsd: Number.NaN }], judged: [] }), "value")).toContain(
    "the answer cannot be used",
  );
  expect(words(answerText({ values: [{ ...value, slopeUsdByYear: new Float64Array(2) }], judged: [] }), "value")).toBe(
    "the answer has 2 slopes, expected 3",
  );
  expect(words(text.replace("stop/3", "stop/4"), "judge")).toBe("the answer is of stop/4, expected stop/3");
});

test("a question is named after all that it asks", () => {
  const hash = "a".repeat(64);
  const job: AtomJob = {
    ...{ format: 1, planHash: hash, codeVersion: hash, dataHash: hash },
    ...{ ask: "value", atom: 3, x: [0, 0.30000000000000004] },
  };
  const names = [
    job,
    { ...job, x: [0, 0.3] },
    { ...job, atom: 4 },
    { ...job, ask: "judge" as const },
    { ...job, planHash: "b".repeat(64) },
    { ...job, codeVersion: "b".repeat(64) },
    { ...job, dataHash: "b".repeat(64) },
  ].map(atomJobIdOf);
  expect(new Set(names).size).toBe(names.length);
  expect(names[0]).toMatch(/^value-3-[0-9a-f]{32}$/);
  expect(atomJobIdOf(atomJobSchema.parse(JSON.parse(JSON.stringify(job))))).toBe(names[0]);
});
