import { Injectable } from '@nestjs/common';
import { audienceOn, type PersonRow, PositionRepository } from '#people';
import { today } from '#platform/clock';
import { type Db } from '#platform/database';
import { displayName, UnitRepository } from '#units';
import { idText } from '../wire/index.js';
import { type PersonView } from './people.dto.js';

const textOrNull = (id: number | null): string | null => (id === null ? null : idText(id));

/** People as callers see them, with what they were and where: three statements, however many they are. */
@Injectable()
export class ShownPeople {
  constructor(
    private readonly positions: PositionRepository,
    private readonly places: UnitRepository,
  ) {}

  async views(db: Db, rows: readonly PersonRow[]): Promise<PersonView[]> {
    const ids = rows.map((row) => row.id);
    const positions = await this.positions.ofPeople(db, ids);
    const units = await this.positions.unitsOf(db, ids);
    const named = [...units.map(({ unitId }) => unitId), ...positions.flatMap(({ unitId }) => unitId ?? [])];
    const places = await this.places.byIds(db, [...new Set(named)]);
    const nameOf = (unitId: number): string => displayName(places.get(unitId)!.name);
    const on = today();
    return rows.map((row) => {
      const held = positions.filter((position) => position.personId === row.id);
      const { unitName, ...shown } = row;
      return {
        ...shown,
        id: idText(row.id),
        unitId: idText(row.unitId),
        unit: displayName(unitName),
        mergedInto: textOrNull(row.mergedInto),
        audience: audienceOn(on, { ...row, positions: held }),
        positions: held.map(({ id, kind, unitId, from, to, version }) => ({
          id: idText(id),
          kind,
          unitId: textOrNull(unitId),
          unit: unitId === null ? null : nameOf(unitId),
          from,
          to,
          version,
        })),
        units: units
          .filter((entry) => entry.personId === row.id)
          .map(({ from, unitId }) => ({ from, unitId: idText(unitId), unit: nameOf(unitId) })),
      };
    });
  }
}
