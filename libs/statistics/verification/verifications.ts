import { attendance, nameless, setting } from './attendance.sql.js';
import { cellColumns, cellsOfLevel, filledCells, keptPeople, levels, peopleOfCells, setsOfPeople } from './cells.sql.js';
import { declarations, heads, walkIns } from './heads.sql.js';
import { held, heldRows } from './held.sql.js';
import { leftOut, leftOutColumns } from './left-out.sql.js';

/** Rows that only one side has: `expected` by the rules, `actual` as compiled. */
const difference = (ctes: readonly string[], columns: string, expected: string, actual: string): string =>
  `${ctes.length > 0 ? `WITH RECURSIVE ${ctes.join(',\n')} ` : ''}SELECT COUNT(*) AS drift FROM (
     SELECT ${columns} FROM (SELECT ${columns}, 1 AS side FROM (${expected}) e UNION ALL SELECT ${columns}, -1 AS side FROM (${actual}) a) both_sides
     GROUP BY ${columns} HAVING SUM(side) <> 0) differing`;

const whereColumns = 'kind, date, month, trainee_unit_id, host_unit_id, venue_unit_id';

/**
 * The counting rules once more, in plain SQL over the marks, apart from the compiler: they share the tables and nothing else.
 * Name of each comparison → a query that answers how many rows differ, in any column. First the facts of the classes by the
 * rules — heads and what was held by the attendances, which were compared before them — then the cells by the facts.
 */
export const verifications: Record<string, string> = {
  'person-times': difference(
    attendance,
    `class_id, counting_session_id, person_id, session_id, audience, female, minority, young, college, ${whereColumns}`,
    'SELECT * FROM person_time',
    'SELECT * FROM participations',
  ),
  attendances: difference(
    attendance,
    `class_id, session_id, person_id, room, status, disputed, audience, ${whereColumns}`,
    'SELECT * FROM attended',
    'SELECT a.*, viewing_point_id AS room FROM attendances a',
  ),
  'heads: declared, unverified': difference(
    [...setting, ...declarations],
    `class_id, session_id, room, declared, unverified, ${whereColumns}`,
    'SELECT * FROM declared',
    'SELECT d.*, viewing_point_id AS room FROM declarations d WHERE declared + unverified > 0',
  ),
  'walk-ins: unidentified': difference(
    [...nameless, ...walkIns],
    `class_id, session_id, room, unidentified, ${whereColumns}`,
    'SELECT * FROM unidentified',
    'SELECT d.*, viewing_point_id AS room FROM declarations d WHERE unidentified > 0',
  ),
  'batches, sessions and visits': difference(
    [...setting, ...heads, ...held],
    'class_id, measure, session_id, basis, unit_id, audience, kind, date, month',
    'SELECT * FROM held_touched',
    heldRows,
  ),
  'left out, by reason': difference([], leftOutColumns, leftOut, 'SELECT * FROM left_out'),
  ...Object.fromEntries(
    levels.map((level) => [`cells of every ${level}`, difference([], cellColumns, cellsOfLevel(level), filledCells(`level = '${level}'`))]),
  ),
  'people of months and years': difference([], 'basis, level, unit_id, period, kind, audience, people', peopleOfCells, keptPeople),
  'sets of people': difference(
    [],
    'unit_id, month, kind, audience, people',
    setsOfPeople,
    'SELECT unit_id, month, kind, audience, SHA2(persons, 256) AS people FROM person_sets',
  ),
};
