import { beforeAll, describe, expect, test } from "vitest";
import { validate } from "../../../src/web/engine/handlers/validate.ts";
import type { EngineState } from "../../../src/web/engine/state.ts";
import { yamlPlace } from "../../../src/web/engine/yaml-place.ts";
import { openEngine } from "./world.ts";

let state: EngineState;
beforeAll(() => {
  state = openEngine();
});

const placeAt = (text: string) => {
  const offset = text.indexOf("|");
  const { path, writes, begun, from } = yamlPlace(text.replace("|", ""), offset);
  return { path: path.join("."), writes, begun, from: offset - from };
};

describe("the place of a cursor", () => {
  test.each([
    ["mon|", { path: "", writes: "key", begun: "mon", from: 3 }],
    ["title: a\nevents:\n  x:\n    ki|", { path: "events.x", writes: "key", begun: "ki", from: 2 }],
    ["events:\n  x:\n    kind: lic|", { path: "events.x.kind", writes: "value", begun: "lic", from: 3 }],
    ["events:\n  x:\n    kind: licence\n  y:\n    of: |", { path: "events.y.of", writes: "value", begun: "", from: 0 }],
    [
      "events:\n  x:\n    materials: [dysprosium, ter|",
      { path: "events.x.materials.0", writes: "value", begun: "ter", from: 3 },
    ],
    [
      "events:\n  x:\n    materials:\n      - dys|",
      { path: "events.x.materials.0", writes: "key", begun: "dys", from: 3 },
    ],
    [
      "events:\n  x:\n    approvals:\n      - { from: 2025-01-01, app|",
      { path: "events.x.approvals.0", writes: "key", begun: "app", from: 3 },
    ],
    [
      "events:\n  x:\n    approvals:\n    - from: 2025-01-01\n      app|",
      { path: "events.x.approvals.0", writes: "key", begun: "app", from: 3 },
    ],
    [
      "events:\n  x:\n    release: { priceMultiple: |",
      { path: "events.x.release.priceMultiple", writes: "value", begun: "", from: 0 },
    ],
    [
      "events:\n  x:\n    release: { priceMultiple: 3 }\n    no|",
      { path: "events.x", writes: "key", begun: "no", from: 2 },
    ],
    ["# a: b\nviewpoint: [JPN]\n|", { path: "", writes: "key", begun: "", from: 0 }],
  ])("in %j", (text, place) => {
    expect(placeAt(text)).toEqual(place);
  });
});

describe("completions", () => {
  const at = (text: string) => {
    const offset = text.indexOf("|");
    const { completions } = validate(state, { name: "own", yaml: text.replace("|", ""), offset });
    return completions.map((c) => c.insert);
  };

  test("are the keys of the kind, with what the schema says of them", () => {
    const text = "events:\n  x:\n    kind: licence\n    proc";
    const { completions } = validate(state, { name: "own", yaml: text, offset: text.length });
    expect(completions[0]).toEqual({
      insert: "processingWorkingDays: ",
      kind: "key",
      detail: "working days from application to decision",
      from: text.length - 4,
    });
    expect(at("events:\n  x:\n    kind: quota\n    |")).not.toContain("approvals: ");
    expect(at("|")).toEqual(expect.arrayContaining(["extends: ", "months: ", "stockCoverFactor: "]));
    expect(at("measures:\n  x:\n    led|")).toEqual(["ledger: "]);
  });

  test("are the names that a field takes", () => {
    expect(at("events:\n  x:\n    materials: [dys|]")[0]).toBe("dysprosium");
    expect(at("viewpoint: [J|]")).toContain("JPN");
    expect(at("events:\n  x:\n    ledger: cn-2025-04|")).toContain("cn-2025-04-licences");
    expect(at("events:\n  x:\n    kind: |")).toContain("export-ban");
    expect(at("extends: us-|")).toEqual(["us-japan-framework"]);
    expect(at("events:\n  one:\n    kind: quota\n  x:\n    kind: suspension\n    of: |")).toContain("one");
    expect(at("events:\n  x:\n    kind: facility\n    recipe: press|")).toContain("press-standard");
  });

  test("come also in a text that cannot be read", () => {
    expect(at("events:\n  x: {{{\n  y:\n    kind: export-|")).toContain("export-ban");
    expect(at("\u0000\u0001|")).toEqual([]);
  });
});

describe("problems", () => {
  test("are told together, each at its line and column", () => {
    const yaml = "extends: april-2025-controls\nmonths: 1000\nviewpoint: [JPX]\nevents:\n  x:\n    kind: license\n";
    const { problems } = validate(state, { name: "own", yaml });
    expect(problems.map((p) => `${p.file}:${p.line}:${p.column}`)).toEqual(["own:2:9", "own:3:13", "own:6:11"]);
    expect(problems[2]!.remedy).toContain("licence");
  });

  test("of names that the model lacks are found without a whole run", () => {
    const yaml =
      "extends: april-2025-controls\nevents:\n  x:\n    kind: export-ban\n    title: t\n    from: 2025-02-01\n    materials: [dysprosium]\n    origins: [ISL]\n    source: s\n    status: assumed\n";
    const { problems } = validate(state, { name: "own", yaml });
    expect(problems).toHaveLength(1);
    expect(problems[0]!.line).toBeGreaterThanOrEqual(4);
  });

  test("there are none in what ships", () => {
    for (const name of ["us-japan-framework", "gallium-germanium-stop"]) {
      const yaml = state.data.scenarios[`scenarios/${name}.yaml`]!;
      expect(validate(state, { name, yaml }).problems).toEqual([]);
    }
  });
});
