// Types and lint; everything that can be wrong without running anything.
import { commandOf, isMain, main, run, say, since } from "./process.mjs";
import { setup } from "./setup.mjs";

const checks = [
  { label: "types", package: "typescript", command: "tsc", args: ["-p", "tsconfig.json"] },
  // the model's folders compile without DOM or Node: they run in a browser and in a worker
  { label: "types without DOM and Node", package: "typescript", command: "tsc", args: ["-p", "tsconfig.core.json"] },
  { label: "lint", package: "@biomejs/biome", command: "biome", args: ["lint"] },
];

/** Runs every check, says how each went and returns 0 or 1. */
export async function check() {
  let failed = 0;
  for (const { label, package: packageName, command, args } of checks) {
    const start = performance.now();
    const code = await run(process.execPath, [commandOf(packageName, command), ...args], {
      label: `still checking ${label}`,
      quiet: true,
    });
    say(`${label}: ${code === 0 ? "ok" : "FAILED, see above"} (${since(start)})`);
    if (code !== 0) failed = 1;
  }
  return failed;
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await setup();
    return check();
  });
}
