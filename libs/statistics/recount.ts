import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { CompileClass } from './compile-class.js';
import { CompileRepository } from './compile.repository.js';
import { WorldRepository } from './world.repository.js';

/**
 * Counts every class anew, one transaction each, then makes the cells anew from what the classes give and drops what nothing
 * stands behind any more. Marking goes on meanwhile.
 */
@Injectable()
export class Recount {
  constructor(
    private readonly transactions: Transactions,
    private readonly world: WorldRepository,
    private readonly compile: CompileClass,
    private readonly compiled: CompileRepository,
  ) {}

  async run(ctx: Context, onProgress: (done: number, all: number) => void = () => undefined): Promise<{ classes: number }> {
    const ids = await this.world.allClassIds(this.transactions.read);
    for (const [i, id] of ids.entries()) {
      await this.transactions.run(ctx, (db) => this.compile.run(db, id));
      onProgress(i + 1, ids.length);
    }
    await this.transactions.run(ctx, (db) => this.compiled.rebuildCells(db));
    await this.transactions.run(ctx, async (db) => this.compiled.rebuildSets(db, await this.compiled.forgottenSets(db)));
    return { classes: ids.length };
  }
}
