import { Injectable } from '@nestjs/common';
import { type Breakdown, type LeftOutReason, type Measure, type Partaker } from '#contract';
import { type Db, listOf } from '#platform/database';
import { filterOf, partakersOf, tableOf, unitColumn } from './counted-facts.js';
import { type AskedUnit, type FigureKey, type FigureQuery, measuresOf } from './figure-query.js';

export interface OpenedRow {
  classId: number;
  className: string;
  sessionId: number | null;
  date: string;
  personId: number | null;
  value: number;
  cursor: number[];
}

interface Source {
  table: string;
  /** Columns that order the rows and name one; the cursor is their values. */
  order: string[];
  session: string;
  person: string;
  value: string;
  where?: string;
}

const place = (column: string): Source => ({
  table: 'declarations',
  order: ['t.class_id', 't.session_id', 't.viewing_point_id'],
  session: 't.session_id',
  person: 'NULL',
  value: `t.${column}`,
  where: `t.${column} > 0`,
});
const touch = (measure: string): Source => ({
  table: 'held',
  order: ['t.class_id', 't.session_id'],
  session: 't.session_id',
  person: 'NULL',
  value: '1',
  where: `t.measure = '${measure}'`,
});

const sources: Record<Measure, Source> = {
  'personTimes.registered': {
    table: 'participations',
    order: ['t.class_id', 't.counting_session_id', 't.person_id'],
    session: 't.session_id',
    person: 't.person_id',
    value: '1',
  },
  attendances: {
    table: 'attendances',
    order: ['t.class_id', 't.session_id', 't.person_id'],
    session: 't.session_id',
    person: 't.person_id',
    value: '1',
  },
  people: { table: 'participations', order: ['t.person_id'], session: 'NULL', person: 't.person_id', value: '1' },
  'personTimes.declared': place('declared'),
  unverified: place('unverified'),
  unidentified: place('unidentified'),
  batches: touch('batches'),
  sessionsHeld: touch('sessionsHeld'),
  visits: touch('visits'),
};

/** Reads the counted facts behind a cell. */
@Injectable()
export class OpenFigureRepository {
  /** One row more than the limit, to know whether there is a next page. */
  async rows(
    db: Db,
    unit: AskedUnit,
    query: FigureQuery,
    key: FigureKey,
    page: { measure: Measure; after: number[] | null; limit: number },
  ): Promise<OpenedRow[]> {
    const source = sources[page.measure];
    if (this.excluded(page.measure, query, key)) return [];
    const filter = filterOf(source.table, unit, query, key);
    const where = [filter.sql, ...(source.where ? [source.where] : [])];
    const parameters = [...filter.parameters];
    const value = key.several ? `${source.value} * (${partakersOf(key.several, 't.session_id')} - 1)` : source.value;
    if (page.after) {
      where.push(`(${source.order.join(', ')}) > (${source.order.map(() => '?').join(', ')})`);
      parameters.push(...page.after);
    }
    // Several facts may stand for one row: a batch that touched many villages, a person at many lessons.
    const rows: Record<string, never>[] = await db.query(
      `SELECT ${source.order.map((column, i) => `${column} AS cursor${i}`).join(', ')}, MIN(t.class_id) AS classId, MIN(c.name) AS className,
         MIN(${source.session}) AS sessionId, MIN(t.date) AS date, MIN(${source.person}) AS personId, MAX(${value}) AS value
       FROM ${tableOf(source.table, key)} JOIN classes c ON c.id = t.class_id JOIN units u ON u.id = ${unitColumn(source.table, query.basis)}
       WHERE ${where.join(' AND ')} GROUP BY ${source.order.join(', ')} ORDER BY ${source.order.join(', ')} LIMIT ${Number(page.limit) + 1}`,
      parameters,
    );
    return rows.map((row) => ({ ...(row as unknown as OpenedRow), cursor: source.order.map((_, i) => Number(row[`cursor${i}`])) }));
  }

