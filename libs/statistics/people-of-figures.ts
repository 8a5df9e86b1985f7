import { Injectable } from '@nestjs/common';
import { monthText } from '#platform/clock';
import { type Db, listOf } from '#platform/database';
import { yearOf } from './compiling/people-cells.js';
import { countPersons } from './compiling/person-set.js';
import { type AskedUnit, type FigureQuery, type Grouping } from './figure-query.js';
import { cellsAt, levelFor } from './figures.repository.js';

interface SetRow {
  kind: string;
  month: number;
  audience: string;
  village: number;
  town: number;
  county: number;
  persons: Buffer;
}

/** How many different people stand behind a figure and each of its parts: kept numbers where there are, else the union of sets. */
@Injectable()
export class PeopleOfFigures {
  /** By the parts of the key, joined by blanks, each counted anew and never added; with no parts, one number under the empty text. */
  async by(db: Db, unit: AskedUnit, query: FigureQuery, by: readonly Grouping[]): Promise<Map<string, number>> {
    const period = keptPeriod(query, by);
    return period && levelFor(unit, by).level !== 'village' ? this.kept(db, unit, query, by, period) : this.united(db, unit, query, by);
  }

  private async kept(
    db: Db,
    unit: AskedUnit,
    query: FigureQuery,
    by: readonly Grouping[],
    period: { from: number; to: number },
  ): Promise<Map<string, number>> {
    const { level, unitIds } = await cellsAt(db, unit, by);
    const where = ['p.basis = ?', 'p.level = ?', 'p.period BETWEEN ? AND ?', `p.unit_id IN ${listOf(unitIds)}`];
    const parameters: unknown[] = [query.basis, level, period.from, period.to, ...unitIds];
    for (const [column, asked] of [
      ['kind', query.kind],
      ['audience', query.audience],
    ] as const) {
      if (!asked && by.includes(column)) where.push(`p.${column} <> '*'`);
      else {
        where.push(`p.${column} = ?`);
        parameters.push(asked ?? '*');
      }
    }
    const rows: { kind: string; period: number; audience: string; village: number; town: number; county: number; people: number }[] =
      await db.query(
        `SELECT p.kind, p.period, p.audience, p.people, u.key_village AS village, u.key_town AS town, u.key_county AS county
         FROM people_cells p JOIN units u ON u.id = p.unit_id WHERE ${where.join(' AND ')} AND p.people > 0`,
        parameters,
      );
    return new Map(
      rows.map((row) => [by.map((part) => (part === 'month' ? monthText(row.period) : String(row[part]))).join(' '), row.people]),
    );
  }

  private async united(db: Db, unit: AskedUnit, query: FigureQuery, by: readonly Grouping[]): Promise<Map<string, number>> {
    if (query.basis !== 'trainee') return this.counted(db, unit, query, by);
    const groups = new Map<string, Buffer[]>();
    for (const set of await this.sets(db, unit, query)) {
      const key = by.map((part) => (part === 'month' ? monthText(set.month) : String(set[part]))).join(' ');
      const group = groups.get(key);
      if (group) group.push(set.persons);
      else groups.set(key, [set.persons]);
    }
    return new Map([...groups].map(([key, sets]) => [key, countPersons(sets)]));
  }

  /** The sets of people of a unit's subtree, of the finest grain. */
  private sets(db: Db, unit: AskedUnit, query: FigureQuery): Promise<SetRow[]> {
    const { sql, parameters } = this.asked(unit, query);
    return db.query(
      `SELECT f.kind, f.month, f.audience, ${keys}, f.persons FROM person_sets f JOIN units u ON u.id = f.unit_id WHERE ${sql}`,
      parameters,
    );
  }

  /**
   * By host or venue, for a period that is neither a month nor a year, counted from the person-times themselves: one host may be that of a
   * whole county, whose sets every compile would write anew, for a question that is hardly ever asked.
   */
  private async counted(db: Db, unit: AskedUnit, query: FigureQuery, by: readonly Grouping[]): Promise<Map<string, number>> {
    const { sql, parameters } = this.asked(unit, query);
    const parts = by.map((part) => (part === 'village' || part === 'town' || part === 'county' ? `u.key_${part}` : `f.${part}`));
    const rows: Record<string, string | number>[] = await db.query(
      `SELECT ${[...parts.map((part, i) => `${part} AS part${i}`), 'COUNT(DISTINCT f.person_id) AS people'].join(', ')}
       FROM participations f JOIN units u ON u.id = f.${query.basis}_unit_id WHERE ${sql}${parts.length > 0 ? ` GROUP BY ${parts.join(', ')}` : ''}`,
      parameters,
    );
    const text = (row: Record<string, string | number>, part: Grouping, i: number): string =>
      part === 'month' ? monthText(Number(row[`part${i}`])) : String(row[`part${i}`]);
    return new Map(rows.map((row) => [by.map((part, i) => text(row, part, i)).join(' '), Number(row.people)]));
  }

  private asked(unit: AskedUnit, query: FigureQuery): { sql: string; parameters: unknown[] } {
    const where = [`f.month ${monthsOf(query)}`, "u.path LIKE CONCAT(?, '%')"];
    const parameters: unknown[] = [unit.path];
    for (const column of ['kind', 'audience'] as const) {
      if (!query[column]) continue;
      where.push(`f.${column} = ?`);
      parameters.push(query[column]);
    }
    return { sql: where.join(' AND '), parameters };
  }
}

const keys = 'u.key_village AS village, u.key_town AS town, u.key_county AS county';

/** Numbers are kept for single months (six digits) and for whole years (four): whether what is asked is made of one of them. */
function keptPeriod({ from, to }: FigureQuery, by: readonly Grouping[]): { from: number; to: number } | null {
  if (by.includes('month') || from === to) return { from: Math.max(from, 100_001), to };
  const year = yearOf(from);
  return from === year * 100 + 1 && to === year * 100 + 12 ? { from: year, to: year } : null;
}

/** The months of a period one by one, twenty years of them at most: each is a place of the key, where a span would be a scan. */
function monthsOf({ from, to }: FigureQuery): string {
  const months: number[] = [];
  for (let month = from; month <= to; month = month % 100 === 12 ? month + 89 : month + 1)
    if (months.push(month) > 240) return `BETWEEN ${Number(from)} AND ${Number(to)}`;
  return `IN (${months.join()})`;
}
