import { ScreenFrame } from "../../parts/view.tsx";
import { viewpointName, words } from "../../state.ts";

export function Screen() {
  const w = words.value.scenario;
  return <ScreenFrame title={w.title} finding={w.lead({ country: viewpointName.value })} />;
}
