/** After the frame comes its way to the glass, and after that the next finger. */
const restMs = 30;
/** Nobody looks, and nothing is painted: it is waited for no longer. */
const patienceMs = 120;

/** Does it once what is to be drawn now has been painted. */
export function afterPaint(work: () => void): void {
  let isDone = false;
  const once = (): void => {
    if (isDone) return;
    isDone = true;
    clearTimeout(timer);
    work();
  };
  const timer = setTimeout(once, patienceMs);
  requestAnimationFrame(() => setTimeout(once, restMs));
}
