import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { toJson } from "../../src/market/export.ts";
import type { Network, Terms } from "../../src/market/problem.ts";

const PYTHONS = ["/usr/bin/python3", "python3"];

/** Milliseconds CVXOPT's interior point takes for the exported month, building the matrices not counted; undefined where it is not installed. */
export function cvxoptMs(network: Network, terms: Terms): number | undefined {
  const input = JSON.stringify(toJson(network, terms));
  for (const python of PYTHONS) {
    const script = join(import.meta.dirname, "cvxopt_month.py");
    const { status, stdout } = spawnSync(python, [script], { input, encoding: "utf8", maxBuffer: 1e8 });
    if (status === 0) return Number(stdout.trim());
  }
  return undefined;
}
