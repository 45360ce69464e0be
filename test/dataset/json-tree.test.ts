import { expect, test } from "vitest";
import { formatProblem, InputError, readJsonTree } from "../../src/dataset/index.ts";
import { plainOf, positionOf } from "../../src/dataset/yaml/tree.ts";

const plain = (text: string) => plainOf(readJsonTree("x.json", text));

/** A small generator, so that the texts are the same every time. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

function anything(next: () => number, depth = 0): unknown {
  const kind = Math.floor(next() * (depth > 4 ? 4 : 6));
  if (kind === 0) return [null, true, false][Math.floor(next() * 3)];
  if (kind === 1)
    return next() < 0.5 ? Math.floor(next() * 1e6) - 5e5 : (next() - 0.5) * 10 ** Math.floor(next() * 40 - 20);
  if (kind < 4)
    return ["", 'a "quoted" \\ text', "München\n\u0001\t", "\ud83d\ude00", "{}[],:"][Math.floor(next() * 5)];
  const length = Math.floor(next() * 4);
  if (kind === 4) return Array.from({ length }, () => anything(next, depth + 1));
  return Object.fromEntries(Array.from({ length }, (_, i) => [`k${i} "\u00e9`, anything(next, depth + 1)]));
}

test("reads what JSON.parse reads", () => {
  const random = numbers(7);
  for (let i = 0; i < 500; i++) {
    const value = anything(() => random.next().value);
    for (const space of [undefined, 2, "\t"]) expect(plain(JSON.stringify(value, null, space))).toEqual(value);
  }
});

test("refuses what JSON.parse refuses, at its place", () => {
  const broken: [string, string][] = [
    ['{"a": 1,\n "b": }', '2:7: not valid JSON: got "}", expected a value'],
    ['{"a": 1,\r\n}', '2:1: not valid JSON: got "}", expected no comma before "}"'],
    ["[1 2]", '1:4: not valid JSON: got "2", expected "," or "]"'],
    ["[01]", '1:3: not valid JSON: got "1", expected "," or "]"'],
    ["[1.]", '1:3: not valid JSON: got ".", expected "," or "]"'],
    ["[NaN]", '1:2: not valid JSON: got "NaN", expected a value'],
    ["{a: 1}", '1:2: not valid JSON: got "a", expected a key in double quotes'],
    ['{"a" 1}', '1:6: not valid JSON: got "1", expected ":" after a key'],
    ['["a\nb"]', '1:4: not valid JSON: got "\\n", expected the " that closes the text'],
    ['["a', '1:4: not valid JSON: got the end of the file, expected the " that closes the text'],
    ['["\\x"]', '1:2: not valid JSON: got "\\"", expected text whose backslashes are escapes of JSON'],
    ["[] []", '1:4: not valid JSON: got "[", expected the end of the text'],
  ];
  for (const [text, message] of broken) {
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(problemsOf(text)[0]).toContain(`x.json:${message}`);
  }
});

test("keys that come twice, numbers too large and nests too deep are faults too", () => {
  expect(problemsOf('{"a": 1,\n"b": [{"c": 1, "c": 1e999}],\n"a": 2}')).toEqual([
    "x.json:2:21: 1e999 is too large; check it",
    'x.json:2:16: key "c" comes twice (first on line 2); remove or rename one; they belong to what opens on line 2',
    'x.json:3:1: key "a" comes twice (first on line 1); remove or rename one; they belong to what opens on line 1',
  ]);
  expect(problemsOf("[".repeat(100_000))[0]).toContain("nested more than 40 levels deep");
  expect(problemsOf('{"__proto__": 1}')[0]).toContain("cannot be a key");
});

test("every value knows its place", () => {
  const tree = readJsonTree("x.json", '{\r\n "a": [1,\n  {"b": "x"}]}');
  expect(positionOf(tree, ["a", 1, "b"])).toEqual({ file: "x.json", line: 3, column: 9 });
  expect(positionOf(tree, ["a", 0])).toEqual({ file: "x.json", line: 2, column: 8 });
});

function problemsOf(text: string): string[] {
  try {
    plain(text);
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(formatProblem);
    throw error;
  }
  return [];
}
