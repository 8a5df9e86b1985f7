import { randomUUID } from 'node:crypto';
import { setImmediate as giveWay, setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { now } from '#platform/clock';
import { type Context } from '#platform/context';
import { ask, type Db, Transactions } from '#platform/database';
import { Outbox } from '#platform/jobs';
import { Cells } from '../compiling/cells.js';
import { CellsRepository } from '../compiling/cells.repository.js';
import { CompileClass } from '../compiling/compile-class.js';
import { CompileRepository } from '../compiling/compile.repository.js';
import { rowsOf } from '../compiling/counted-rows.js';
import { countClass, ruleVersion } from '../counting/count-class.js';
import { FoldedWorld } from '../counting/folded-world.js';
import { type World } from '../counting/world.js';
import { compileClassJob } from '../statistics.jobs.js';
import { WorldRepository } from '../world.repository.js';
import { AsideRepository, asideSuffix, type Counted } from './aside.repository.js';
import { PeopleTally } from './people-tally.js';

/** Somebody else recounts at this moment. */
export class RecountGoesOn extends Error {
  constructor() {
    super('另一个重新统计正在进行 · another recount is going on');
  }
}

/** Classes whose facts are read together and committed together: those of villages have hundreds of marks each, all held in memory. */
const together = 50;
const renewMs = 60_000;
/** So few classes may be left to catch up with while compiles wait. */
const few = 20;

/**
 * Counts everything anew beside the figures that are served, and puts all of it in their place at once. Marking and compiling go on
 * meanwhile; what they touch is counted once more before the end. Broken off while it counts, it goes on where it was at the next call.
 */
@Injectable()
export class Recount {
  private readonly compileAside: CompileClass;

  constructor(
    private readonly transactions: Transactions,
    private readonly world: WorldRepository,
    private readonly aside: AsideRepository,
    private readonly tally: PeopleTally,
    private readonly outbox: Outbox,
  ) {
    this.compileAside = new CompileClass(world, new CompileRepository(asideSuffix), new CellsRepository(asideSuffix));
  }

  /** @throws RecountGoesOn */
  async run(ctx: Context, onProgress: (done: number, all: number) => void = () => undefined): Promise<{ classes: number }> {
    const [owner, db] = [randomUUID(), this.transactions.read];
    if (!(await this.aside.claim(db, owner))) throw new RecountGoesOn();
    const renewing = setInterval(() => void this.aside.renew(db, owner).catch(() => undefined), renewMs);
    try {
      const from = await this.aside.prepare(db, ruleVersion);
      // Whatever a recount that died in the swap may have put aside with the old tables.
      await this.owe(ctx);
      const ids = await this.world.allClassIds(db);
      await this.countAll(ctx, owner, { ids, from }, onProgress);
      // The server makes keys while people are counted. Broken off until here, what is left is done at the next call.
      const keys = awaitedLater(this.aside.addKeys(db));
      await this.tally.run(ctx).finally(() => keys);
      await this.aside.cannotGoOn(db);
      await this.aside.analyze(db);
      for (let wait = 1_000; ; wait = Math.min(2 * wait, 30_000)) {
        await this.catchUp(ctx, few);
        if (await this.aside.swap(owner, () => this.catchUp(ctx, 0))) break;
        // Somebody compares everything, or opens a decade: they are left in peace for a while.
        await pause(wait);
      }
      await this.owe(ctx);
      await this.aside.tidy(db);
      return { classes: ids.length };
    } finally {
      clearInterval(renewing);
      await this.aside.release(db, owner);
    }
  }

  /** Asks for a compile of what is still noted as touched: beside a recount it costs little, and a class that was forgotten is counted again. */
  private async owe(ctx: Context): Promise<void> {
    await this.transactions.run(ctx, async (db) => this.outbox.add(db, compileClassJob, await this.aside.touched(db)));
  }

  /** While some classes are counted, those after them are read and what those before them gave is written. */
  private async countAll(
    ctx: Context,
    owner: string,
    { ids, from }: { ids: readonly number[]; from: number },
    onProgress: (done: number, all: number) => void,
  ): Promise<void> {
    const left = ids.filter((id) => id >= from);
    const chunks = Array.from({ length: Math.ceil(left.length / together) }, (_, i) => left.slice(i * together, (i + 1) * together));
    let done = ids.length - left.length;
    let reading = chunks[0] && this.read(chunks[0]);
    let writing = Promise.resolve();
    try {
      for (const [i, chunk] of chunks.entries()) {
        const world = await reading!;
        const after = chunks[i + 1];
        reading = after && awaitedLater(this.read(after));
        const counted = await count(world, chunk);
        await writing;
        writing = awaitedLater(
          this.transactions
            .run(ctx, (db) => this.write(db, owner, counted, chunk.at(-1)! + 1))
            .then(() => onProgress((done += chunk.length), ids.length)),
        );
      }
    } finally {
      await Promise.allSettled([reading, writing]);
    }
    await writing;
  }

  /** What was true at some moment since the recount began: whatever changed since is compiled, and noted with it. */
  private async read(classIds: readonly number[]): Promise<World> {
    return this.transactions.snapshot((db) => this.world.around(db, classIds));
  }

  private async write(db: Db, owner: string, counted: readonly Counted[], next: number): Promise<void> {
    const cells = new Cells(await this.aside.everyUnit(db));
    for (const { rows } of counted) cells.add(rows, 1);
    // Together: the server would wait between them until the next class is counted.
    await ask(
      db,
      this.aside.insert(counted),
      this.aside.cells.add(cells.filled()),
      this.aside.appendToTally(counted.flatMap(({ rows }) => rows.participations)),
      this.aside.noteCounted(counted, now(), ruleVersion),
    );
    await this.aside.advance(db, owner, next);
  }

  /** Counts what was compiled meanwhile once more, until no more than so many are left. */
  private async catchUp(ctx: Context, mayBeLeft: number): Promise<void> {
    for (;;) {
      const ids = await this.aside.touched(this.transactions.read);
      if (ids.length <= mayBeLeft) return;
      for (const id of ids) {
        await this.transactions.run(ctx, async (db) => {
          await this.aside.forgetTouched(db, id);
          await this.compileAside.run(db, [id]);
        });
      }
    }
  }
}

/** Gives way after each class, so that reading and writing go on meanwhile. */
async function count(world: World, classIds: readonly number[]): Promise<Counted[]> {
  const folded = new FoldedWorld(world);
  const counted: Counted[] = [];
  for (const id of classIds) {
    if (!world.classes.has(id)) continue;
    counted.push({ id, rows: rowsOf(countClass(folded, id)) });
    await giveWay();
  }
  return counted;
}

/** That it failed is heard where it is awaited, whatever comes in between. */
function awaitedLater<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}
