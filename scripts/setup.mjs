// Makes node_modules agree with package-lock.json, and does nothing when it already does.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { isMain, main, root, run, say, since } from "./process.mjs";

const lockFile = join(root, "package-lock.json");
const stampFile = join(root, "node_modules", ".monazite-stamp");
const oldestNode = [20, 19];

/** Installs the locked packages if they are missing or out of date. Throws with a remedy when that fails. */
export async function setup() {
  checkNode();
  if (!existsSync(lockFile))
    throw new Error("package-lock.json is missing; restore it with: git checkout package-lock.json");
  const wanted = stamp();
  const reason = reasonToInstall(wanted);
  if (reason) await install(reason);
  if (readStamp() !== wanted) writeFileSync(stampFile, wanted);
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new Error(
    `Node ${process.versions.node} is too old: ${oldestNode.join(".")} or newer is needed (https://nodejs.org)`,
  );
}

function stamp() {
  const hash = createHash("sha256").update(readFileSync(lockFile)).digest("hex");
  return `${hash} node ${process.versions.node.split(".")[0]} ${process.platform} ${process.arch}\n`;
}

function readStamp() {
  return existsSync(stampFile) ? readFileSync(stampFile, "utf8") : undefined;
}

function reasonToInstall(wanted) {
  if (!existsSync(join(root, "node_modules"))) return "first run here";
  const found = readStamp();
  if (found === wanted) return undefined;
  if (found === undefined) return installedByHand() ? undefined : "packages are incomplete";
  return found.split(" ")[0] === wanted.split(" ")[0] ? "another version of Node" : "package-lock.json changed";
}

/** npm writes node_modules/.package-lock.json when an installation is complete; it must have every package we lock. */
function installedByHand() {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, "utf8")).packages;
  const locked = JSON.parse(readFileSync(lockFile, "utf8")).packages;
  return Object.entries(locked).every(
    ([path, entry]) => path === "" || entry.optional || installed[path]?.version === entry.version,
  );
}

async function install(reason) {
  say(`installing packages with npm ci (${reason}; about 400 MB, a minute or so) …`);
  const start = performance.now();
  // no package here needs an install script, and newer npm versions refuse to run them unasked
  const args = ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
  const [command, before, shell] = npmCommand();
  const code = await run(command, [...before, ...args], { label: "still installing packages", toStderr: true, shell });
  if (code !== 0) throw new Error(`npm ci failed (exit code ${code}); see above. Check the network and try again.`);
  say(`packages are in place (${since(start)})`);
}

/** The npm that started us, if one did. */
function npmCommand() {
  const path = process.env.npm_execpath;
  if (path && basename(path) === "npm-cli.js") return [process.execPath, [path], false];
  return process.platform === "win32" ? ["npm.cmd", [], true] : ["npm", [], false];
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await setup();
    return 0;
  });
}
