import { InputError } from "../../../dataset/index.ts";
import { exposureOf, readBom } from "../../../exposure/index.ts";
import { scenarioChains } from "../../../simulation/chains.ts";
import { rehearse } from "../../../simulation/rehearse.ts";
import type { ExposureAnswer, ExposureRequest } from "../asks/exposure.ts";
import { ownTable } from "../own-file.ts";
import { readQuestion } from "../read-question.ts";
import type { EngineState } from "../state.ts";
import type { Talk } from "../talk.ts";

/**
 * What a scenario does to the products of a bill of materials, as `monazite exposure` computes it. The file stays in the
 * worker and is kept nowhere. Errors: InputError with every problem of the file; Refused for one that is no table.
 */
export async function exposure(
  state: EngineState,
  request: ExposureRequest,
  talk: Talk<"exposure">,
): Promise<ExposureAnswer> {
  const { question, fileName, bytes, country, from, secondSourceShare } = request;
  talk.progress({ doing: "reading-file" });
  const read = readQuestion(state, question);
  const text = await ownTable(fileName, bytes);
  const bom = inPageWords(() => readBom(fileName, text, state.vocabulary, country === undefined ? {} : { country }));
  await talk.pause();
  talk.progress({ doing: "balancing" });
  const chains = scenarioChains(read.edited, state.vocabulary);
  const own = bom.products.flatMap((product) => product.inputs.map((input) => input.commodity));
  const { workbench } = state.benches.open(chains.size === 0 ? chains : new Set([...chains, ...own]));
  await talk.pause();
  const rehearsal = read.locate(() =>
    rehearse(workbench, read.id, read.edited, {
      skipWorth: true,
      onRun: (done, total) => talk.progress({ doing: "running", done, total }),
    }),
  );
  await talk.pause();
  const options = {
    ...(from === undefined ? {} : { from }),
    ...(secondSourceShare === undefined ? {} : { secondSourceShare }),
  };
  return {
    exposure: inPageWords(() => exposureOf(rehearsal, bom, options)),
    rows: bom.products.reduce((sum, product) => sum + product.inputs.length, 0),
  };
}

/** The same problems without the options of the command line. */
function inPageWords<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      error.problems.map((problem) => ({
        ...problem,
        file: problem.file.replace(/^--/, ""),
        remedy: problem.remedy.replace("give --country", "choose a country"),
      })),
    );
  }
}
