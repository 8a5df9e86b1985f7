import { type Job, type Progress } from './job.js';

/** Work that takes longer hangs on something that no longer answers, and another process may try. */
const longestMs = 10 * 60_000;

/**
 * Prolongs the lease from beside while the work goes on: for work whose single steps may outlast it. A process that was killed or stands
 * still prolongs nothing.
 */
export async function holdLease<T>({ leaseSeconds }: Job, progress: Progress, work: () => Promise<T>): Promise<T> {
  const until = performance.now() + longestMs;
  const timer = setInterval(
    () => {
      // Whether it was lost meanwhile is asked at the end, in the transaction that did the work.
      if (performance.now() < until) progress.leaseAlive().catch(() => undefined);
    },
    (leaseSeconds * 1_000) / 3,
  );
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
