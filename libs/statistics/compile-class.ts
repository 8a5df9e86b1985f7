import { Injectable } from '@nestjs/common';
import { now } from '#platform/clock';
import { type Db } from '#platform/database';
import { cellsOf } from './cells.js';
import { CompileRepository } from './compile.repository.js';
import { countClass, ruleVersion } from './counting/count-class.js';
import { type ClassCount } from './counting/counted.js';
import { WorldRepository } from './world.repository.js';

/** Counts a class from the facts as they are now and works the difference into the figures. Can be repeated at will. */
@Injectable()
export class CompileClass {
  constructor(
    private readonly world: WorldRepository,
    private readonly compiled: CompileRepository,
  ) {}

  async run(db: Db, classId: number): Promise<void> {
    await this.compiled.lockClass(db, classId);
    const world = await this.world.around(db, [classId]);
    // A class that an import made may have been taken back with it.
    const count = world.classes.has(classId) ? countClass(classId, world) : nothingOf(classId);
    const keys = await this.compiled.unitKeys(db, unitsOf(count));
    const sets = await this.compiled.replaceFacts(db, count);
    await this.compiled.applyCells(db, classId, cellsOf(count, keys));
    await this.compiled.rebuildSets(db, sets);
    await this.compiled.noteCompiled(db, classId, now(), ruleVersion, count.attendances.length);
  }
}

const unitsOf = (count: ClassCount): number[] => [
  ...new Set([
    ...[...count.personTimes, ...count.attendances, ...count.declarations].flatMap((one) => [
      one.where.trainee,
      one.where.host,
      one.where.venue,
    ]),
    ...count.holdings.flatMap((one) => one.touched.map((touch) => touch.unitId)),
  ]),
];

const nothingOf = (classId: number): ClassCount => ({
  classId,
  kind: 'thematic',
  personTimes: [],
  attendances: [],
  declarations: [],
  holdings: [],
  leftOut: [],
});
