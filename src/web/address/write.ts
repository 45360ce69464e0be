import * as z from "zod/mini";
import type { Field } from "./field.ts";
import { type Address, addressSchema, fields } from "./schema.ts";

/** `#/chain?for=JPN&…`: reading it gives the same address. Parameters that say what their absence says are left out, but for those a reader of a link should see. */
export function writeAddress(address: Address): string {
  const said = Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = address[name as keyof typeof fields];
      const { absent, always } = field as Field<unknown>;
      const silent = value === undefined || (!always && JSON.stringify(value) === JSON.stringify(absent));
      return silent ? [] : [[name, value]];
    }),
  );
  const texts = z.encode(addressSchema, said) as Readonly<Record<string, string>>;
  const query = Object.entries(texts).map(([name, text]) => `${name}=${readable(text)}`);
  return `#/${address.screen}${query.length > 0 ? `?${query.join("&")}` : ""}`;
}

/** Commas and colons need no escape in the part after `#`, and links are read by people. */
const readable = (text: string) => encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("%40", "@");
