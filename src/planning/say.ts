import type { Path } from "../dataset/index.ts";

/** Notes a problem at a path of the plan file. */
export type Say = (path: Path, message: string, remedy: string) => void;
