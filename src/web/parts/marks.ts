import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/** Give it to every mark of a chart that has a figure to show, beside an `aria-label`; see {@link useMarks}. */
export const MARK = { "data-mark": "", tabindex: -1, role: "img" } as const;

/**
 * One stop of the Tab key for all marks of a chart; arrows, Home and End go from mark to mark in reading order.
 * @param chart holds elements with {@link MARK}, which may come and go
 */
export function useMarks(chart: RefObject<Element | null>): void {
  useEffect(() => {
    const place = chart.current;
    if (!place) return;
    const marks = () => [...place.querySelectorAll<HTMLElement | SVGElement>("[data-mark]")];
    const stop = (at: Element | undefined) => {
      for (const mark of marks()) mark.setAttribute("tabindex", mark === at ? "0" : "-1");
    };
    const keepOneStop = () => {
      const all = marks();
      if (!all.some((mark) => mark.getAttribute("tabindex") === "0")) stop(all[0]);
    };
    const onKeyDown = (event: Event) => {
      const all = marks();
      const at = all.indexOf(document.activeElement as HTMLElement);
      const next = nextMark(at, (event as KeyboardEvent).key, all.length);
      if (at < 0 || next === undefined) return;
      event.preventDefault();
      all[next]?.focus();
    };
    const onFocusIn = (event: Event) => {
      if (event.target instanceof Element && event.target.hasAttribute("data-mark")) stop(event.target);
    };
    keepOneStop();
    const observer = new MutationObserver(keepOneStop);
    observer.observe(place, { childList: true, subtree: true });
    place.addEventListener("keydown", onKeyDown);
    place.addEventListener("focusin", onFocusIn);
    return () => {
      observer.disconnect();
      place.removeEventListener("keydown", onKeyDown);
      place.removeEventListener("focusin", onFocusIn);
    };
  }, [chart]);
}

/** The mark a key leads to; undefined for other keys. */
export function nextMark(at: number, key: string, count: number): number | undefined {
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return Math.min(at + 1, count - 1);
    case "ArrowLeft":
    case "ArrowUp":
      return Math.max(at - 1, 0);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
