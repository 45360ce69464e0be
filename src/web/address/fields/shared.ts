import { choice, id, month } from "../field.ts";

export const languages = ["en", "de", "ja"] as const;
export type Lang = (typeof languages)[number];

/** What every screen shares. */
export const shared = {
  /** whose view: ISO alpha-3 of a country, or a bloc */
  for: id({ absent: "JPN", always: true }),
  material: id({ absent: "dysprosium", always: true }),
  scenario: id({ absent: "us-japan-framework", always: true }),
  /** a second scenario to compare with */
  with: id(),
  /** the month that is looked at; absent: the screen chooses one that is worth looking at */
  month: month(),
  lang: choice(languages, { absent: "en", always: true }),
  /** absent: as the system has it */
  theme: choice(["light", "dark"]),
};
