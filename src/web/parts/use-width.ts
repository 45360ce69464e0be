import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** The width of an element in whole pixels, followed; 0 before it is there. */
export function useWidth(place: RefObject<Element | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    observer.observe(element);
    setWidth(Math.floor(element.clientWidth));
    return () => observer.disconnect();
  }, [place]);
  return width;
}
