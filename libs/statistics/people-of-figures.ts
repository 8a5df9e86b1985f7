import { Injectable } from '@nestjs/common';
import { monthText } from '#platform/clock';
import { joined, listOf, type Question, question } from '#platform/database';
import { yearOf } from './compiling/people-cells.js';
import { countPersons } from './compiling/person-set.js';
import { type AskedUnit, type FigureQuery, type Grouping, isUnit, unitLevelOf } from './figure-query.js';
import { type CellsAt } from './figures.repository.js';

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
  by(unit: AskedUnit, query: FigureQuery, by: readonly Grouping[], cells: CellsAt): Question<Map<string, number>> {
    const period = keptPeriod(query, by);
    return period && cells.level !== 'village' ? this.kept(cells, query, by, period) : this.united(unit, query, by);
  }

  private kept(
    { level, unitIds }: CellsAt,
    query: FigureQuery,
    by: readonly Grouping[],
    period: { from: number; to: number },
  ): Question<Map<string, number>> {
    const where = ['p.basis = ?', 'p.level = ?', 'p.period BETWEEN ? AND ?', `p.unit_id IN ${listOf(unitIds)}`];
    const parameters: (string | number)[] = [query.basis, level, period.from, period.to, ...unitIds];
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
    type Row = { kind: string; period: number; audience: string; people: number } & Partial<Record<Grouping, number>>;
    // A cell's own unit is the only one asked for, nearly always.
    const finest = unitLevelOf(by);
    const alone = by.every((part) => part === finest || !isUnit(part)) && (finest === null || finest === level);
    const [units, from] = alone
      ? [`p.unit_id AS ${finest ?? 'town'}`, 'people_cells p']
      : [keys, 'people_cells p JOIN units u ON u.id = p.unit_id'];
    return question<Row, Map<string, number>>(
      `SELECT p.kind, p.period, p.audience, p.people, ${units} FROM ${from} WHERE ${where.join(' AND ')} AND p.people > 0`,
      parameters,
      (rows) =>
        new Map(
          rows.map((row) => [by.map((part) => (part === 'month' ? monthText(row.period) : String(row[part]))).join(' '), row.people]),
        ),
    );
  }

  private united(unit: AskedUnit, query: FigureQuery, by: readonly Grouping[]): Question<Map<string, number>> {
    if (query.basis !== 'trainee') return this.counted(unit, query, by);
    return joined([this.sets(unit, query)], (sets) => {
      const groups = new Map<string, Buffer[]>();
      for (const set of sets) {
        const key = by.map((part) => (part === 'month' ? monthText(set.month) : String(set[part]))).join(' ');
        const group = groups.get(key);
        if (group) group.push(set.persons);
        else groups.set(key, [set.persons]);
      }
      return new Map([...groups].map(([key, persons]) => [key, countPersons(persons)]));
    });
  }

  /** The sets of people of a unit's subtree, of the finest grain. */
  private sets(unit: AskedUnit, query: FigureQuery): Question<SetRow[]> {
    const { sql, parameters } = this.asked(unit, query);
    return question(
      `SELECT f.kind, f.month, f.audience, ${keys}, f.persons FROM person_sets f JOIN units u ON u.id = f.unit_id WHERE ${sql}`,
      parameters,
    );
  }

  /**
   * By host or venue, for a period that is neither a month nor a year, counted from the person-times themselves: one host may be that of a
   * whole county, whose sets every compile would write anew, for a question that is hardly ever asked.
   */
  private counted(unit: AskedUnit, query: FigureQuery, by: readonly Grouping[]): Question<Map<string, number>> {
    const { sql, parameters } = this.asked(unit, query);
    const parts = by.map((part) => (isUnit(part) ? `u.key_${part}` : `f.${part}`));
    type Row = Record<string, string | number>;
    const text = (row: Row, part: Grouping, i: number): string =>
      part === 'month' ? monthText(Number(row[`part${i}`])) : String(row[`part${i}`]);
    return question<Row, Map<string, number>>(
      `SELECT ${[...parts.map((part, i) => `${part} AS part${i}`), 'COUNT(DISTINCT f.person_id) AS people'].join(', ')}
       FROM participations f JOIN units u ON u.id = f.${query.basis}_unit_id WHERE ${sql}${parts.length > 0 ? ` GROUP BY ${parts.join(', ')}` : ''}`,
      parameters,
      (rows) => new Map(rows.map((row) => [by.map((part, i) => text(row, part, i)).join(' '), Number(row.people)])),
    );
  }

  private asked(unit: AskedUnit, query: FigureQuery): { sql: string; parameters: (string | number)[] } {
    const where = [`f.month ${monthsOf(query)}`, "u.path LIKE CONCAT(?, '%')"];
    const parameters: (string | number)[] = [unit.path];
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
