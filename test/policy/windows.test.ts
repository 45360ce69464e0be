import { describe, expect, it } from "vitest";
import { PolicyProblem } from "../../src/policy/problem.ts";
import { cutWindows, windowsInForce } from "../../src/policy/windows.ts";

const ban = { id: "ban", kind: "export-ban", from: "2025-01-01", to: null };
const pause = { id: "pause", kind: "suspension", from: "2025-03-01", to: "2025-03-31", of: "ban" };

describe("windows", () => {
  it("cuts the middle out of an open window", () => {
    expect(cutWindows([{ from: "2025-01-01", to: null }], [{ from: "2025-03-01", to: "2025-03-31" }])).toEqual([
      { from: "2025-01-01", to: "2025-02-28" },
      { from: "2025-04-01", to: null },
    ]);
  });

  it("cuts ends, wholes and nothing", () => {
    const window = { from: "2025-02-01", to: "2025-02-28" };
    expect(cutWindows([window], [{ from: "2025-01-01", to: "2025-02-10" }])).toEqual([
      { from: "2025-02-11", to: "2025-02-28" },
    ]);
    expect(cutWindows([window], [{ from: "2025-02-20", to: null }])).toEqual([
      { from: "2025-02-01", to: "2025-02-19" },
    ]);
    expect(cutWindows([window], [{ from: "2025-01-01", to: null }])).toEqual([]);
    expect(cutWindows([window], [{ from: "2025-03-01", to: null }])).toEqual([window]);
    expect(cutWindows([window], [{ from: "2025-01-01", to: "2025-01-31" }])).toEqual([window]);
  });

  it("lets a suspension lapse when it is itself suspended", () => {
    const lapse = { id: "lapse", kind: "suspension", from: "2025-03-16", to: null, of: "pause" };
    expect(windowsInForce([ban, pause, lapse]).get("ban")).toEqual([
      { from: "2025-01-01", to: "2025-02-28" },
      { from: "2025-03-16", to: null },
    ]);
  });

  it("names the circle when suspensions suspend each other", () => {
    const a = { ...pause, id: "a", of: "b" };
    const b = { ...pause, id: "b", of: "a" };
    expect(() => windowsInForce([a, b])).toThrow(PolicyProblem);
    expect(() => windowsInForce([a, b])).toThrow("a → b → a");
  });
});
