/** What it is called, or the id of what says so. */
type Label = { readonly "aria-label": string } | { readonly "aria-labelledby": string };

/** For an element that scrolls by itself: it must be reachable by keyboard, needs a name, and is no landmark. */
export function scrolls(label: Label) {
  return { class: "scroll", role: "group", tabIndex: 0, ...label } as const;
}
