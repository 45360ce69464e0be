/** For an element that scrolls by itself, beside a label: it must be reachable by keyboard, and is no landmark. */
export const SCROLLS = { class: "scroll", role: "group", tabIndex: 0 } as const;
