import type { ComponentType } from "preact";
import type { ScreenId } from "../address/schema.ts";

/** Which of the header's choosers a screen answers to. */
export type Chooser = "for" | "material" | "scenario";

export interface ScreenEntry {
  readonly id: ScreenId;
  readonly choosers: readonly Chooser[];
  /** loaded when it is looked at for the first time */
  readonly load: () => Promise<{ readonly Screen: ComponentType }>;
}

/** The screens, in the order of the navigation. */
export const screens: readonly ScreenEntry[] = [
  { id: "chain", choosers: ["for", "material", "scenario"], load: () => import("./chain/index.tsx") },
  { id: "scenario", choosers: ["for", "scenario"], load: () => import("./scenario/index.tsx") },
  { id: "measures", choosers: ["for"], load: () => import("./measures/index.tsx") },
  { id: "dependence", choosers: ["for"], load: () => import("./dependence/index.tsx") },
  { id: "sources", choosers: [], load: () => import("./sources/index.tsx") },
  { id: "exposure", choosers: ["for", "scenario"], load: () => import("./exposure/index.tsx") },
];
