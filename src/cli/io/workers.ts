import { availableParallelism } from "node:os";
import { Option } from "commander";
import { numberBetween } from "./numbers.ts";

const MOST_WORKERS = 256;

/** `--workers`, as every command that computes draws has it. */
export const workersOption = () =>
  new Option("--workers <n>", "threads of this machine (default: its cores)").argParser(numberBetween(1, MOST_WORKERS));

/** The threads to use when the user does not say. */
export const workersOf = (given: number | undefined): number => given ?? availableParallelism();
