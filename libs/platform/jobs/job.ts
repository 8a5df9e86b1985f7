import { type Db } from '#platform/database';

/**
 * A kind of work for later. Declared once, beside its owner. Its key is an id, never personal data; several requests for the
 * same key before it runs are one row whose `seq` grows.
 */
export interface Job {
  readonly name: string;
  /** How many pieces a process does at once; with `together`, how many transactions of several. */
  readonly concurrency: number;
  /** So many pieces that wait at one moment are done in one transaction at most. Not set: each in its own. */
  readonly together?: number;
  /** Work whose process says nothing for this long, having been killed, is given to another. */
  readonly leaseSeconds: number;
  /** After this many begins without an end it is given up, by its handler's own `giveUp`. Not set: it is tried for ever. */
  readonly attempts?: number;
  /** The same piece is not begun again sooner than after so many ms, and what comes meanwhile goes with it. Not set: at once. */
  readonly restMs?: number;
}

const declared = new Map<string, Job>();

/** Declares a job. @throws when the name is taken. */
export function declareJob(job: Job): Job {
  if (declared.has(job.name)) throw new Error(`job "${job.name}" is declared twice`);
  declared.set(job.name, job);
  return job;
}

export const declaredJobs = (): Job[] => [...declared.values()];
export const restOf = (name: string): number => declared.get(name)?.restMs ?? 0;

/** Keeps a claim on work that goes on. */
export interface Progress {
  /** How often the work was begun without an end, this time counted. */
  readonly attempt: number;
  /** Prolongs the lease. `false` when it has been lost. */
  leaseAlive(): Promise<boolean>;
}

/** Does work, one piece or several. Whatever it writes through `db` is committed together with the end of their outbox rows. */
export interface JobHandler {
  readonly job: Job;
  perform(db: Db, key: string, progress: Progress): Promise<void>;
  /** What a job done together with others needs: the same for several pieces, none of them begun before. */
  performAll?(db: Db, keys: readonly string[], progress: Progress): Promise<void>;
  /** Ends work that was begun as often as its job allows. What it writes is committed as that of `perform` is. */
  giveUp?(db: Db, key: string): Promise<void>;
}

/** Every declared job has exactly one handler. @throws with the line to write. */
export function checkHandlers(handlers: readonly JobHandler[]): Map<string, JobHandler> {
  const byName = new Map<string, JobHandler>();
  for (const handler of handlers) {
    if (byName.has(handler.job.name))
      throw new Error(`job "${handler.job.name}" has two handlers; remove one from apps/worker/handlers.ts`);
    if (handler.job.attempts && !handler.giveUp)
      throw new Error(`job "${handler.job.name}" is given up at times; its handler needs giveUp`);
    if (handler.job.together && !handler.performAll)
      throw new Error(`job "${handler.job.name}" is done together; its handler needs performAll`);
    byName.set(handler.job.name, handler);
  }
  for (const job of declaredJobs()) {
    if (!byName.has(job.name)) throw new Error(`job "${job.name}" has no handler; add one to the list in apps/worker/handlers.ts`);
  }
  return byName;
}
