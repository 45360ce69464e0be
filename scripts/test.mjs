// npm test: set up, check, then the tests. Arguments go to vitest: npm test -- test/market
import { check } from "./check.mjs";
import { commandOf, main, run, say } from "./process.mjs";
import { setup } from "./setup.mjs";

await main(async (args) => {
  await setup();
  say("checking types and lint …");
  const checked = await check();
  say("running the tests …");
  const tested = await run(process.execPath, [commandOf("vitest"), "run", ...args]);
  if (checked !== 0) say("the tests ran, but types or lint failed; see above");
  return checked || tested;
});
