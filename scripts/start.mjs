// npm start: set up, build, then rehearse the shipped scenario and write its report.
import { build } from "./build.mjs";
import { main, run } from "./process.mjs";
import { setup } from "./setup.mjs";

const scenario = "scenarios/us-japan-framework.yaml";
const report = "reports/us-japan-framework.html";

await main(async (args) => {
  await setup();
  await build();
  return run(process.execPath, ["bin/monazite.mjs", "simulate", scenario, "--html", report, ...args]);
});
