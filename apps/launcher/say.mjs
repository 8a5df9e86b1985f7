// Everything the launcher says goes through here: one line a step, Chinese first, English after the dot.

/** A failure with a cause that a person can mend: printed as its own line, never as a stack. */
export class Trouble extends Error {
  /**
   * @param {string} zh
   * @param {string} en
   * @param {{ more?: string[], exitCode?: number, cause?: unknown }} [options] `more`: lines printed below, such as commands or the end of a log
   */
  constructor(zh, en, { more = [], exitCode = 1, cause } = {}) {
    super(`${zh} · ${en}`, { cause });
    this.more = more;
    this.exitCode = exitCode;
  }
}

// A closed terminal or pipe must not bring the launcher down before it has stopped what it started.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

/** @type {NodeJS.WritableStream} */
let out = process.stdout;
/** For a command whose own answer alone belongs on the standard output. */
export const sayOnStderr = () => void (out = process.stderr);
/** @param {string} text */
const line = (text) => void out.write(`${text}\n`);
/** @param {number} since what `performance.now()` answered at the beginning */
export const secondsSince = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

export const say = {
  line,
  /** @param {string} zh @param {string} en @param {number} since */
  done: (zh, en, since) => line(`✓ ${zh} · ${en} (${secondsSince(since)})`),
  /** @param {string} zh @param {string} en */
  note: (zh, en) => line(`· ${zh} · ${en}`),
  /** @param {string} zh @param {string} en */
  warn: (zh, en) => line(`! ${zh} · ${en}`),
  /** @param {unknown} error */
  trouble(error) {
    if (error instanceof Trouble) process.stderr.write([`✗ ${error.message}`, ...error.more.map((one) => `    ${one}`), ''].join('\n'));
    else process.stderr.write(`✗ 意外错误 · unexpected error\n${error instanceof Error ? error.stack : String(error)}\n`);
  },
};

/**
 * Runs one step and prints its line with the time it took.
 * @template T
 * @param {() => Promise<T> | T} work
 * @param {(result: T) => [zh: string, en: string]} words
 * @returns {Promise<T>}
 */
export async function step(work, words) {
  const since = performance.now();
  const result = await work();
  say.done(...words(result), since);
  return result;
}
