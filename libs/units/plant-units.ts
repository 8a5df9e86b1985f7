import { Injectable } from '@nestjs/common';
import { type Db } from '#platform/database';
import { alwaysThere } from './create-unit.js';
import { type UnitLine } from './unit-line.js';
import { placeUnder } from './unit-place.policy.js';
import { placeOf, type UnitRow, UnitRepository } from './unit.repository.js';
import { villageKind } from './village-kind.policy.js';

/** Adds many units to the tree: a few statements for each generation, however many there are. */
@Injectable()
export class PlantUnits {
  constructor(private readonly units: UnitRepository) {}

  /**
   * Adds those whose code is not in `known`, and puts them into it. Lines whose unit above is neither known nor among the lines are
   * given back. That each may stand where it stands has been judged before.
   */
  async plant(db: Db, known: Map<string, UnitRow>, lines: readonly UnitLine[]): Promise<{ created: UnitLine[]; homeless: UnitLine[] }> {
    const created: UnitLine[] = [];
    let waiting = lines.filter((line) => !known.has(line.code));
    for (;;) {
      const ready = waiting.filter((line) => line.parentCode === null || known.has(line.parentCode));
      if (ready.length === 0) return { created, homeless: waiting };
      waiting = waiting.filter((line) => !ready.includes(line));
      await this.addGeneration(db, known, ready);
      created.push(...ready);
    }
  }

  private async addGeneration(db: Db, known: Map<string, UnitRow>, lines: readonly UnitLine[]): Promise<void> {
    const parentOf = (line: UnitLine): UnitRow | null => (line.parentCode === null ? null : known.get(line.parentCode)!);
    await this.units.insert(
      db,
      lines.map((line) => ({
        parentId: parentOf(line)?.id ?? null,
        level: line.level,
        villageKind: line.level === 'village' ? villageKind(line.code) : null,
        name: line.name,
        code: line.code,
        validFrom: line.validFrom ?? alwaysThere,
      })),
    );
    const codes = lines.map((line) => line.code);
    const fresh = await this.units.byCodes(db, codes);
    await this.units.settle(
      db,
      lines.map((line) => {
        const parent = parentOf(line);
        return { id: fresh.get(line.code)!.id, ...placeUnder(fresh.get(line.code)!, parent && placeOf(parent)) };
      }),
    );
    for (const [code, row] of await this.units.byCodes(db, codes)) known.set(code, row);
  }
}