  /** What the values of all rows add up to. */
  async sum(db: Db, unit: AskedUnit, query: FigureQuery, key: FigureKey, measure: Measure): Promise<number> {
    const source = sources[measure];
    if (this.excluded(measure, query, key)) return 0;
    const filter = filterOf(source.table, unit, query, key);
    const value = key.several ? `${source.value} * (${partakersOf(key.several, 't.session_id')} - 1)` : source.value;
    const where = [filter.sql, ...(source.where ? [source.where] : [])].join(' AND ');
    const from = `${tableOf(source.table, key)} JOIN units u ON u.id = ${unitColumn(source.table, query.basis)} WHERE ${where}`;
    // What was held touched several units, and a person was at several lessons: those are rows once.
    const several = source.table === 'held' || measure === 'people';
    const [row] = await db.query(
      several
        ? `SELECT COALESCE(SUM(r.value), 0) AS n FROM (SELECT MAX(${value}) AS value FROM ${from} GROUP BY ${source.order.join(', ')}) r`
        : `SELECT COALESCE(SUM(${value}), 0) AS n FROM ${from}`,
      filter.parameters,
    );
    return Number(row.n);
  }

  async people(db: Db, ids: readonly number[]): Promise<Map<number, { name: string; unit: string; accessPath: string }>> {
    const rows: { id: number; name: string; unit: string; accessPath: string }[] = await db.query(
      `SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p.id IN ${listOf(ids)}`,
      [...ids],
    );
    return new Map(rows.map(({ id, ...row }) => [id, row]));
  }

  /** What a cell holds of each measure that it can be opened to; people are counted elsewhere. */
  async counted(db: Db, unit: AskedUnit, query: FigureQuery, key: FigureKey): Promise<Record<string, number>> {
    const told: Record<string, number> = {};
    for (const measure of measuresOf(key))
      if (measure !== 'people') told[measure.replace('personTimes.', '')] = await this.sum(db, unit, query, key, measure);
    return told;
  }

  /**
   * Person-times of a cell by whether these things hold of the person: of the rest, one is known not to hold, or none of them is known not
   * to and one is not known.
   */
  async ofPeople(
    db: Db,
    unit: AskedUnit,
    query: FigureQuery,
    key: FigureKey,
    asked: readonly Breakdown[],
  ): Promise<{ otherPeople: number; peopleUnknown: number; peopleKnown: number }> {
    const { sql, parameters } = filterOf('participations', unit, query, key);
    const others = asked.map((one) => `t.${one} = 0`).join(' OR ');
    const unknown = asked.map((one) => `t.${one} IS NULL`).join(' OR ');
    const count = (condition: string): string => `COALESCE(SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END), 0)`;
    const [row] = await db.query(
      `SELECT ${count(others)} AS otherPeople, ${count(`NOT COALESCE(${others}, FALSE) AND (${unknown})`)} AS peopleUnknown,
         ${count(`NOT (${unknown})`)} AS peopleKnown
       FROM ${tableOf('participations', key)} JOIN units u ON u.id = ${unitColumn('participations', query.basis)} WHERE ${sql}`,
      parameters,
    );
    return { otherPeople: Number(row.otherPeople), peopleUnknown: Number(row.peopleUnknown), peopleKnown: Number(row.peopleKnown) };
  }

  /** Sessions of a cell that have one partaker, and that have none. */
  async notSeveral(
    db: Db,
    unit: AskedUnit,
    query: FigureQuery,
    key: FigureKey,
    partaker: Partaker,
  ): Promise<{ onlyOne: number; noneThere: number }> {
    const { sql, parameters } = filterOf('held', unit, query, key);
    const [row] = await db.query(
      `SELECT COALESCE(SUM(r.partakers = 1), 0) AS onlyOne, COALESCE(SUM(r.partakers = 0), 0) AS noneThere
       FROM (SELECT t.session_id, ${partakersOf(partaker, 't.session_id')} AS partakers
         FROM ${tableOf('held', key)} JOIN units u ON u.id = ${unitColumn('held', query.basis)}
         WHERE t.measure IN ('sessionsHeld', 'visits') AND ${sql} GROUP BY t.session_id) r`,
      parameters,
    );
    return { onlyOne: Number(row.onlyOne), noneThere: Number(row.noneThere) };
  }

  async leftOut(db: Db, unit: AskedUnit, query: FigureQuery, key: FigureKey): Promise<{ reason: LeftOutReason; facts: number }[]> {
    const filter = filterOf('left_out', unit, query, key);
    return db.query(
      `SELECT t.reason, SUM(t.facts) AS facts FROM ${tableOf('left_out', key)} JOIN units u ON u.id = t.${query.basis}_unit_id WHERE ${filter.sql} GROUP BY t.reason ORDER BY t.reason`,
      filter.parameters,
    );
  }

  /** Declared and unverified heads have no audience: a filter by audience leaves them out. */
  private excluded(measure: Measure, query: FigureQuery, key: FigureKey): boolean {
    return sources[measure].table === 'declarations' && Boolean(query.audience ?? key.audience);
  }
}
