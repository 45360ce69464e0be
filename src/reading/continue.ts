import { isoOf } from "./calendar.ts";
import type { Draft, Read } from "./draft.ts";
import type { Scan } from "./scan.ts";
import { stagesOf } from "./stages.ts";

const CONTROLS = new Set(["export-ban", "licence", "quota", "export-tax", "import-tariff", "suspension"]);
const BACK_REFERENCE: Readonly<Record<string, RegExp>> = {
  en: /^(?:The|These|Those|This|It|They|Its|Affected|Among|Both|Under it|Under the|In addition|Also)\b/,
  de: /^(?:Die|Diese|Dieser|Dieses|Das|Der|Sie|Es|Betroffen|Dazu|Darunter|Ihre|Seine|Beide|Auch|Zudem|Außerdem)(?!\p{L})/u,
  ja: /^(?:対象|規制|措置|これ|同|この|その|両国|合意|協定|枠組み|施行|あわせて|また)/,
};

/** A sentence without an event of its own that goes on about the one before it: "They take effect on 1 December." */
export function continuation(scan: Scan, before: Draft): Draft | null {
  const goesOn = BACK_REFERENCE[scan.language]!.test(scan.text.replace(/^[\s•*・-]+/, ""));
  const effect = scan.cues.some((c) => c.cue === "effect");
  const affected = scan.cues.some((c) => c.cue === "affected");
  const isList = affected && scan.materials.length > 0 && CONTROLS.has(before.kind.value);
  const begins = scan.dates.find((d) => d.stretch !== null && (d.role === "from" || d.role === "on"));
  const ends = scan.dates.find((d) => d.stretch !== null && d.role === "until");
  const isEffect = effect && (begins !== undefined || ends !== undefined);
  const isMore =
    goesOn &&
    (scan.figures.length > 0 || scan.materials.length > 0 || scan.stages.length > 0 || ends !== undefined) &&
    scan.countries.every((c) => [...before.actors, ...before.targets].some((p) => c.countries.includes(p.value)));
  if (!isList && !isEffect && !isMore) return null;
  const fresh = <T extends Read<string>>(old: readonly T[], more: readonly T[]) => [
    ...old,
    ...more.filter((m) => !old.some((o) => o.value === m.value)),
  ];
  const read = (d: Scan["dates"][number]) => ({
    value: isoOf(d.stretch!),
    to: d.stretch!.to,
    precision: d.stretch!.precision,
    confidence: Number((d.confidence * 0.9).toFixed(2)),
    span: { start: d.start, end: d.end, text: d.text },
  });
  const inForce = before.inForce ?? (isEffect && begins ? read(begins) : null);
  return {
    ...before,
    inForce,
    date: before.date ?? inForce,
    ends: before.ends ?? (ends ? read(ends) : null),
    materials: fresh(
      before.materials,
      scan.materials
        .map(({ material, confidence, start, end, text }) => ({
          value: material,
          confidence: Number((confidence * 0.9).toFixed(2)),
          span: { start, end, text },
        }))
        .filter((m, i, all) => all.findIndex((o) => o.value === m.value) === i),
    ),
    stages: fresh(before.stages, stagesOf(scan.stages, scan.materials)),
    figures: [...before.figures, ...scan.figures],
    statements: [...before.statements, { start: scan.start, end: scan.end, text: scan.text }],
  };
}
