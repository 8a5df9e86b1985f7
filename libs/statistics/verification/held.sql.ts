/**
 * Rule 13: what was held; rule 8: the units it touched, by audience. A session is held by whoever gives evidence of it: somebody
 * validly there, or a room with verified heads. Builds on the attendances, compared before, and on heads.
 */
export const held = [
  `evidence AS (
  SELECT a.session_id, a.class_id, a.trainee_unit_id AS unit_id, a.audience FROM attendances a
  UNION ALL
  SELECT l.session_id, l.class_id, COALESCE(p.for_unit_id, l.for_unit_id, k.village_id, k.host_unit_id), '*'
  FROM lead_of l JOIN class_of k ON k.id = l.class_id JOIN room r ON r.session_id = l.session_id AND r.sure > 0
    LEFT JOIN viewing_points p ON p.id = r.room AND p.session_id = l.session_id
),
happened AS (
  SELECT e.*, l.class_id AS lead_id, l.date, l.month, l.part, l.place_unit_id FROM evidence e JOIN lead_of l ON l.session_id = e.session_id
)`,
  `holding AS (
  SELECT CASE WHEN k.delivery_mode = 'homeVisit' THEN 'visits' ELSE 'sessionsHeld' END AS measure, h.lead_id AS class_id, h.session_id,
    k.kind, h.date, h.month, k.host_unit_id, h.place_unit_id, h.unit_id, h.audience, 1 AS own
  FROM happened h JOIN class_of k ON k.id = h.lead_id
  UNION ALL
  SELECT 'batches', k.id, 0, k.kind, FIRST_VALUE(h.date) OVER first_held, FIRST_VALUE(h.month) OVER first_held,
    k.host_unit_id, FIRST_VALUE(h.place_unit_id) OVER first_held, h.unit_id, h.audience, h.class_id = k.id
  FROM happened h JOIN session_classes sc ON sc.session_id = h.session_id
    JOIN class_of k ON k.id = sc.class_id AND k.stands AND k.delivery_mode <> 'homeVisit'
  WINDOW first_held AS (PARTITION BY k.id ORDER BY h.date, h.part, h.session_id)
),
evident AS (
  SELECT h.*, COALESCE(h.place_unit_id, h.host_unit_id) AS venue_unit_id, MAX(own) OVER (PARTITION BY measure, class_id, session_id) AS touches FROM holding h
),
way AS (
  SELECT 'trainee' AS basis, 0 AS anybody UNION ALL SELECT 'trainee', 1 UNION ALL SELECT 'host', 0 UNION ALL SELECT 'host', 1
  UNION ALL SELECT 'venue', 0 UNION ALL SELECT 'venue', 1
),
held_touched AS (
  SELECT DISTINCT e.class_id, e.measure, e.session_id, w.basis,
    CASE w.basis WHEN 'host' THEN e.host_unit_id WHEN 'venue' THEN e.venue_unit_id ELSE CASE WHEN e.touches THEN e.unit_id ELSE e.host_unit_id END END AS unit_id,
    CASE WHEN w.anybody THEN '*' ELSE e.audience END AS audience, e.kind, e.date, e.month
  FROM evident e CROSS JOIN way w
  WHERE (w.anybody OR e.audience <> '*') AND (e.own OR (w.anybody AND (w.basis <> 'trainee' OR NOT e.touches)))
)`,
];

/** What was held as it was compiled, a row for each unit and audience that it touched under each basis. */
export const heldRows = ['trainee', 'host', 'venue']
  .map(
    (
      basis,
    ) => `SELECT DISTINCT h.class_id, h.measure, h.session_id, '${basis}' AS basis, ${basis === 'trainee' ? 't.unit_id' : `h.${basis}_unit_id`} AS unit_id,
      CONVERT(t.audience USING utf8mb4) COLLATE utf8mb4_unicode_ci AS audience, h.kind, h.date, h.month
    FROM held h JOIN JSON_TABLE(h.touched, '$[*]' COLUMNS (unit_id int PATH '$[0]', audience varchar(12) PATH '$[1]')) t`,
  )
  .join(' UNION ALL ');
