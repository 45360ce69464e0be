import { ScreenFrame } from "../../parts/view.tsx";
import { words } from "../../state.ts";

export function Screen() {
  const w = words.value.sources;
  return <ScreenFrame title={w.title} finding={w.lead} />;
}
