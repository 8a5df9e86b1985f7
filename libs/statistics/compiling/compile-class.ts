import { Injectable } from '@nestjs/common';
import { now } from '#platform/clock';
import { ask, type Db, type Question } from '#platform/database';
import { countClass, ruleVersion } from '../counting/count-class.js';
import { FoldedWorld } from '../counting/folded-world.js';
import { WorldRepository } from '../world.repository.js';
import { Cells, touchedIn } from './cells.js';
import { CellsRepository } from './cells.repository.js';
import { type ClassChange, CompileRepository } from './compile.repository.js';
import { difference, noRows, rowsOf } from './counted-rows.js';
import { type Participated, PeopleChanges, yearOf } from './people-cells.js';

/**
 * Counts classes from the facts as they are now and works the difference to what was counted before into the figures: what it costs grows
 * with the classes and with what changed, not with the county. Can be repeated at will.
 */
@Injectable()
export class CompileClass {
  constructor(
    private readonly world: WorldRepository,
    private readonly compiled: CompileRepository,
    private readonly cells: CellsRepository,
  ) {}

  async run(db: Db, some: readonly number[]): Promise<void> {
    const classIds = [...new Set(some)].sort((a, b) => a - b);
    const [{ before, isRecounting }, tied] = await ask(db, this.compiled.lockAndRead(classIds), this.world.tied(classIds));
    const folded = new FoldedWorld(await this.world.around(db, classIds, tied));
    const changes = classIds.map((classId) => {
      // A class that an import made may have been taken back with it.
      const after = folded.world.classes.has(classId) ? rowsOf(countClass(folded, classId)) : noRows();
      return { classId, facts: after.attendances.length, ...difference(before.get(classId) ?? noRows(), after) };
    });
    const sets = await this.changeCells(db, changes, this.compiled.noteTouched(isRecounting ? classIds : []));
    await ask(db, sets, this.compiled.replace(changes), this.compiled.noteCompiled(changes, now(), ruleVersion));
  }

  /** Answers how the sets of people have to be written then. A recount that catches up locks what it is `told` before people, too. */
  private async changeCells(db: Db, changes: readonly ClassChange[], told: Question<void>): Promise<Question<unknown>> {
    const gone = changes.flatMap((change) => change.gone.participations.map((row) => ({ ...row, class_id: change.classId })));
    const fresh = changes.flatMap((change) => change.fresh.participations);
    const changed = [...gone, ...fresh];
    const personIds = [...new Set(changed.map((row) => row.person_id))].sort((a, b) => a - b);
    const years = [...new Set(changed.map((row) => yearOf(row.month)))];
    const [, everywhere] = await ask(db, told, this.compiled.lockPeopleAndRead(personIds, years));
    const keys = await this.cells.keysOf(db, unitsOf(changes, everywhere));
    const cells = new Cells(keys);
    for (const change of changes) {
      cells.add(change.gone, -1);
      cells.add(change.fresh, 1);
    }
    const people = new PeopleChanges(keys);
    const [had, has, others] = [groupBy(gone), groupBy(fresh), groupBy(everywhere)];
    for (const personId of personIds) {
      const goes = had.get(personId) ?? [];
      const went = new Set(goes.map(placeInCount));
      const kept = (others.get(personId) ?? []).filter((row) => !went.has(placeInCount(row)));
      people.add({ personId, gone: goes, fresh: has.get(personId) ?? [], kept });
    }
    const changedSets = people.changedSets();
    const [, , sets] = await ask(
      db,
      this.cells.add(cells.filled()),
      this.cells.addPeople(people.changedCells()),
      this.cells.lockAndReadSets(changedSets),
    );
    return this.cells.writeSets(changedSets, sets);
  }
}

/** Of one person's person-times, each stands at one place. */
const placeInCount = (row: { class_id: number; counting_session_id: number }): string => `${row.class_id}/${row.counting_session_id}`;

/** Every unit in which one of these is counted. */
function unitsOf(changes: readonly ClassChange[], everywhere: readonly Participated[]): Set<number> {
  const units = new Set<number>();
  const place = (row: Pick<Participated, 'trainee_unit_id' | 'host_unit_id' | 'venue_unit_id'>): unknown =>
    units.add(row.trainee_unit_id).add(row.host_unit_id).add(row.venue_unit_id);
  everywhere.forEach(place);
  for (const { gone, fresh } of changes) {
    for (const rows of [gone, fresh]) {
      rows.participations.forEach(place);
      rows.attendances.forEach(place);
      rows.declarations.forEach(place);
      for (const row of rows.held) {
        units.add(row.host_unit_id).add(row.venue_unit_id);
        for (const [unitId] of touchedIn(row)) units.add(unitId);
      }
    }
  }
  return units;
}

function groupBy<T extends { person_id: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.person_id);
    if (group) group.push(row);
    else groups.set(row.person_id, [row]);
  }
  return groups;
}
