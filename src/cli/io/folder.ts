import { existsSync, statSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { InvalidArgumentError } from "commander";

/** The file that stands where a folder is or would have to be made, as the user would name it; undefined for none. */
export function fileInTheWay(path: string): string | undefined {
  let nearest = resolve(path);
  while (!existsSync(nearest) && nearest !== dirname(nearest)) nearest = dirname(nearest);
  if (statSync(nearest).isDirectory()) return undefined;
  return nearest === resolve(path) ? path : relative(process.cwd(), nearest);
}

/** A folder that is there, or could be made, as an option gives it. Errors: InvalidArgumentError. */
export function folderName(path: string): string {
  if (path === "") throw new InvalidArgumentError("expected the name of a folder");
  const file = fileInTheWay(path);
  if (file === undefined) return path;
  throw new InvalidArgumentError(`${file === path ? "it" : file} is a file; expected a folder`);
}
