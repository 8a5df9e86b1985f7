import { now } from '../clock.ts';
import { dropLock, keepLock, tryPin } from '../kept/lock.ts';
import { type Lock } from '../kept/shapes.ts';
import { isAwayTooLong } from '../rules/lock.policy.ts';
import { couldNotKeep } from './marking.ts';
import { tellOtherTabs } from './other-tabs.ts';
import { type PhoneState } from './state.ts';

const key = 'sitang.field.here';
const noteEveryMs = 20_000;

/**
 * The app PIN: shuts the screens, and nothing else. What waits is handed over and rosters come all the same; no mark is ever touched by it.
 */
export class Locking {
  /** Not judged before the first look at what is kept. */
  #isLocked: boolean | undefined;
  #here = Number.NaN;

  constructor(private readonly state: PhoneState) {}

  /** Whether the screens are shut, with what is kept. */
  judge(lock: Lock | undefined): boolean {
    if (!lock) return (this.#isLocked = false);
    return (this.#isLocked ??= isAwayTooLong(lock, this.#lastHere(), now().getTime()));
  }

  /** From now on it is noted when somebody was here last, where a PIN asks; one of several tabs is enough. */
  watch(): void {
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.#lookAtClock();
      else this.#noteHere();
    });
    window.addEventListener('pagehide', () => this.#noteHere());
    setInterval(() => document.visibilityState === 'visible' && this.#lookAtClock(), noteEveryMs);
    this.#noteHere();
  }

  /** `null` where nobody may try yet, or the phone could not note the try. */
  async open(pin: string): Promise<boolean | null> {
    try {
      const tried = await tryPin(pin, now().getTime());
      if (!tried) return null;
      if (tried.right) this.#isLocked = false;
      this.state.set({ lock: tried.lock, isLocked: this.#isLocked === true });
      this.#noteHere();
      return tried.right;
    } catch (error) {
      couldNotKeep(this.state, error);
      return null;
    }
  }

  /** Sets the PIN, or takes it away with `null`; `false` where the phone could not keep it. */
  async set(to: { pin: string; minutes: number } | null): Promise<boolean> {
    try {
      const lock = to && (await keepLock(to.pin, to.minutes));
      if (!to) await dropLock();
      this.state.set({ lock });
      this.#noteHere();
      tellOtherTabs('everything');
      return true;
    } catch (error) {
      couldNotKeep(this.state, error);
      return false;
    }
  }

  #lookAtClock(): void {
    const { lock } = this.state.standing();
    if (lock && !this.#isLocked && isAwayTooLong(lock, this.#lastHere(), now().getTime())) {
      this.#isLocked = true;
      this.state.set({ isLocked: true });
    }
    this.#noteHere();
  }

  #noteHere(): void {
    if (this.#isLocked) return;
    this.#here = now().getTime();
    if (!this.state.standing().lock) return;
    try {
      localStorage.setItem(key, String(this.#here));
    } catch {
      // A full phone: this page knows it, and the PIN is asked for when it is opened again.
    }
  }

  /** As this page knows, or as another has noted. */
  #lastHere(): number | null {
    const noted = [this.#here, Number(localStorage.getItem(key) ?? Number.NaN)].filter(Number.isFinite);
    return noted.length > 0 ? Math.max(...noted) : null;
  }
}
