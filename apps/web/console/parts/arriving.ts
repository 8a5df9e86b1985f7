const isField = (element: Element | null): boolean => /^(INPUT|TEXTAREA|SELECT)$/.test(element?.tagName ?? '');

/**
 * Who went to another page goes on at its heading, by keyboard and in what is read aloud; at the page itself until the heading has
 * come. What the page gave the focus to by itself keeps it.
 */
export function arriveAt(main: HTMLElement): void {
  const { activeElement } = document;
  if (document.querySelector('dialog[open]') || (main.contains(activeElement) && isField(activeElement))) return;
  (main.querySelector('h1') ?? main).focus({ preventScroll: true });
}

/** A heading that comes after its page takes over from the page; one that goes gives back to it, for the next. */
export function handOver(heading: HTMLElement): () => void {
  const page = heading.closest('main');
  if (document.activeElement === page) heading.focus({ preventScroll: true });
  return () => {
    if (document.activeElement === heading) page?.focus({ preventScroll: true });
  };
}
