// Pictures of the screens for people to look at: tsx test/browser/shots.ts FOLDER [screen …]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { screenIds } from "../../src/web/address/schema.ts";
import { startWorkbench } from "./page.ts";

const [folder = "shots", ...wanted] = process.argv.slice(2);
const hashes = wanted.length > 0 ? wanted : screenIds;
mkdirSync(folder, { recursive: true });
const workbench = await startWorkbench();
for (const hash of hashes)
  for (const width of [1280, 390])
    for (const colorScheme of ["light", "dark"] as const) {
      const viewport = { width, height: width === 390 ? 844 : 900 };
      const { page, faults } = await workbench.open(hash.startsWith("#") ? hash : `#/${hash}`, {
        colorScheme,
        viewport,
      });
      await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null, undefined, {
        timeout: 60_000,
      });
      const name = hash.replace(/[^A-Za-z0-9-]+/g, "-").replace(/^-/, "");
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      for (const fault of faults) console.error(`${name} ${width} ${colorScheme}: ${fault}`);
      await page.context().close();
    }
await workbench.close();
