import { Injectable } from '@nestjs/common';
import { type Db } from '#platform/database';
import { declareJob, holdLease, type JobHandler, type Progress } from '#platform/jobs';
import { CompileClass } from './compiling/compile-class.js';

/**
 * Compiles a class; the key is its id. Figures wait for no longer than the lease when a worker is killed over it. While a class is being
 * marked it is compiled a few times a second, not once for each mark; classes that wait at one moment share their questions and their cells.
 */
export const compileClassJob = declareJob({ name: 'compile-class', concurrency: 2, together: 8, leaseSeconds: 10, restMs: 150 });

@Injectable()
export class CompileClassHandler implements JobHandler {
  readonly job = compileClassJob;
  constructor(private readonly compile: CompileClass) {}
  perform(db: Db, key: string, progress: Progress): Promise<void> {
    return this.performAll(db, [key], progress);
  }
  performAll(db: Db, keys: readonly string[], progress: Progress): Promise<void> {
    return holdLease(this.job, progress, () => this.compile.run(db, keys.map(Number)));
  }
}
