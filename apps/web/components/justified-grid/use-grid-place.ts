import { type RefObject, useLayoutEffect, useState } from "react";

/** Where an element stands in the element that scrolls it. */
export interface GridPlace {
  scroller: HTMLElement | null;
  /** Px from the top of the scrolled content. */
  offsetPx: number;
  /** Whole px; 0 before the first measure. */
  widthPx: number;
}

/** Measures an element's width and its place in what scrolls it, and follows both. */
export function useGridPlace(ref: RefObject<HTMLElement | null>): GridPlace {
  const [place, setPlace] = useState<GridPlace>({ scroller: null, offsetPx: 0, widthPx: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const scroller = scrollerOf(element);
    const measure = () => {
      const widthPx = Math.floor(element.clientWidth);
      const offsetPx = Math.round(element.getBoundingClientRect().top - topOf(scroller) + scroller.scrollTop);
      setPlace((before) =>
        before.widthPx === widthPx && before.offsetPx === offsetPx && before.scroller === scroller
          ? before
          : { scroller, offsetPx, widthPx },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // What stands above (folders, a banner) moves the grid without resizing it.
    if (element.parentElement) observer.observe(element.parentElement);
    return () => observer.disconnect();
  }, [ref]);
  return place;
}

const topOf = (scroller: HTMLElement) =>
  scroller === document.documentElement ? 0 : scroller.getBoundingClientRect().top;

function scrollerOf(element: HTMLElement): HTMLElement {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (parent === document.body) break;
    if (/auto|scroll|overlay/.test(getComputedStyle(parent).overflowY)) return parent;
  }
  return document.documentElement;
}
