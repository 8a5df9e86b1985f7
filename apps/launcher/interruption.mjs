// The ways in which somebody asks the launcher to stop.

/**
 * Answers once: with the signal, or with the error nobody caught. Further signals are ignored, since npm passes on a Ctrl-C that the
 * terminal has already delivered, and a stop has its own time limit.
 * @returns {Promise<{ signal: NodeJS.Signals } | { error: unknown }>}
 */
export function untilInterrupted() {
  return new Promise((resolve) => {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => resolve({ signal }));
    process.on('uncaughtException', (error) => resolve({ error }));
    // npm hands a SIGTERM to the shell between it and us, which dies of it without passing it on.
    const parent = process.ppid;
    if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && resolve({ signal: 'SIGTERM' }), 250).unref();
  });
}

/** @param {{ signal: NodeJS.Signals } | { error: unknown }} interruption the shell's way of telling a signal in an exit code */
export const exitCodeOf = (interruption) =>
  'signal' in interruption ? 128 + { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }[/** @type {'SIGINT'} */ (interruption.signal)] : 1;
