import { type Basis, type Breakdown, type Partaker } from '#contract';
import { type AskedUnit, type FigureKey, type FigureQuery } from './figure-query.js';

/** Rows of which session are whose. */
export interface Partaking {
  /** A row for each session and partaker; one without any where a session has none. */
  rows: string;
  session: string;
  id: string;
  /** The sessions of one, by index. */
  sessionsOf(id: number): string;
}

/** A session is at its own site; else, as a route run, at each site where it stops, once however often. */
export const partakings: Record<Partaker, Partaking> = {
  site: {
    rows: `sessions s LEFT JOIN checkpoints stop ON stop.session_id = s.id AND s.site_id IS NULL AND NOT EXISTS (SELECT 1 FROM checkpoints earlier
           WHERE earlier.session_id = stop.session_id AND earlier.site_id = stop.site_id AND earlier.position < stop.position)`,
    session: 's.id',
    id: 'COALESCE(s.site_id, stop.site_id)',
    sessionsOf: (id) => `SELECT id AS session_id FROM sessions WHERE site_id = ${Number(id)} UNION SELECT stop.session_id
         FROM checkpoints stop JOIN sessions s ON s.id = stop.session_id WHERE stop.site_id = ${Number(id)} AND s.site_id IS NULL`,
  },
  instructor: {
    rows: 'session_instructors p',
    session: 'p.session_id',
    id: 'p.instructor_id',
    sessionsOf: (id) => `SELECT session_id FROM session_instructors WHERE instructor_id = ${Number(id)}`,
  },
};

/** How many a session has. */
export const partakersOf = (partaker: Partaker, session: string): string => {
  const { rows, session: own, id } = partakings[partaker];
  return `(SELECT COUNT(${id}) FROM ${rows} WHERE ${own} = ${session})`;
};

/**
 * Counted facts, as `t`. What was held names the units and audiences that it touched in one text; under host and venue the audiences are the
 * same. An attendance is broken down as its person-time is (rule 9).
 */
export function tableOf(table: string, key: FigureKey = {}): string {
  const parts =
    table === 'held'
      ? [`held t JOIN JSON_TABLE(t.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(12) PATH '$[1]')) touch`]
      : [`${table} t`];
  for (const partaker of ['site', 'instructor'] as const) {
    const id = key[partaker];
    if (id !== undefined) parts.push(`(${partakings[partaker].sessionsOf(id)}) of_${partaker} ON of_${partaker}.session_id = t.session_id`);
  }
  if (table === 'attendances' && (key.breakdowns ?? key.unknown) !== undefined)
    parts.push(
      'participations pt ON pt.class_id = t.class_id AND pt.person_id = t.person_id AND pt.counting_session_id IN (0, t.session_id)',
    );
  return parts.join(' JOIN ');
}

export const unitColumn = (table: string, basis: Basis): string =>
  table === 'held' && basis === 'trainee' ? 'touch.unit_id' : `t.${basis}_unit_id`;

/** Which of them are of a cell. */
export function filterOf(
  table: string,
  unit: AskedUnit,
  query: FigureQuery,
  key: FigureKey = {},
): { sql: string; parameters: (string | number)[] } {
  const parts = ["u.path LIKE CONCAT(?, '%')", 't.month BETWEEN ? AND ?'];
  const parameters: (string | number)[] = [unit.path, query.from, query.to];
  const add = (sql: string, value: string | number | undefined): void => {
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
  add('t.class_id = ?', key.classId);
  const audience = query.audience ?? key.audience;
  if (table === 'held') add('touch.audience = ?', audience ?? '*');
  else if (table !== 'declarations') add('t.audience = ?', audience);
  if (query.audience && key.audience && query.audience !== key.audience) parts.push('FALSE');
  if (key.without) parts.push(`${partakersOf(key.without, 't.session_id')} = 0`);
  if (key.several) parts.push(`${partakersOf(key.several, 't.session_id')} > 1`);
  const column = (breakdown: Breakdown): string => `${table === 'attendances' ? 'pt' : 't'}.${breakdown}`;
  parts.push(...(key.breakdowns ?? []).map(column));
  if (key.unknown) parts.push(`${column(key.unknown)} IS NULL`);
  return { sql: parts.join(' AND '), parameters };
}

/** By which a fact is found from the session held: heads are kept under its lead class. */
const bySession = {
  attendances: 't.session_id = h.session_id',
  declarations: 't.class_id = h.class_id AND t.session_id = h.session_id',
};

/** Attendances or heads of a cell by way of the sessions held in its months, which an index finds: each of them is of one. */
export function factsOfMonths(
  table: keyof typeof bySession,
  unit: AskedUnit,
  query: FigureQuery,
  key: FigureKey = {},
): { from: string; where: string; parameters: (string | number)[] } {
  const { sql, parameters } = filterOf(table, unit, query, key);
  return {
    from: `held h JOIN ${tableOf(table, key)} JOIN units u ON u.id = ${unitColumn(table, query.basis)}`,
    where: `h.measure IN ('sessionsHeld', 'visits') AND h.month BETWEEN ? AND ? AND ${bySession[table]} AND ${sql}`,
    parameters: [query.from, query.to, ...parameters],
  };
}
