import { buildProgram } from "./program.ts";
import { exitCodeFor, reportFailure } from "./failure.ts";

try {
  await buildProgram(process).parseAsync(process.argv);
} catch (error) {
  reportFailure(process.stderr, error);
  process.exitCode = exitCodeFor(error);
}
