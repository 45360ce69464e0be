import type { PolicyNote } from "../../../simulation/result.ts";
import type { WebProblem } from "../protocol.ts";

/** An event or measure of a scenario as the timeline shows it. */
export interface EntryNote extends PolicyNote {
  readonly off: boolean;
  /** materials, origins, destinations, country …: what of the policy a reader asks for first */
  readonly about: Readonly<Record<string, readonly string[]>>;
  readonly note: string | null;
  /** id of the ledger it is taken from; null: its own */
  readonly ledger: string | null;
  /** by a form or a switch of this page, not by the scenario */
  readonly added: boolean;
}

/** A slider: what the scenario has now, and whether moving it means anything here. */
export interface Slider {
  readonly key: "approval" | "delay" | "duration" | "late" | "cover" | "growth";
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly unit: "share" | "working days" | "months" | "factor" | "share a year";
  /** the scenario's own value, where it has one only; lowest and highest where it has several */
  readonly own: { readonly least: number; readonly most: number } | null;
  /** ids of the policies it changes */
  readonly changes: readonly string[];
  /** whether moving it changes anything in this scenario; false: draw it disabled */
  readonly applies: boolean;
}

export interface ScenarioAnswer {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly start: string;
  readonly months: number;
  readonly viewpoint: readonly string[];
  readonly events: readonly EntryNote[];
  readonly measures: readonly EntryNote[];
  readonly sliders: readonly Slider[];
  /** commodities whose chains are run; empty = all */
  readonly chains: readonly string[];
  readonly uncertain: readonly {
    readonly id: string;
    readonly title: string;
    readonly source: string;
    readonly status: string;
    readonly note: string;
  }[];
  /** uncertain inputs that the edits fixed or that no longer go with them: the fan does not draw them */
  readonly notDrawn: readonly string[];
  /** the file as written, without edits */
  readonly yaml: string;
}

export interface ValidateRequest {
  readonly name: string;
  readonly yaml: string;
  /** offset in `yaml` to complete at (UTF-16); absent = no completions */
  readonly offset?: number;
}

export interface ValidateAnswer {
  readonly problems: readonly WebProblem[];
  readonly completions: readonly Completion[];
}

export interface Completion {
  /** text put in the place of what stands from `from` to the asked offset */
  readonly insert: string;
  readonly from: number;
  readonly kind: "key" | "value" | "name";
  /** the schema's words on it, English */
  readonly detail: string;
}

export interface ScenarioYamlAnswer {
  readonly fileName: string;
  readonly yaml: string;
}
