import * as z from "zod/mini";
import type { Field } from "./field.ts";
import { chain } from "./fields/chain.ts";
import { dependence } from "./fields/dependence.ts";
import { exposure } from "./fields/exposure.ts";
import { measures } from "./fields/measures.ts";
import { scenario } from "./fields/scenario.ts";
import { shared } from "./fields/shared.ts";
import { sources } from "./fields/sources.ts";

export const screenIds = ["chain", "scenario", "measures", "dependence", "sources", "exposure"] as const;
export type ScreenId = (typeof screenIds)[number];

/** Every parameter of the address, in the order it is written. */
export const fields = { ...shared, ...chain, ...scenario, ...measures, ...dependence, ...sources, ...exposure };
export type Fields = typeof fields;
export type Parameter = keyof Fields;

type ValueOf<F> = F extends Field<infer T> ? T : never;

/** What the page shows: the screen and every parameter; those without a value of their own may be undefined. */
export type Address = { readonly screen: ScreenId } & {
  readonly [P in Parameter]?: ValueOf<Fields[P]> | undefined;
} & { readonly [P in WithDefault]: ValueOf<Fields[P]> };

/** Parameters that are never undefined. */
export type WithDefault = "for" | "material" | "scenario" | "lang" | "measures" | "off" | "add" | "minerals" | "q";

const codecs = Object.fromEntries(
  Object.entries(fields).map(([name, field]) => [name, z.optional((field as Field<unknown>).codec)]),
);

/** The one schema of the address: texts by parameter ↔ values by parameter. */
export const addressSchema = z.strictObject(codecs);

/** What an address without parameters means. */
export const defaults = {
  screen: "chain",
  ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, (field as Field<unknown>).absent])),
} as Address;
