import type { Address } from "../../address/schema.ts";
import type { RunQuestion, ScenarioEdits } from "../../engine/asks/simulate.ts";

/** Parameters that a slider moves. */
export const sliderKeys = ["approval", "delay", "duration", "late", "cover", "growth"] as const;
export type SliderKey = (typeof sliderKeys)[number];

/** A scenario of one's own: the text of the address, unpacked. */
export interface OwnYaml {
  readonly name: string;
  readonly yaml: string;
}

/** What a text of one's own is called, so that it can extend the scenario it began from; problems are told under it. */
export const ownName = (scenario: string): string => `${scenario}-edited`;

/** What the address changes in the scenario it names; absent = nothing. */
export function editsOf(address: Address): ScenarioEdits | undefined {
  const { off, add, events } = address;
  const sliders = sliderKeys.flatMap((key) => (address[key] === undefined ? [] : [[key, address[key]] as const]));
  const edits: ScenarioEdits = {
    ...(off.length > 0 ? { off } : {}),
    ...(add.length > 0 ? { add } : {}),
    ...(events === undefined || Object.keys(events).length === 0 ? {} : { events }),
    ...Object.fromEntries(sliders),
  };
  return Object.keys(edits).length === 0 ? undefined : edits;
}

/** The question of what the address shows, seen from its country. */
export function questionOf(address: Address, own: OwnYaml | null): RunQuestion {
  const edits = editsOf(address);
  return { scenario: own ?? address.scenario, viewpoint: [address.for], ...(edits ? { edits } : {}) };
}

/** What is compared with: another scenario as it is written, or this one without the edits. */
export function comparedQuestion(address: Address): RunQuestion | null {
  return address.with === undefined ? null : { scenario: address.with, viewpoint: [address.for] };
}

/** An address without any change to its scenario. */
export const unedited = {
  off: [],
  add: [],
  events: undefined,
  yaml: undefined,
  ...(Object.fromEntries(sliderKeys.map((key) => [key, undefined])) as Record<SliderKey, undefined>),
} satisfies Partial<Address>;

/** A list with an id put in or taken out. */
export function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}
