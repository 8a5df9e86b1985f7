import { Injectable } from '@nestjs/common';
import { type Db } from '#platform/database';
import { declareJob, type JobHandler } from '#platform/jobs';
import { CompileClass } from './compile-class.js';

/** Compiles one class; the key is its id. */
export const compileClassJob = declareJob({ name: 'compile-class', concurrency: 3 });

@Injectable()
export class CompileClassHandler implements JobHandler {
  readonly job = compileClassJob;
  constructor(private readonly compile: CompileClass) {}
  perform(db: Db, key: string): Promise<void> {
    return this.compile.run(db, Number(key));
  }
}
