/**
 * The counting rules once more, in plain SQL over the marks, apart from the compiler: they share the tables and nothing else.
 * Each constant is a list of common table expressions that builds on the ones before it.
 */

/** Every person with the one it counts as, over any number of merges. */
const canon = `canon AS (
  SELECT p.id AS person_id, p.id AS canonical_id FROM people p WHERE NOT EXISTS (SELECT 1 FROM person_aliases a WHERE a.person_id = p.id)
  UNION ALL
  SELECT a.person_id, c.canonical_id FROM person_aliases a JOIN canon c ON c.person_id = a.canonical_id
)`;

/** Rule 4: who owns each mark. Rules 10 and 16: which marks take part. */
const taken = `roster AS (
  SELECT DISTINCT e.class_id, c.canonical_id AS person_id FROM enrollments e JOIN canon c ON c.person_id = e.person_id WHERE e.removed_on IS NULL
),
own AS (
  SELECT sc.session_id, r.person_id, MIN(r.class_id) AS lowest, MAX(r.class_id = s.lead_class_id) AS on_lead
  FROM session_classes sc JOIN sessions s ON s.id = sc.session_id JOIN roster r ON r.class_id = sc.class_id GROUP BY sc.session_id, r.person_id
),
said AS (
  SELECT m.id, m.session_id, m.slot, m.status, m.origin, m.received_at, d.decision, c.canonical_id AS person_id,
    CASE WHEN own.person_id IS NULL OR own.on_lead = 1 THEN s.lead_class_id ELSE own.lowest END AS class_id,
    own.person_id IS NOT NULL AS on_roster
  FROM marks m
  JOIN sessions s ON s.id = m.session_id AND s.state = 'scheduled'
  LEFT JOIN mark_decisions d ON d.mark_id = m.id
  JOIN canon c ON c.person_id = COALESCE(d.person_id, m.person_id)
  LEFT JOIN own ON own.session_id = m.session_id AND own.person_id = c.canonical_id
),
taken AS (
  SELECT said.* FROM said JOIN classes k ON k.id = said.class_id
  WHERE said.decision IN ('admit', 'match')
     OR (said.decision IS NULL AND (k.closed_at IS NULL OR said.received_at <= k.closed_at) AND (said.on_roster OR k.roster = 'open'))
)`;

/** The live set: what no other mark replaces. Marks in a ring replace nothing inside it. Walk-ins may replace too, hence all marks. */
const live = `edge AS (
  SELECT r.session_id, r.mark_id, r.replaced_id FROM mark_replacements r JOIN taken t ON t.session_id = r.session_id AND t.id = r.mark_id
  WHERE r.mark_id <> r.replaced_id
),
reach AS (
  SELECT session_id, mark_id AS a, replaced_id AS b FROM edge e WHERE EXISTS (SELECT 1 FROM edge x WHERE x.session_id = e.session_id AND x.mark_id = e.replaced_id)
  UNION
  SELECT r.session_id, r.a, e.replaced_id FROM reach r JOIN edge e ON e.session_id = r.session_id AND e.mark_id = r.b
),
alive AS (
  SELECT t.* FROM taken t WHERE NOT EXISTS (
    SELECT 1 FROM edge e WHERE e.session_id = t.session_id AND e.replaced_id = t.id
      AND NOT EXISTS (SELECT 1 FROM reach r WHERE r.session_id = e.session_id AND r.a = e.replaced_id AND r.b = e.mark_id))
),
decided AS (
  SELECT session_id, slot, person_id, class_id, status, ROW_NUMBER() OVER (
    PARTITION BY session_id, slot, person_id ORDER BY FIELD(origin, 'console', 'field', 'self', 'import'), id DESC) AS place
  FROM alive
)`;

/** Rule 1: who was validly there. */
const valid = `valid AS (
  SELECT DISTINCT d.session_id, d.person_id, d.class_id, s.date, FIELD(s.day_part, 'am', 'pm', 'evening') AS part
  FROM decided d JOIN classes k ON k.id = d.class_id AND k.state NOT IN ('void', 'cancelled') JOIN sessions s ON s.id = d.session_id
  WHERE d.place = 1 AND d.status IN ('present', 'late', 'leftEarly')
)`;

