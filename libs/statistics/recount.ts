import { Injectable } from '@nestjs/common';
import { type Context } from '#platform/context';
import { Transactions } from '#platform/database';
import { cellMeasures } from './cells.js';
import { CompileClass } from './compile-class.js';
import { WorldRepository } from './world.repository.js';

/** Counts every class anew, one transaction each, then makes the cells anew from what the classes give. Marking goes on meanwhile. */
@Injectable()
export class Recount {
  constructor(
    private readonly transactions: Transactions,
    private readonly world: WorldRepository,
    private readonly compile: CompileClass,
  ) {}

  async run(ctx: Context, onProgress: (done: number, all: number) => void = () => undefined): Promise<{ classes: number }> {
    const ids = await this.world.allClassIds(this.transactions.read);
    for (const [i, id] of ids.entries()) {
      await this.transactions.run(ctx, (db) => this.compile.run(db, id));
      onProgress(i + 1, ids.length);
    }
    await this.transactions.run(ctx, async (db) => {
      // Compiles that run meanwhile wait for these rows and add their difference afterwards.
      await db.query('DELETE FROM figure_cells');
      await db.query(
        `INSERT INTO figure_cells (basis, level, unit_id, month, kind, audience, ${cellMeasures.join(', ')})
         SELECT basis, level, unit_id, month, kind, audience, ${cellMeasures.map((measure) => `SUM(${measure})`).join(', ')}
         FROM class_cells GROUP BY basis, level, unit_id, month, kind, audience`,
      );
    });
    return { classes: ids.length };
  }
}
