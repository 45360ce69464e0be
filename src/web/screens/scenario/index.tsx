import { FailureBox } from "../../parts/failure.tsx";
import { useAnswer } from "../../parts/use-answer.ts";
import { ScreenFrame } from "../../parts/view.tsx";
import { address, names, viewpointName, words } from "../../state.ts";
import { Changed } from "./changed.tsx";
import { findingOf } from "./finding.ts";
import { Covers, Prices } from "./prices-and-cover.tsx";
import { questionOf } from "./question.ts";
import { ScenarioFile } from "./scenario-file.tsx";
import { Sliders } from "./sliders.tsx";
import { StopsTable } from "./stops-table.tsx";
import { Timeline } from "./timeline.tsx";
import { useFan } from "./use-fan.ts";
import { useOwnYaml } from "./use-own-yaml.ts";
import { WhoRunsShort } from "./who-runs-short.tsx";

/** A scenario and what follows from it, to change and to see move. */
export function Screen() {
  const w = words.value.scenario;
  const { own, ready, why } = useOwnYaml();
  const question = ready ? questionOf(address.value, own) : null;
  const shape = useAnswer(question && { ask: "scenario", ...question });
  const run = useAnswer(question && { ask: "simulate", ...question });
  const answer = run.partial ?? run.answer;
  const settled = !run.busy && run.failure === undefined && run.answer !== undefined;
  const { fan, drawing, progress, stop } = useFan(settled ? question : null);
  const finding =
    answer === undefined
      ? w.lead({ country: viewpointName.value })
      : findingOf(answer, w.finding, names.value, viewpointName.value);
  return (
    <ScreenFrame title={w.title} finding={finding} busy={!ready || run.busy || shape.busy}>
      <FailureBox failure={run.failure ?? shape.failure} kept={answer !== undefined} />
      <Changed />
      <div class="scenario-desk">
        {shape.answer && <Sliders sliders={shape.answer.sliders} />}
        {answer && (
          <div class="scenario-results">
            <WhoRunsShort {...{ answer, fan, drawing, progress }} onStop={stop} />
            <Prices answer={answer} />
            <Covers answer={answer} />
          </div>
        )}
      </div>
      {shape.answer && <Timeline scenario={shape.answer} />}
      {answer && <StopsTable answer={answer} />}
      {shape.answer && <ScenarioFile question={question} own={own} unreadable={why} written={shape.answer.yaml} />}
    </ScreenFrame>
  );
}
