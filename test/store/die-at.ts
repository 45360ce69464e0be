import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

// node die-at.ts <folder> <moment> <at> [plan]: completes a synthetic sweep or plan and kills itself with -9 at the at-th
// write or rename.

type Moment = "mid-write" | "before-rename" | "after-rename";
const [folder, moment, at, kind] = process.argv.slice(2) as [string, Moment, string, "plan" | undefined];
const die = () => process.kill(process.pid, "SIGKILL");
let count = 0;
const due = () => ++count === Number(at);

const { renameSync, writeFileSync } = fs;
if (moment === "mid-write")
  fs.writeFileSync = (file, data, options) => {
    if (typeof file !== "number" || !due()) return writeFileSync(file, data, options);
    const bytes = Buffer.from(data as Uint8Array);
    writeFileSync(file, bytes.subarray(0, bytes.length / 2));
    die();
  };
else
  fs.renameSync = (from, to) => {
    const last = due();
    if (last && moment === "before-rename") die();
    renameSync(from, to);
    if (last) die();
  };
syncBuiltinESMExports();

if (kind === "plan") await (await import("./plan-synthetic.ts")).completePlan(folder);
else await (await import("./synthetic.ts")).complete(folder);
process.stdout.write(`${count}`);
