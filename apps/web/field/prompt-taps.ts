import { isClearTap, isSameTap } from './rules/clear-tap.policy.ts';

/** Carried by buttons that are clicked as the finger lifts. */
export const promptly = { 'data-promptly': '' } as const;

interface Began {
  button: HTMLButtonElement;
  at: number;
  x: number;
  y: number;
}

/**
 * Between a finger's lifting and the click browsers ask themselves what was meant, draw the button as pressed and speak of a mouse that is not
 * there: on an old phone that takes longer than writing the mark. Where it can only have been a tap the click comes at once, and the browser's
 * own does not; of all else the browser says itself, as ever, whether there is a click.
 */
export function hearTapsPromptly(): void {
  let began: Began | null = null;
  /** Clicked already: whatever the browser makes of the same touch is the same tap, also where something else lies under the finger by then. */
  let clicked: { at: number; x: number; y: number } | null = null;
  let isOneOfSeveral = false;
  let scrolled = -Infinity;
  // Before all others: what is heard first is done first.
  const hear = <Type extends keyof WindowEventMap>(type: Type, listener: (event: WindowEventMap[Type]) => void, passive = true): void =>
    window.addEventListener(type, listener, { capture: true, passive });
  hear('scroll', ({ timeStamp }) => (scrolled = timeStamp));
  hear('pointerdown', ({ target, pointerType, isPrimary, timeStamp, clientX, clientY }) => {
    isOneOfSeveral = !isPrimary;
    clicked = null;
    const button = target instanceof Element && pointerType === 'touch' && target.closest<HTMLButtonElement>('button[data-promptly]');
    began = button && isPrimary ? { button, at: timeStamp, x: clientX, y: clientY } : null;
  });
  hear('pointercancel', () => (began = null));
  hear('touchstart', ({ cancelable }) => {
    // A list on the move is not asked whether it may be touched.
    if (!cancelable) began = null;
  });
  hear('pointerup', ({ isPrimary, timeStamp, clientX, clientY }) => {
    const before = began;
    began = null;
    if (!before || !isPrimary) return;
    const moved = Math.hypot(clientX - before.x, clientY - before.y);
    if (!isClearTap({ began: before.at, ended: timeStamp, moved, isOneOfSeveral, scrolled })) return;
    // The browser's own click takes the focus with it, and the keyboard away.
    if (document.activeElement instanceof HTMLInputElement || !before.button.isConnected) return;
    before.button.click();
    clicked = { at: timeStamp, x: clientX, y: clientY };
  });
  hear(
    'touchend',
    (event) => {
      if (clicked && event.cancelable) event.preventDefault();
    },
    false,
  );
  hear(
    'click',
    (event) => {
      if (!clicked || !event.isTrusted) return;
      const away = Math.hypot(event.clientX - clicked.x, event.clientY - clicked.y);
      if (!isSameTap({ after: event.timeStamp - clicked.at, away })) return;
      clicked = null;
      event.stopPropagation();
      event.preventDefault();
    },
    false,
  );
}
