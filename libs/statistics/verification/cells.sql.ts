import { heldRows } from './held.sql.js';

const bases = ['trainee', 'host', 'venue'];
export const levels = ['village', 'town', 'county', 'city', 'province', 'organ'];

export const measures = 'batches, sessions_held, visits, registered, declared, unverified, unidentified, attendances';
const place = 'basis, level, unit_id, month, kind, audience';
export const cellColumns = `${place}, ${measures}`;
const sums = measures
  .split(', ')
  .map((measure) => `SUM(${measure}) AS ${measure}`)
  .join(', ');

/** The cells of a level, out of the counted facts: each measure by its own sum, `*` for everybody. */
export function cellsOfLevel(level: string): string {
  // An organ counts what is its own or of an organ under it.
  const organ = level === 'organ';
  const key = organ ? 'o.id' : `u.key_${level}`;
  const via = organ ? "JOIN units o ON o.level = 'organ' AND LOCATE(o.path, u.path) = 1" : '';
  const people = (table: string, measure: string) =>
    bases.flatMap((basis) =>
      ['f.audience', "'*'"].map(
        (audience) => `SELECT '${basis}' AS basis, ${key} AS unit_id, f.month, f.kind, ${audience} AS audience,
          0 AS batches, 0 AS sessions_held, 0 AS visits, ${measure === 'registered' ? 1 : 0} AS registered, 0 AS declared, 0 AS unverified, 0 AS unidentified,
          ${measure === 'attendances' ? 1 : 0} AS attendances
        FROM ${table} f JOIN units u ON u.id = f.${basis}_unit_id ${via}`,
      ),
    );
  const heads = bases.map(
    (basis) => `SELECT '${basis}', ${key}, f.month, f.kind, '*', 0, 0, 0, 0, f.declared, f.unverified, f.unidentified, 0
      FROM declarations f JOIN units u ON u.id = f.${basis}_unit_id ${via}`,
  );
  const holdings = `SELECT f.basis, ${key}, f.month, f.kind, f.audience,
      COUNT(DISTINCT CASE WHEN f.measure = 'batches' THEN f.class_id END), COUNT(DISTINCT CASE WHEN f.measure = 'sessionsHeld' THEN f.session_id END),
      COUNT(DISTINCT CASE WHEN f.measure = 'visits' THEN f.session_id END), 0, 0, 0, 0, 0
    FROM (${heldRows}) f JOIN units u ON u.id = f.unit_id ${via} GROUP BY f.basis, ${key}, f.month, f.kind, f.audience`;
  const all = [...people('participations', 'registered'), ...people('attendances', 'attendances'), ...heads, holdings].join(' UNION ALL ');
  return `SELECT basis, '${level}' AS level, unit_id, month, kind, audience, ${sums} FROM (${all}) one GROUP BY basis, unit_id, month, kind, audience`;
}

/** Cells that hold anything. */
export const filledCells = (where: string): string =>
  `SELECT ${cellColumns} FROM figure_cells WHERE (${measures.split(', ').join(' <> 0 OR ')} <> 0) AND ${where}`;

/** People of each finest set, written as the packed set is: ascending, 32 bits, little endian. (SHA2: MySQL 9 has no SHA1.) */
export const setsOfPeople = `SELECT unit_id, month, kind, audience, SHA2(UNHEX(GROUP_CONCAT(
    CONCAT(SUBSTR(h, 7, 2), SUBSTR(h, 5, 2), SUBSTR(h, 3, 2), SUBSTR(h, 1, 2)) ORDER BY person_id SEPARATOR '')), 256) AS people
  FROM (SELECT DISTINCT trainee_unit_id AS unit_id, month, kind, audience, person_id, LPAD(HEX(person_id), 8, '0') AS h FROM participations) one
  GROUP BY unit_id, month, kind, audience`;

/** Distinct people of every unit above the villages, of months and of years, of each kind and audience and of all. */
export const peopleOfCells = levels
  .filter((level) => level !== 'village')
  .map((level) => {
    const organ = level === 'organ';
    const via = organ ? "JOIN units o ON o.level = 'organ' AND LOCATE(o.path, u.path) = 1" : '';
    const facts = bases.map(
      (basis) => `SELECT '${basis}' AS basis, ${organ ? 'o.id' : `u.key_${level}`} AS unit_id, f.month, f.kind, f.audience, f.person_id
        FROM participations f JOIN units u ON u.id = f.${basis}_unit_id ${via}`,
    );
    const [period, kind, audience] = [
      'CASE WHEN w.a THEN f.month DIV 100 ELSE f.month END',
      "CASE WHEN w.b THEN '*' ELSE f.kind END",
      "CASE WHEN w.c THEN '*' ELSE f.audience END",
    ];
    return `SELECT f.basis, '${level}' AS level, f.unit_id, ${period} AS period, ${kind} AS kind, ${audience} AS audience, COUNT(DISTINCT f.person_id) AS people
      FROM (${facts.join(' UNION ALL ')}) f CROSS JOIN (SELECT x.v AS a, y.v AS b, z.v AS c FROM (SELECT 0 AS v UNION ALL SELECT 1) x
        CROSS JOIN (SELECT 0 AS v UNION ALL SELECT 1) y CROSS JOIN (SELECT 0 AS v UNION ALL SELECT 1) z) w
      GROUP BY f.basis, f.unit_id, ${period}, ${kind}, ${audience}`;
  })
  .join(' UNION ALL ');

export const keptPeople = 'SELECT basis, level, unit_id, period, kind, audience, people FROM people_cells WHERE people <> 0';
