import type { Read } from "./draft.ts";
import type { MaterialMention } from "./materials.ts";
import type { StageMention } from "./scan.ts";

const RARE_EARTH =
  /rare-earth|^medium-heavy|^(?:lanthanum|cerium|praseodymium|neodymium|ndpr|samarium|europium|gadolinium|terbium|dysprosium|holmium|erbium|thulium|ytterbium|lutetium|yttrium|scandium)$/;

/**
 * The stages a statement names, once each. "Processing" is separation for rare earths and refining for the rest.
 */
export function stagesOf(mentions: readonly StageMention[], materials: readonly MaterialMention[]): Read<string>[] {
  const rare = materials.some((m) => RARE_EARTH.test(m.material));
  const other = materials.some((m) => !RARE_EARTH.test(m.material));
  const found = new Map<string, Read<string>>();
  for (const { stages, start, end, text } of mentions) {
    const isProcessing = stages.length > 1;
    for (const stage of stages) {
      if (isProcessing && stage === "separation" && !rare && other) continue;
      if (isProcessing && stage === "refining" && rare && !other) continue;
      if (!found.has(stage))
        found.set(stage, { value: stage, confidence: isProcessing ? 0.7 : 0.85, span: { start, end, text } });
    }
  }
  return [...found.values()];
}
