import { describe, expect, test } from "vitest";
import { dealAtoms } from "../../src/queue/deal-atoms.ts";

const worker = (id: string, size = 1) => ({ id, size });
const nobody = (atoms: number) => Array.from({ length: atoms }, () => undefined);
const none = () => new Set<string>();

describe("atoms dealt to workers", () => {
  test("are as many for each thread, and nobody's where there is nobody", () => {
    expect(dealAtoms([], nobody(2), none)).toEqual([undefined, undefined]);
    expect(dealAtoms([worker("a")], nobody(3), none)).toEqual(["a", "a", "a"]);
    expect(dealAtoms([worker("a"), worker("b")], nobody(5), none)).toEqual(["a", "b", "a", "b", "a"]);
    const large = dealAtoms([worker("a", 6), worker("b", 2)], nobody(8), none);
    expect(large.filter((id) => id === "a")).toHaveLength(6);
    expect(large.filter((id) => id === "b")).toHaveLength(2);
  });

  test("stay where they are when somebody comes, but for the newcomer's part", () => {
    const now = dealAtoms([worker("a")], nobody(4), none);
    expect(dealAtoms([worker("a"), worker("b")], now, none)).toEqual(["a", "a", "b", "b"]);
  });

  test("of who is gone go to the others, and come back with it", () => {
    const both = [worker("a"), worker("b")];
    const first = dealAtoms(both, nobody(4), none);
    const had = (atom: number) => new Set([first[atom]!, "b"]);
    const alone = dealAtoms([worker("b")], first, had);
    expect(alone).toEqual(["b", "b", "b", "b"]);
    const again = dealAtoms(both, alone, had);
    expect(again.filter((id) => id === "a")).toHaveLength(2);
    // of the atoms that "b" gives back those go to "a" that it has made ready
    const moved = dealAtoms(both, [undefined, undefined, "b", "b"], (atom) => new Set(atom === 1 ? ["a"] : []));
    expect(moved).toEqual(["a", "a", "b", "b"]);
  });

  test("all have a worker, none more than its part, whoever comes and goes", () => {
    let now: (string | undefined)[] = nobody(23);
    const groups = [
      [worker("a", 3), worker("b"), worker("c", 2)],
      [worker("c", 2)],
      [worker("d", 7), worker("c", 2), worker("a", 3)],
      [worker("b"), worker("e")],
    ];
    for (const group of groups) {
      now = dealAtoms(group, now, none);
      const threads = group.reduce((sum, { size }) => sum + size, 0);
      for (const { id, size } of group)
        expect(now.filter((keeper) => keeper === id).length).toBeLessThanOrEqual(Math.ceil((23 * size) / threads));
      expect(now.every((id) => group.some((w) => w.id === id))).toBe(true);
    }
  });
});
