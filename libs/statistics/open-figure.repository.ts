import { Injectable } from '@nestjs/common';
import { type Basis, type Measure } from '#contract';
import { type Db, listOf } from '#platform/database';
import { type AskedUnit, type FigureKey, type FigureQuery } from './figure-query.js';

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
    const filter = this.filter(source.table, unit, query, key);
    const where = [filter.sql, ...(source.where ? [source.where] : [])];
    const parameters = [...filter.parameters];
    if (page.after) {
      where.push(`(${source.order.join(', ')}) > (${source.order.map(() => '?').join(', ')})`);
      parameters.push(...page.after);
    }
    // Several facts may stand for one row: a batch that touched many villages, a person at many lessons.
    const rows: Record<string, never>[] = await db.query(
      `SELECT ${source.order.map((column, i) => `${column} AS cursor${i}`).join(', ')}, MIN(t.class_id) AS classId, MIN(c.name) AS className,
         MIN(${source.session}) AS sessionId, MIN(t.date) AS date, MIN(${source.person}) AS personId, MAX(${source.value}) AS value
       FROM ${tableOf(source.table)} JOIN classes c ON c.id = t.class_id JOIN units u ON u.id = ${unitColumn(source.table, query.basis)}
       WHERE ${where.join(' AND ')} GROUP BY ${source.order.join(', ')} ORDER BY ${source.order.join(', ')} LIMIT ${Number(page.limit) + 1}`,
      parameters,
    );
    return rows.map((row) => ({ ...(row as unknown as OpenedRow), cursor: source.order.map((_, i) => Number(row[`cursor${i}`])) }));
  }

  async people(db: Db, ids: readonly number[]): Promise<Map<number, { name: string; unit: string; accessPath: string }>> {
    const rows: { id: number; name: string; unit: string; accessPath: string }[] = await db.query(
      `SELECT p.id, p.name, u.name AS unit, u.access_path AS accessPath FROM people p JOIN units u ON u.id = p.unit_id WHERE p.id IN ${listOf(ids)}`,
      [...ids],
    );
    return new Map(rows.map(({ id, ...row }) => [id, row]));
  }

  async counted(db: Db, unit: AskedUnit, query: FigureQuery, key: FigureKey): Promise<Record<string, number>> {
    const sum = async (table: string, what: string, withoutAudience: boolean): Promise<number> => {
      if (withoutAudience && (query.audience ?? key.audience)) return 0;
      const filter = this.filter(table, unit, query, key);
      const [row] = await db.query(
        `SELECT COALESCE(${what}, 0) AS n FROM ${tableOf(table)} JOIN units u ON u.id = ${unitColumn(table, query.basis)} WHERE ${filter.sql}`,
        filter.parameters,
      );
      return Number(row.n);
    };
    return {
      registered: await sum('participations', 'COUNT(*)', false),
      attendances: await sum('attendances', 'COUNT(*)', false),
      declared: await sum('declarations', 'SUM(t.declared)', true),
      unverified: await sum('declarations', 'SUM(t.unverified)', true),
      unidentified: await sum('declarations', 'SUM(t.unidentified)', true),
      batches: await sum('held', "COUNT(DISTINCT CASE WHEN t.measure = 'batches' THEN t.class_id END)", false),
      sessionsHeld: await sum('held', "COUNT(DISTINCT CASE WHEN t.measure = 'sessionsHeld' THEN t.session_id END)", false),
      visits: await sum('held', "COUNT(DISTINCT CASE WHEN t.measure = 'visits' THEN t.session_id END)", false),
    };
  }

  async leftOut(db: Db, unit: AskedUnit, query: FigureQuery, key: FigureKey): Promise<{ reason: string; facts: number }[]> {
    const filter = this.filter('left_out', unit, query, key);
    return db.query(
      `SELECT t.reason, SUM(t.facts) AS facts FROM left_out t JOIN units u ON u.id = t.${query.basis}_unit_id WHERE ${filter.sql} GROUP BY t.reason ORDER BY t.reason`,
      filter.parameters,
    );
  }

  /** Declared and unverified heads have no audience: a filter by audience leaves them out. */
  private excluded(measure: Measure, query: FigureQuery, key: FigureKey): boolean {
    return sources[measure].table === 'declarations' && Boolean(query.audience ?? key.audience);
  }

  private filter(table: string, unit: AskedUnit, query: FigureQuery, key: FigureKey): { sql: string; parameters: unknown[] } {
    const parts = ["u.path LIKE CONCAT(?, '%')", 't.month BETWEEN ? AND ?'];
    const parameters: unknown[] = [unit.path, query.from, query.to];
    const add = (sql: string, value: unknown): void => {
      if (value === undefined) return;
      parts.push(sql);
      parameters.push(value);
    };
    add('t.kind = ?', query.kind);
    add('t.kind = ?', key.kind);
    add('t.month = ?', key.month);
    add('u.key_village = ?', key.village);
    add('u.key_town = ?', key.town);
    add('u.key_county = ?', key.county);
    const audience = query.audience ?? key.audience;
    if (table === 'held') add('touch.audience = ?', audience ?? '*');
    else if (table !== 'declarations') add('t.audience = ?', audience);
    if (query.audience && key.audience && query.audience !== key.audience) parts.push('FALSE');
    return { sql: parts.join(' AND '), parameters };
  }
}

/** What was held names the units and audiences that it touched in one text; under host and venue the audiences are the same. */
const tableOf = (table: string): string =>
  table === 'held'
    ? `held t JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(12) PATH '$[1]')) touch`
    : `${table} t`;
const unitColumn = (table: string, basis: Basis): string =>
  table === 'held' && basis === 'trainee' ? 'touch.unit_id' : `t.${basis}_unit_id`;
