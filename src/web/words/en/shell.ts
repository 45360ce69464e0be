import type { AddressProblem } from "../../address/read.ts";
import type { Format } from "../format.ts";

/** Words of the frame: header, choosers, problems, footer. */
export const shell = (f: Format) => ({
  tagline: "Rehearse the next export control before it happens",
  skip: "Skip to the content",
  screens: {
    chain: "Chain",
    scenario: "Scenario",
    measures: "Measures",
    dependence: "Dependence",
    sources: "Sources",
    exposure: "Your exposure",
  },
  navigation: "Screens",
  choosers: "What is looked at",
  viewpoint: "Seen from",
  material: "Material",
  scenario: "Scenario",
  compare: "Compared with",
  nothing: "nothing",
  language: "Language",
  theme: { label: "Colours", auto: "Auto", light: "Light", dark: "Dark" },
  countries: "Countries",
  blocs: "Blocs",
  materials: "Materials",
  groups: "Groups",
  loading: "Loading …",
  computing: "Computing …",
  notLoaded: (v: { readonly file: string; readonly why: string }) =>
    `${v.file} could not be loaded (${v.why}). Check the connection and load the page again.`,
  fault: (v: { readonly why: string }) =>
    `The page met a fault of the program: ${v.why}. What you see may be incomplete; loading it again may help.`,
  screenFailed: (v: { readonly why: string }) =>
    `This screen stopped: ${v.why}. What you chose is kept in the address; another screen, or loading the page again, may help.`,
  again: "Try again",
  close: "Close",
  problems: (v: { readonly count: number }) =>
    `${v.count === 1 ? "Something" : `${f.number(v.count)} things`} in the address could not be used; what was there before is kept.`,
  problem: (p: AddressProblem): string => {
    const meant = (name: string | undefined) => (name === undefined ? "" : ` Did you mean “${name}”?`);
    switch (p.kind) {
      case "screen":
        return `There is no screen “${p.got}”.`;
      case "parameter":
        return `There is no parameter “${p.name}”.${meant(p.meant)}`;
      case "twice":
        return `“${p.name}” comes twice; the first counts.`;
      case "name":
        return `${p.name}: nothing is called “${p.got}”.${meant(p.meant)}`;
      case "value": {
        const e = p.expected;
        const expected =
          e.kind === "one of"
            ? f.or(e.options)
            : e.kind === "number"
              ? `a number from ${f.number(e.from)} to ${f.number(e.to)}, with a decimal point`
              : e.kind === "month"
                ? "a month such as 2026-12"
                : e.kind === "id"
                  ? "a name as in the dataset, such as dysprosium-oxide"
                  : e.kind === "ids"
                    ? "names as in the dataset, with commas between them"
                    : e.kind === "text"
                      ? `at most ${f.number(e.most)} characters`
                      : "a scenario as this page packs it into an address";
        return `${p.name}: got “${p.got}”, expected ${expected}.`;
      }
    }
  },
  foot: (v: { readonly figures: number; readonly sources: number }) =>
    `${f.number(v.figures)} figures from ${f.number(v.sources)} sources. Everything is computed in your browser; nothing you enter leaves it.`,
});

export type ShellWords = ReturnType<typeof shell>;