/** Rules 2, 7, 8 and 9: one for each counting unit and person, as they were on its date. */
const personTimes = `first_time AS (
  SELECT v.*, CASE WHEN k.kind = 'demonstration' OR k.delivery_mode = 'homeVisit' THEN v.session_id ELSE 0 END AS counting_session_id, k.kind,
    ROW_NUMBER() OVER (
      PARTITION BY v.class_id, v.person_id, CASE WHEN k.kind = 'demonstration' OR k.delivery_mode = 'homeVisit' THEN v.session_id ELSE 0 END
      ORDER BY v.date, v.part, v.session_id) AS place
  FROM valid v JOIN classes k ON k.id = v.class_id
),
person_time AS (
  SELECT f.class_id, f.counting_session_id, f.person_id, f.session_id, f.date, f.kind,
    CASE
      WHEN EXISTS (SELECT 1 FROM positions o WHERE o.person_id = f.person_id AND o.valid_from <= f.date AND (o.valid_to IS NULL OR o.valid_to >= f.date)
        AND o.kind IN ('villageSecretary', 'villageCommitteeMember', 'firstSecretary', 'stationedTeamMember', 'selectedGraduate')) THEN 'cadre'
      WHEN p.party_from <= f.date AND (p.party_until IS NULL OR p.party_until >= f.date) THEN 'partyMember'
      WHEN EXISTS (SELECT 1 FROM positions o WHERE o.person_id = f.person_id AND o.valid_from <= f.date AND (o.valid_to IS NULL OR o.valid_to >= f.date)
        AND o.kind IN ('reserveCadre', 'prosperityLeader', 'agriTechnician', 'backbone')) THEN 'backbone'
      ELSE 'public' END AS audience,
    COALESCE((SELECT w.unit_id FROM person_units w WHERE w.person_id = f.person_id AND w.valid_from <= f.date ORDER BY w.valid_from DESC LIMIT 1), p.unit_id)
      AS trainee_unit_id
  FROM first_time f JOIN people p ON p.id = f.person_id WHERE f.place = 1
)`;

/** Rule 3: verified heads of each session, over its rooms. */
const heads = `heads_alive AS (
  SELECT h.* FROM head_counts h WHERE h.verified_at IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM head_count_replacements r JOIN head_counts x ON x.id = r.head_count_id AND x.verified_at IS NOT NULL
    WHERE r.session_id = h.session_id AND r.replaced_id = h.id AND r.head_count_id <> h.id
      AND NOT EXISTS (SELECT 1 FROM head_count_replacements b WHERE b.session_id = h.session_id AND b.head_count_id = h.id AND b.replaced_id = r.head_count_id))
),
room_place AS (
  SELECT session_id, COALESCE(viewing_point_id, 0) AS room, mode, heads, ROW_NUMBER() OVER (
    PARTITION BY session_id, COALESCE(viewing_point_id, 0), mode ORDER BY FIELD(origin, 'console', 'field', 'self', 'import'), id DESC) AS place
  FROM heads_alive
),
room AS (
  SELECT session_id, room,
    COALESCE(MAX(CASE WHEN mode = 'replace' AND place = 1 THEN heads END), SUM(CASE WHEN mode = 'add' THEN heads END), 0) AS heads
  FROM room_place GROUP BY session_id, room
),
lead_of AS (
  SELECT s.id AS session_id, s.date, FIELD(s.day_part, 'am', 'pm', 'evening') AS part,
    COALESCE(MAX(CASE WHEN k.id = s.lead_class_id THEN k.id END), MIN(k.id)) AS class_id
  FROM sessions s JOIN session_classes sc ON sc.session_id = s.id JOIN classes k ON k.id = sc.class_id AND k.state NOT IN ('void', 'cancelled')
  WHERE s.state = 'scheduled' GROUP BY s.id, s.date, s.day_part
),
headed AS (
  SELECT l.session_id, l.class_id, l.date, l.part, SUM(r.heads) AS heads FROM lead_of l JOIN room r ON r.session_id = l.session_id
  GROUP BY l.session_id, l.class_id, l.date, l.part
)`;

const unnamed = `against AS (
  SELECT h.session_id, v.person_id FROM headed h JOIN valid v ON v.session_id = h.session_id
  UNION
  SELECT h.session_id, v.person_id FROM headed h JOIN classes k ON k.id = h.class_id AND k.kind <> 'demonstration' AND k.delivery_mode <> 'homeVisit'
    JOIN session_classes sc ON sc.session_id = h.session_id JOIN valid v ON v.class_id = sc.class_id
),
named AS (SELECT session_id, COUNT(*) AS people FROM against GROUP BY session_id),
gap AS (
  SELECT h.session_id, h.class_id, h.date, h.part, GREATEST(CAST(h.heads AS SIGNED) - COALESCE(n.people, 0), 0) AS declared
  FROM headed h LEFT JOIN named n ON n.session_id = h.session_id
),
ranked AS (
  SELECT g.*, k.kind, k.delivery_mode, ROW_NUMBER() OVER (PARTITION BY g.class_id ORDER BY g.declared DESC, g.date, g.part, g.session_id) AS place
  FROM gap g JOIN classes k ON k.id = g.class_id
),
declared AS (
  SELECT class_id, session_id, declared FROM ranked
  WHERE declared > 0 AND (place = 1 OR kind = 'demonstration' OR delivery_mode = 'homeVisit')
)`;

const holdings = `held_session AS (
  SELECT l.session_id, l.class_id FROM lead_of l
  WHERE EXISTS (SELECT 1 FROM valid v WHERE v.session_id = l.session_id) OR EXISTS (SELECT 1 FROM headed h WHERE h.session_id = l.session_id AND h.heads > 0)
),
holding AS (
  SELECT CASE WHEN k.delivery_mode = 'homeVisit' THEN 'visits' ELSE 'sessionsHeld' END AS measure, h.class_id, h.session_id
  FROM held_session h JOIN classes k ON k.id = h.class_id
  UNION
  SELECT 'batches', k.id, 0 FROM held_session h JOIN session_classes sc ON sc.session_id = h.session_id
    JOIN classes k ON k.id = sc.class_id AND k.state NOT IN ('void', 'cancelled') AND k.delivery_mode <> 'homeVisit'
)`;

