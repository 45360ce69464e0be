import { computed, effect, signal } from "@preact/signals";
import type { Lang } from "./address/fields/shared.ts";
import { languages } from "./address/fields/shared.ts";
import { withKnownNames } from "./address/known.ts";
import { type AddressProblem, type AddressReading, readAddress } from "./address/read.ts";
import { type Address, defaults, type ScreenId } from "./address/schema.ts";
import { writeAddress } from "./address/write.ts";
import type { Catalogue } from "./data/catalogue.ts";
import { type Format, formatOf } from "./words/format.ts";
import { english, type Words } from "./words/index.ts";
import { type Names, namesOf } from "./words/names.ts";

/** What an address without parameters means here: as {@link defaults}, in the language the browser asks for. */
const base: Address = { ...defaults, lang: preferredLanguage(globalThis.navigator?.languages ?? []) };

/** What the page shows; set by {@link change} and by the browser's own back and forward. */
export const address = signal<Address>(base);
/** What was wrong in the address that was asked for last. */
export const addressProblems = signal<readonly AddressProblem[]>([]);
export const catalogue = signal<Catalogue | null>(null);
export const words = signal<Words>(english);
export const format = signal<Format>(formatOf("en"));
export const names = signal<Names>(namesOf([], "en"));
/** Said to screen readers, politely. */
export const announcement = signal("");

/** The words are there: before, the page shows no sentence that would change its language. */
export const ready = signal(false);
/** A file of the page that could not be loaded. */
export const loadProblem = signal<{ readonly file: string; readonly why: string } | null>(null);

export const screen = computed<ScreenId>(() => address.value.screen);

/** What the country or bloc that the page looks from is called. */
export const viewpointName = computed(() => {
  const id = address.value.for;
  const country = catalogue.value?.countries.find((c) => c.id === id);
  return (country ? names.value.name("country", id, country.name) : names.value.name("bloc", id, id)).text;
});

export const materialName = computed(() => {
  const id = address.value.material;
  const material = catalogue.value?.materials.find((m) => m.id === id);
  return names.value.name(material?.group ? "group" : "material", id, material?.name).text;
});

/** The first language of the page that the reader prefers; English when none is. */
export function preferredLanguage(wanted: readonly string[]): Lang {
  for (const tag of wanted) {
    const found = languages.find((lang) => tag.toLowerCase().split("-")[0] === lang);
    if (found) return found;
  }
  return "en";
}

/**
 * Changes what is shown.
 * @param how "push" adds an entry to the history, "replace" does not (sliders, typing)
 */
export function change(to: Partial<Address>, how: "push" | "replace" = "push"): void {
  const next = { ...address.value, ...to };
  addressProblems.value = [];
  address.value = next;
  if (how === "push") writeNow("push");
  else writeSoon();
}

/** A link to what is shown, with something else. */
export function hrefOf(to: Partial<Address>): string {
  return writeAddress({ ...address.value, ...to });
}

const REPLACE_EVERY_MS = 300;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Browsers refuse hundreds of entries within seconds, so a slider writes the address when it pauses. */
function writeSoon(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => writeNow("replace"), REPLACE_EVERY_MS);
}

function writeNow(how: "push" | "replace"): void {
  clearTimeout(waiting);
  const hash = writeAddress(address.value);
  if (hash === location.hash) return;
  if (how === "push") history.pushState(null, "", hash);
  else history.replaceState(null, "", hash);
}

/** Reads the address bar: what is wrong in it is told, and leaves what was there. */
export function readLocation(first = false): void {
  if (waiting !== undefined) clearTimeout(waiting);
  const read = readAddress(location.hash, base);
  const known: AddressReading =
    catalogue.value === null ? read : withKnownNames(read, catalogue.value, first ? base : address.value);
  addressProblems.value = known.problems;
  if (known.problems.length === 0 || first) address.value = known.address;
  writeNow("replace");
}

/** Follows the address bar from now on. */
export function followLocation(): void {
  readLocation(true);
  addEventListener("popstate", () => readLocation());
  effect(() => {
    const { lang, theme } = address.value;
    document.documentElement.lang = lang;
    if (theme === undefined) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  });
}

/** Says something to screen readers. */
export function announce(text: string): void {
  announcement.value = text;
}
