// npm run bench: prints the table of speeds, each with the size of its problem.
import { commandOf, main, run, say } from "./process.mjs";
import { setup } from "./setup.mjs";

await main(async (args) => {
  await setup();
  say("measuring; this takes a few minutes and wants an otherwise idle machine …");
  return run(process.execPath, [commandOf("tsx"), "bench/index.ts", ...args]);
});