const marksUpTo = [canon, taken, live, valid];

/** Rows that only one side has: `expected` by these rules, `actual` as compiled. */
const difference = (ctes: readonly string[], columns: string, expected: string, actual: string): string =>
  `${ctes.length > 0 ? `WITH RECURSIVE ${ctes.join(',\n')} ` : ''}SELECT COUNT(*) AS drift FROM (
     SELECT ${columns} FROM (SELECT ${columns}, 1 AS side FROM (${expected}) e UNION ALL SELECT ${columns}, -1 AS side FROM (${actual}) a) both_sides
     GROUP BY ${columns} HAVING SUM(side) <> 0) differing`;

const level = (name: string) => ({
  [`cells of every ${name}`]: difference(
    [],
    'basis, unit_id, month, kind, audience, registered',
    ['trainee', 'host', 'venue']
      .map(
        (basis) => `SELECT '${basis}' AS basis, u.key_${name} AS unit_id, p.month, p.kind, p.audience, COUNT(*) AS registered
          FROM participations p JOIN units u ON u.id = p.${basis}_unit_id GROUP BY u.key_${name}, p.month, p.kind, p.audience`,
      )
      .join(' UNION ALL '),
    `SELECT basis, unit_id, month, kind, audience, registered FROM figure_cells WHERE level = '${name}' AND audience <> '*' AND registered <> 0`,
  ),
  [`declared heads of every ${name}`]: difference(
    [],
    'basis, unit_id, month, kind, declared, unverified',
    ['trainee', 'host', 'venue']
      .map(
        (
          basis,
        ) => `SELECT '${basis}' AS basis, u.key_${name} AS unit_id, d.month, d.kind, SUM(d.declared) AS declared, SUM(d.unverified) AS unverified
          FROM declarations d JOIN units u ON u.id = d.${basis}_unit_id GROUP BY u.key_${name}, d.month, d.kind HAVING SUM(d.declared) + SUM(d.unverified) > 0`,
      )
      .join(' UNION ALL '),
    `SELECT basis, unit_id, month, kind, declared, unverified FROM figure_cells WHERE level = '${name}' AND audience = '*' AND declared + unverified <> 0`,
  ),
  [`batches and sessions of every ${name}`]: difference(
    [],
    'basis, unit_id, month, kind, audience, batches, sessions_held, visits',
    `SELECT h.basis, u.key_${name} AS unit_id, h.month, h.kind, h.audience, COUNT(DISTINCT CASE WHEN h.measure = 'batches' THEN h.class_id END) AS batches,
       COUNT(DISTINCT CASE WHEN h.measure = 'sessionsHeld' THEN h.session_id END) AS sessions_held,
       COUNT(DISTINCT CASE WHEN h.measure = 'visits' THEN h.session_id END) AS visits
     FROM held h JOIN units u ON u.id = h.unit_id GROUP BY h.basis, u.key_${name}, h.month, h.kind, h.audience`,
    `SELECT basis, unit_id, month, kind, audience, batches, sessions_held, visits FROM figure_cells
     WHERE level = '${name}' AND batches + sessions_held + visits <> 0`,
  ),
});

/** Name of each comparison → a query that answers how many rows differ. */
export const verifications: Record<string, string> = {
  'person-times': difference(
    [...marksUpTo, personTimes],
    'class_id, counting_session_id, person_id, session_id, date, audience, trainee_unit_id',
    'SELECT * FROM person_time',
    'SELECT * FROM participations',
  ),
  attendances: difference(marksUpTo, 'class_id, session_id, person_id', 'SELECT * FROM valid', 'SELECT * FROM attendances'),
  'declared heads': difference(
    [...marksUpTo, heads, unnamed],
    'class_id, session_id, declared',
    'SELECT * FROM declared',
    'SELECT class_id, session_id, SUM(declared) AS declared FROM declarations GROUP BY class_id, session_id HAVING SUM(declared) > 0',
  ),
  'batches, sessions and visits': difference(
    [...marksUpTo, heads, holdings],
    'measure, class_id, session_id',
    'SELECT * FROM holding',
    'SELECT DISTINCT measure, class_id, session_id FROM held',
  ),
  ...level('village'),
  ...level('town'),
  ...level('county'),
  ...level('city'),
  ...level('province'),
  'sets of people': difference(
    [],
    'basis, unit_id, month, kind, audience, people',
    ['trainee', 'host', 'venue']
      .map(
        (basis) => `SELECT '${basis}' AS basis, ${basis}_unit_id AS unit_id, month, kind, audience, COUNT(DISTINCT person_id) AS people
          FROM participations GROUP BY ${basis}_unit_id, month, kind, audience`,
      )
      .join(' UNION ALL '),
    'SELECT basis, unit_id, month, kind, audience, LENGTH(persons) / 4 AS people FROM person_sets',
  ),
};
