import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

export interface Shown {
  from: number;
  to: number;
}

const beyond = 8;
/** So few that drawing all of them costs less than keeping count. */
const fewEnough = 80;

/** Which of many rows of one height are in view, with some beyond; all of them when the page is printed. */
export function useWindow(box: RefObject<HTMLElement | null>, rows: number, rowHeight: number): Shown {
  const [shown, setShown] = useState<Shown>({ from: 0, to: Math.min(rows, fewEnough) });
  const [printed, setPrinted] = useState(false);
  useEffect(() => {
    // At once: the printer looks right after.
    const all = (): void => flushSync(() => setPrinted(true));
    const some = (): void => setPrinted(false);
    window.addEventListener('beforeprint', all);
    window.addEventListener('afterprint', some);
    return () => {
      window.removeEventListener('beforeprint', all);
      window.removeEventListener('afterprint', some);
    };
  }, []);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const look = (): void => {
      const from = Math.max(0, Math.floor(element.scrollTop / rowHeight) - beyond);
      const to = Math.min(rows, Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + beyond);
      // In steps: a scroll of a few points draws nothing.
      setShown((now) =>
        from >= now.from && to <= now.to && now.to - now.from < 3 * (to - from)
          ? now
          : { from: Math.max(0, from - beyond), to: Math.min(rows, to + beyond) },
      );
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      sizes.disconnect();
    };
  }, [box, rows, rowHeight]);
  return printed || rows <= fewEnough ? { from: 0, to: rows } : { from: Math.min(shown.from, rows), to: Math.min(shown.to, rows) };
}
