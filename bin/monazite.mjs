#!/usr/bin/env node
// Starts the command line; in a checkout it first installs and builds whatever is missing or out of date.
import { existsSync } from "node:fs";

const here = (path) => new URL(`../${path}`, import.meta.url);

async function prepareCheckout() {
  const { setup } = await import(here("scripts/setup.mjs"));
  await setup();
  const { build } = await import(here("scripts/build.mjs"));
  await build();
}

try {
  const isCheckout = existsSync(here("scripts/build.mjs")) && existsSync(here("src"));
  if (isCheckout) await prepareCheckout();
} catch (error) {
  process.stderr.write(`monazite: ${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
await import(here("dist/cli.js"));
