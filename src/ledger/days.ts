import type { MapTree, Tree } from "../dataset/index.ts";
import { plusDays } from "../policy/calendar.ts";

/** The first day of a date that may be a month or a year: 2025-04 is 2025-04-01. */
export function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10);
}

/** The last day of a date that may be a month or a year: 2025-04 is 2025-04-30. */
export function lastDay(date: string): string {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const [year, month] = date.split("-").map(Number);
  const next = month === 12 ? `${year! + 1}-01-01` : `${year}-${String(month! + 1).padStart(2, "0")}-01`;
  return plusDays(next, -1);
}

/** How precisely a date is known, where that is not to the day. */
export function vagueness(date: string): "month" | "year" | undefined {
  return date.length === 7 ? "month" : date.length === 4 ? "year" : undefined;
}

/** The same values with every day in them (text that is an ISO date) so many days later. */
export function shiftDays<T extends Tree>(tree: T, days: number): T;
export function shiftDays(tree: Tree, days: number): Tree {
  switch (tree.kind) {
    case "scalar":
      return typeof tree.value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(tree.value)
        ? { ...tree, value: plusDays(tree.value, days) }
        : tree;
    case "list":
      return { ...tree, items: tree.items.map((item) => shiftDays(item, days)) };
    case "map": {
      const entries = [...tree.entries].map(([key, e]) => [key, { ...e, value: shiftDays(e.value, days) }] as const);
      return { ...tree, entries: new Map(entries) } satisfies MapTree;
    }
    default:
      return tree satisfies never;
  }
}
