import { FailureBox } from "../../parts/failure.tsx";
import { useAnswer } from "../../parts/use-answer.ts";
import { ScreenFrame } from "../../parts/view.tsx";
import { words } from "../../state.ts";
import { Figures } from "./figures.tsx";
import { Adjustments, Disagreements, Licences } from "./lists.tsx";
import { OneFigure } from "./one-figure.tsx";
import { Shares } from "./shares.tsx";

/** Where every figure comes from, where figures disagree, and under which licence they are. */
export function Screen() {
  const w = words.value.sources;
  const all = useAnswer({ ask: "figures", query: "", from: 0, count: 0 }, { lane: "figures:all" });
  const sources = useAnswer({ ask: "sources" });
  const { total = 0, byStatus } = all.answer ?? {};
  const cited = sources.answer?.sources.filter((source) => source.figures > 0).length;
  const finding =
    byStatus === undefined || cited === undefined
      ? w.lead
      : w.finding({
          figures: total,
          sources: cited,
          reported: byStatus.reported / total,
          estimated: byStatus.estimated / total,
          assumed: byStatus.assumed / total,
        });
  return (
    <ScreenFrame title={w.title} finding={finding} busy={all.busy || sources.busy}>
      <FailureBox failure={all.failure ?? sources.failure} />
      <OneFigure />
      {all.answer && <Shares tables={all.answer.tables} />}
      <Figures sources={sources.answer?.sources ?? []} tables={all.answer?.tables ?? []} />
      {sources.answer && (
        <>
          <Disagreements rows={sources.answer.disagreements} sources={sources.answer.sources} />
          <Adjustments rows={sources.answer.adjustments} />
          <Licences rows={sources.answer.sources} />
        </>
      )}
    </ScreenFrame>
  );
}
