import { heldRows } from './held.sql.js';

/** Rule 12: the line of the bulletin in which people and heads stand. */
const line = (named: string): string =>
  `CASE WHEN ${named} THEN 'backbone' WHEN kind = 'demonstration' THEN 'demonstration' ELSE 'other' END AS line`;

/** Heads and attendances summed before they are looked up for every unit above them; people and what was held one by one. */
const facts = ['trainee', 'host', 'venue'].map(
  (basis) => `SELECT '${basis}' AS basis, ${basis}_unit_id AS unit_id, month, ${line("audience <> 'public'")}, 0 AS held_id,
    person_id, 1 AS named, 0 AS declared, 0 AS unverified, 0 AS unidentified, 0 AS attendances FROM participations
  UNION ALL
  SELECT '${basis}', ${basis}_unit_id, month, ${line('FALSE')}, 0, NULL, 0, SUM(declared), SUM(unverified), SUM(unidentified), 0
    FROM declarations GROUP BY ${basis}_unit_id, month, kind
  UNION ALL
  SELECT '${basis}', ${basis}_unit_id, month, 'attendances', 0, NULL, 0, 0, 0, 0, COUNT(*) FROM attendances GROUP BY ${basis}_unit_id, month`,
);
const holdings = `SELECT basis, unit_id, month, measure, CASE measure WHEN 'batches' THEN class_id ELSE session_id END, NULL, 0, 0, 0, 0, 0
  FROM (${heldRows}) touched WHERE audience = '*'`;

const held = (measure: string): string => `COUNT(DISTINCT CASE WHEN f.line = '${measure}' THEN f.held_id END) AS ${measure}`;
const sum = (what: string, as: string): string => `CAST(SUM(${what}) AS SIGNED) AS ${as}`;

/**
 * What there is to tell of every unit above the villages, of every month and of all months together (month 0), out of the counted
 * facts: those of a unit are its own and those of the units under it. People are counted anew for each.
 */
export const toTell = `SELECT f.basis, o.id AS unitId, CASE WHEN w.ever THEN 0 ELSE f.month END AS month,
    ${held('batches')}, ${held('sessionsHeld')}, ${held('visits')},
    ${sum("CASE f.line WHEN 'backbone' THEN f.named ELSE 0 END", 'backbone')},
    ${sum("CASE f.line WHEN 'demonstration' THEN f.named + f.declared ELSE 0 END", 'demonstration')},
    ${sum("CASE f.line WHEN 'other' THEN f.named ELSE 0 END", 'otherRegistered')},
    ${sum("CASE f.line WHEN 'other' THEN f.declared ELSE 0 END", 'otherDeclared')},
    ${sum('f.named', 'registered')}, ${sum('f.declared', 'declared')}, ${sum('f.unverified', 'unverified')},
    ${sum('f.unidentified', 'unidentified')}, ${sum('f.attendances', 'attendances')}, COUNT(DISTINCT f.person_id) AS people
  FROM (${[...facts, holdings].join('\n  UNION ALL\n  ')}) f
    JOIN units u ON u.id = f.unit_id JOIN units o ON o.level <> 'village' AND LOCATE(o.path, u.path) = 1
    CROSS JOIN (SELECT 0 AS ever UNION ALL SELECT 1) w
  GROUP BY f.basis, o.id, CASE WHEN w.ever THEN 0 ELSE f.month END`;

/** Rule 10: the day a fact came to Shanghai, or the sheet's own date of record. */
const recorded = 'COALESCE(f.recorded_on, DATE(f.received_at + INTERVAL 8 HOUR))';

/** Rule 10: marks that came after so many days. */
export const lateMarks = (days: number): string =>
  `SELECT f.id FROM marks f JOIN sessions s ON s.id = f.session_id WHERE ${recorded} > s.date + INTERVAL ${days} DAY`;

/** Rule 10: head counts that came after this day of the next month. */
export const lateHeadCounts = (day: number): string =>
  `SELECT f.id FROM head_counts f JOIN sessions s ON s.id = f.session_id WHERE ${recorded} > LAST_DAY(s.date) + INTERVAL ${day} DAY`;
