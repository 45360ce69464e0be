// npm start: set up, build, rehearse the shipped scenario and write its report; then open the workbench where someone is there to look at it.
import { createServer } from "node:net";
import { build } from "./build.mjs";
import { isMain, main, run, say } from "./process.mjs";
import { setup } from "./setup.mjs";

const scenario = "scenarios/us-japan-framework.yaml";
const report = "reports/us-japan-framework.html";
const monazite = (args) => run(process.execPath, ["bin/monazite.mjs", ...args]);
const USUAL_PORT = 4173;

/** A script or a pipe waits for the end of `npm start`; only a person at a terminal ends a server. */
export function wantsServer(given, { stdin, stdout } = process) {
  if (given.includes("--serve")) return true;
  const forPrograms = given.includes("--no-serve") || given.includes("--json");
  return !forPrograms && stdin.isTTY === true && stdout.isTTY === true;
}

/** Whether nobody listens on a port of this machine; another workbench may. */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

if (isMain(import.meta.url)) {
  await main(async (given) => {
    const args = given.filter((arg) => arg !== "--serve" && arg !== "--no-serve");
    await setup();
    await build();
    const code = await monazite(["simulate", scenario, "--html", report, ...args]);
    if (code !== 0) return code;
    if (!wantsServer(given)) {
      say("the workbench opens with: npx monazite serve");
      return 0;
    }
    // Ctrl-C reaches the server too, which ends by itself; this script waits for it
    process.on("SIGINT", () => {});
    process.on("SIGTERM", () => {});
    return monazite(["serve", "--port", (await isFree(USUAL_PORT)) ? String(USUAL_PORT) : "0"]);
  });
}
