import { Injectable } from '@nestjs/common';
import { now } from '#platform/clock';
import { type Db } from '#platform/database';
import { countClass, ruleVersion } from '../counting/count-class.js';
import { WorldRepository } from '../world.repository.js';
import { Cells, touchedIn } from './cells.js';
import { CellsRepository } from './cells.repository.js';
import { CompileRepository } from './compile.repository.js';
import { type CountedRows, difference, noRows, rowsOf } from './counted-rows.js';
import { type Participated, PeopleChanges, yearOf } from './people-cells.js';

/**
 * Counts a class from the facts as they are now and works the difference to what was counted before into the figures: what it costs grows
 * with the class and with what changed, not with the county. Can be repeated at will.
 */
@Injectable()
export class CompileClass {
  constructor(
    private readonly world: WorldRepository,
    private readonly compiled: CompileRepository,
    private readonly cells: CellsRepository,
  ) {}

  async run(db: Db, classId: number): Promise<void> {
    const isNew = await this.compiled.lockClass(db, classId);
    const world = await this.world.around(db, [classId]);
    // A class that an import made may have been taken back with it.
    const after = world.classes.has(classId) ? rowsOf(countClass(classId, world)) : noRows();
    const before = isNew ? noRows() : await this.compiled.rows(db, classId);
    const { gone, fresh } = difference(before, after);
    await this.changeFigures(db, classId, gone, fresh);
    await this.compiled.replace(db, classId, gone, fresh);
    await this.compiled.noteCompiled(db, classId, now(), ruleVersion, after.attendances.length);
  }

  private async changeFigures(db: Db, classId: number, gone: CountedRows, fresh: CountedRows): Promise<void> {
    const changed = [...gone.participations, ...fresh.participations];
    const personIds = [...new Set(changed.map((row) => row.person_id))].sort((a, b) => a - b);
    await this.compiled.lockPeople(db, personIds);
    const years = [...new Set(changed.map((row) => yearOf(row.month)))];
    const everywhere = await this.compiled.participationsOf(db, personIds, years);
    const keys = await this.cells.keysOf(db, [...unitsOf(gone), ...unitsOf(fresh), ...everywhere.flatMap(unitsOfFact)]);
    const cells = new Cells(keys);
    cells.add(gone, -1);
    cells.add(fresh, 1);
    const people = new PeopleChanges(keys);
    const had = groupBy(gone.participations);
    const has = groupBy(fresh.participations);
    const others = groupBy(everywhere);
    for (const personId of personIds) {
      const goes = had.get(personId) ?? [];
      const went = new Set(goes.map((row) => row.counting_session_id));
      const kept = (others.get(personId) ?? []).filter((row) => row.class_id !== classId || !went.has(row.counting_session_id));
      people.add({ personId, gone: goes, fresh: has.get(personId) ?? [], kept });
    }
    await this.cells.add(db, cells.filled());
    await this.cells.addPeople(db, people.changedCells());
    await this.cells.changeSets(db, people.changedSets());
  }
}

const unitsOfFact = (row: Pick<Participated, 'trainee_unit_id' | 'host_unit_id' | 'venue_unit_id'>): number[] => [
  row.trainee_unit_id,
  row.host_unit_id,
  row.venue_unit_id,
];

const unitsOf = (rows: CountedRows): number[] => [
  ...[...rows.participations, ...rows.attendances, ...rows.declarations].flatMap(unitsOfFact),
  ...rows.held.flatMap((row) => [row.host_unit_id, row.venue_unit_id, ...touchedIn(row).map(([unitId]) => unitId)]),
];

function groupBy<T extends { person_id: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.person_id);
    if (group) group.push(row);
    else groups.set(row.person_id, [row]);
  }
  return groups;
}
