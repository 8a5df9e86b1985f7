/** How long what is in progress may take to end once the program is told to stop; whatever is slower is cut off. */
const graceMs = 4_000;

/** Ends the program at the first signal. Work for later that is cut off is begun again from the outbox. */
export function endWhenTold(close: () => Promise<void>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), graceMs).unref();
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
