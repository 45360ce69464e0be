/** What readers of rare-earth news look for, in this order; whatever moves or costs most fills up. */
export const QUOTED: readonly string[] = [
  "dysprosium-oxide",
  "terbium-oxide",
  "ndpr-oxide",
  "ndfeb-high-coercivity",
  "samarium-cobalt",
  "yttrium-oxide",
];
