import { ScreenFrame } from "../../parts/view.tsx";
import { materialName, viewpointName, words } from "../../state.ts";

export function Screen() {
  const w = words.value.chain;
  return (
    <ScreenFrame title={w.title} finding={w.lead({ material: materialName.value, country: viewpointName.value })} />
  );
}
