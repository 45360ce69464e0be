import { expect, test } from "vitest";
import { changeBetween } from "../../src/planning/changes.ts";

test("a change tells what comes, what goes, and of what there is more or less; crumbs are nothing", () => {
  const candidates = ["a", "b", "c", "d", "e"].map((id) => ({ id })) as never;
  expect(changeBetween({ candidates }, [0, 1, 0.4, 0.6, 0.5], [1, 1e-9, 0.6, 0.4, 0.5 + 1e-9])).toEqual({
    adds: ["a"],
    more: ["c"],
    less: ["d"],
    drops: ["b"],
  });
});
