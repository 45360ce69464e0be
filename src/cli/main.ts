import { exitCodeFor, reportFailure } from "./failure.ts";
import { buildProgram } from "./program.ts";

// a reader that has seen enough (`| head`) is no failure
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  reportFailure(process.stderr, error);
  process.exit(1);
});

try {
  await buildProgram(process).parseAsync(process.argv);
} catch (error) {
  reportFailure(process.stderr, error);
  process.exitCode = exitCodeFor(error);
}
