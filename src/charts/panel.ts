/** How a line is drawn; colours and dashes are the view's business. */
export type LineRole = "without" | "with" | "inside" | "outside-first" | "outside-second" | "outside-other";

export interface PanelLine {
  readonly role: LineRole;
  /** the run without the measures, shown faintly behind */
  readonly faint: boolean;
  readonly values: readonly number[];
}

/** A value worth naming beside the title, in the colour of its line. */
export interface PanelKey {
  readonly role: LineRole;
  readonly label: string;
  readonly value: string;
}

/** One of several small charts that share their axes. */
export interface Panel {
  readonly title: string;
  readonly subtitle: string;
  readonly keys: readonly PanelKey[];
  readonly lines: readonly PanelLine[];
  /** said by a screen reader in place of the picture */
  readonly description: string;
}

export interface PanelGrid {
  readonly months: readonly string[];
  readonly scale: "linear" | "log";
  readonly domain: readonly [number, number];
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** vertical marks: when the controls and the measures begin, as shares (0–1) of the run */
  readonly marks: readonly { readonly at: number; readonly label: string }[];
  readonly panels: readonly Panel[];
}

export function outsideRole(position: number): LineRole {
  return position === 0 ? "outside-first" : position === 1 ? "outside-second" : "outside-other";
}

/** Round steps from 0 to at least `largest`, about `wanted` of them. */
export function roundTicks(largest: number, wanted: number): number[] {
  if (!(largest > 0)) return [0, 1];
  const rough = largest / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((s) => s * power).find((s) => s >= rough * 0.999)!;
  const steps = Math.ceil(largest / step - 1e-9);
  return Array.from({ length: steps + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}
