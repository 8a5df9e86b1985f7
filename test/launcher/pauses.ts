const everyMs = 50;
/** Beside what a busy machine is late all the time. */
const pauseMs = 500;

/**
 * For how long this machine stood still, as far as this process could see: its ticks come late then. Limits that are told in seconds of the
 * machine's clock are measured by what is left without it.
 */
export class Pauses {
  #due = performance.now() + everyMs;
  #lateMs = 0;
  #longestMs = 0;
  readonly #ticking = setInterval(() => this.#look(), everyMs).unref();

  #look(): void {
    const now = performance.now();
    const lateMs = Math.max(0, now - this.#due);
    this.#lateMs += lateMs;
    this.#longestMs = Math.max(this.#longestMs, lateMs);
    this.#due = now + everyMs;
  }

  /** Ends the watch. */
  end(): { lateMs: number; sawOne: boolean } {
    clearInterval(this.#ticking);
    this.#look();
    return { lateMs: this.#lateMs, sawOne: this.#longestMs > pauseMs };
  }
}
