import { effect } from "@preact/signals";
import type { Lang } from "./address/fields/shared.ts";
import type { Catalogue } from "./data/catalogue.ts";
import { LoadError, loadJson } from "./data/files.ts";
import { address, catalogue, followLocation, format, loadProblem, names, ready, words } from "./state.ts";
import { formatOf } from "./words/format.ts";
import { wordsIn } from "./words/index.ts";
import { namesOf } from "./words/names.ts";

/** Loads names and words, then shows what the address asks for. What cannot be loaded is said in the banner. */
export async function start(): Promise<void> {
  addEventListener("error", (event) => tellFault(event.message));
  addEventListener("unhandledrejection", (event) => tellFault(String(event.reason)));
  await attempt(async () => {
    catalogue.value = await loadJson<Catalogue>("catalogue");
  });
  followLocation();
  let asked: Lang | undefined;
  effect(() => {
    const { lang } = address.value;
    if (lang === asked) return;
    asked = lang;
    void attempt(() => speak(lang, () => asked === lang)).then(() => {
      ready.value = true;
    });
  });
}

/** A fault outside of any screen: said in words, and left in the console for who mends it. */
function tellFault(why: string): void {
  // browsers say so when a chart that follows its width needs a second look; nothing is wrong
  if (why.startsWith("ResizeObserver loop")) return;
  loadProblem.value = { file: "", why };
}

async function speak(lang: Lang, stillAsked: () => boolean): Promise<void> {
  const [newWords, rows] = await Promise.all([
    wordsIn(lang),
    loadJson<readonly (readonly [string, string, string])[]>(`names-${lang}`),
  ]);
  if (!stillAsked()) return;
  words.value = newWords;
  names.value = namesOf(rows, lang);
  format.value = formatOf(lang);
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
    loadProblem.value = null;
  } catch (error) {
    const told = error instanceof LoadError ? error : new LoadError("script", String(error));
    loadProblem.value = { file: told.file, why: told.why };
  }
}
