/**
 * The common table expressions of a live set: the `facts` that no other fact replaces. `edges` are pairs of all facts, also of
 * such as take no part: these hand on what they named to whoever replaces them (`by_live`, `of_live`: whether either takes
 * part). Facts in a ring replace nothing inside it.
 */
export const liveSet = (name: string, facts: string, edges: string): string[] => [
  `${name}_edge AS (${edges})`,
  `${name}_reach AS (
  SELECT session_id, id AS a, replaced_id AS b FROM ${name}_edge
  UNION
  SELECT r.session_id, r.a, e.replaced_id FROM ${name}_reach r JOIN ${name}_edge e ON e.session_id = r.session_id AND e.id = r.b
)`,
  `${name}_takes AS (
  SELECT session_id, id AS a, replaced_id AS b, of_live FROM ${name}_edge WHERE by_live
  UNION
  SELECT t.session_id, t.a, e.replaced_id, e.of_live FROM ${name}_takes t JOIN ${name}_edge e ON e.session_id = t.session_id AND e.id = t.b
    WHERE NOT t.of_live
)`,
  `${name}_gone AS (
  SELECT DISTINCT t.session_id, t.b AS replaced_id FROM ${name}_takes t
    LEFT JOIN ${name}_reach r ON r.session_id = t.session_id AND r.a = t.b AND r.b = t.a WHERE r.a IS NULL
)`,
  `${name}_alive AS (
  SELECT f.* FROM ${facts} f LEFT JOIN ${name}_gone g ON g.session_id = f.session_id AND g.replaced_id = f.id WHERE g.replaced_id IS NULL
)`,
];

/** Which origin outweighs which: the first is the strongest. */
export const byOrigin = "FIELD(origin, 'console', 'field', 'self', 'import')";

/** Every person with the one it counts as, over any number of merges. */
const canon = `canon AS (
  SELECT p.id AS person_id, p.id AS canonical_id FROM people p WHERE NOT EXISTS (SELECT 1 FROM person_aliases a WHERE a.person_id = p.id)
  UNION ALL
  SELECT a.person_id, c.canonical_id FROM person_aliases a JOIN canon c ON c.person_id = a.canonical_id
)`;

/** Rule 2: classes with what they are counted by. Rule 8: the unit of a session's place. */
const frame = `class_of AS (
  SELECT k.*, k.kind = 'demonstration' OR k.delivery_mode = 'homeVisit' AS per_session, k.state NOT IN ('void', 'cancelled') AS stands FROM classes k
),
sitting AS (
  SELECT s.*, YEAR(s.date) * 100 + MONTH(s.date) AS month, FIELD(s.day_part, 'am', 'pm', 'evening') AS part, COALESCE(
    (SELECT t.unit_id FROM teaching_sites t WHERE t.id = s.site_id),
    (SELECT t.unit_id FROM checkpoints c JOIN teaching_sites t ON t.id = c.site_id WHERE c.session_id = s.id ORDER BY c.position LIMIT 1)) AS place_unit_id
  FROM sessions s
)`;

/** Rule 4: who owns each mark; a walk-in nobody has matched is of the lead class. Rules 10 and 16: what it waits for; only what waits for nothing takes part. */
const taken = `roster AS (
  SELECT DISTINCT e.class_id, c.canonical_id AS person_id FROM enrollments e JOIN canon c ON c.person_id = e.person_id WHERE e.removed_on IS NULL
),
own AS (
  SELECT sc.session_id, r.person_id, MIN(r.class_id) AS lowest, MAX(r.class_id = s.lead_class_id) AS on_lead,
    MIN(CASE WHEN k.stands THEN r.class_id END) AS lowest_standing, MAX(k.stands AND r.class_id = s.lead_class_id) AS on_standing_lead
  FROM session_classes sc JOIN sessions s ON s.id = sc.session_id JOIN class_of k ON k.id = sc.class_id JOIN roster r ON r.class_id = sc.class_id
  GROUP BY sc.session_id, r.person_id
),
led_by AS (
  SELECT s.id AS session_id, COALESCE(MAX(CASE WHEN k.id = s.lead_class_id THEN k.id END), MIN(k.id)) AS class_id
  FROM sessions s JOIN session_classes sc ON sc.session_id = s.id JOIN class_of k ON k.id = sc.class_id AND k.stands GROUP BY s.id
),
said AS (
  SELECT m.id, m.session_id, s.state, m.slot, m.status, m.origin, m.received_at,
    HEX(CONCAT(m.walk_in_name, '/', COALESCE(m.walk_in_village, ''), '/', COALESCE(m.walk_in_phone_tail, ''))) AS walk_in, COALESCE(m.viewing_point_id, 0) AS room, d.decision, c.canonical_id AS person_id,
    CASE WHEN own.person_id IS NULL THEN COALESCE(led_by.class_id, s.lead_class_id)
      WHEN own.on_standing_lead = 1 OR (own.lowest_standing IS NULL AND own.on_lead = 1) THEN s.lead_class_id
      ELSE COALESCE(own.lowest_standing, own.lowest) END AS class_id,
    own.person_id IS NOT NULL AS on_roster
  FROM marks m
  JOIN sessions s ON s.id = m.session_id
  LEFT JOIN mark_decisions d ON d.mark_id = m.id
  LEFT JOIN canon c ON c.person_id = COALESCE(d.person_id, m.person_id)
  LEFT JOIN own ON own.session_id = m.session_id AND own.person_id = c.canonical_id
  LEFT JOIN led_by ON led_by.session_id = m.session_id
),
judged AS (
  SELECT said.*, CASE
      WHEN said.decision = 'reject' THEN 'rejected'
      WHEN said.state = 'cancelled' THEN 'sessionCancelled'
      WHEN said.state = 'void' THEN 'sessionVoid'
      WHEN said.decision IS NOT NULL THEN NULL
      WHEN said.received_at > k.closed_at THEN 'classClosed'
      WHEN said.person_id IS NOT NULL AND NOT said.on_roster AND k.roster = 'closed' THEN 'offRoster' END AS waits_for
  FROM said JOIN classes k ON k.id = said.class_id
),
taken AS (SELECT * FROM judged WHERE waits_for IS NULL)`;

/** A mark replaces marks of the same person, and of walk-ins, or a walk-in's those of a person. */
const live = liveSet(
  'mark',
  'taken',
  `SELECT r.session_id, r.mark_id AS id, r.replaced_id, tx.id IS NOT NULL AS by_live, ty.id IS NOT NULL AS of_live FROM mark_replacements r
   JOIN marks x ON x.session_id = r.session_id AND x.id = r.mark_id JOIN marks y ON y.session_id = r.session_id AND y.id = r.replaced_id
   LEFT JOIN mark_decisions dx ON dx.mark_id = x.id LEFT JOIN mark_decisions dy ON dy.mark_id = y.id
   LEFT JOIN canon cx ON cx.person_id = COALESCE(dx.person_id, x.person_id) LEFT JOIN canon cy ON cy.person_id = COALESCE(dy.person_id, y.person_id)
   LEFT JOIN taken tx ON tx.session_id = x.session_id AND tx.id = x.id LEFT JOIN taken ty ON ty.session_id = y.session_id AND ty.id = y.id
   WHERE x.id <> y.id AND (x.person_id IS NULL OR y.person_id IS NULL OR cx.canonical_id = cy.canonical_id)`,
);

/** Rule 1: who was validly there, and what the half-day says of them. */
const valid = `roll_call AS (
  SELECT session_id, slot, person_id, class_id, room, status, status IN ('present', 'late', 'leftEarly') AS positive,
    ROW_NUMBER() OVER (PARTITION BY session_id, slot, person_id ORDER BY ${byOrigin}, id DESC) AS place,
    MIN(status) OVER (PARTITION BY session_id, slot, person_id) <> MAX(status) OVER (PARTITION BY session_id, slot, person_id) AS disputed
  FROM mark_alive WHERE person_id IS NOT NULL
),
half_day AS (
  SELECT session_id, person_id, class_id, room, positive,
    CASE WHEN status = 'present' AND MAX(status = 'leftEarly') OVER (PARTITION BY session_id, person_id) THEN 'leftEarly' ELSE status END AS status,
    ROW_NUMBER() OVER (PARTITION BY session_id, person_id ORDER BY positive DESC, slot) AS place,
    MAX(disputed) OVER (PARTITION BY session_id, person_id) AS disputed
  FROM roll_call WHERE place = 1
),
valid AS (
  SELECT h.session_id, h.person_id, h.class_id, h.room, h.status, h.disputed, s.date, s.month, s.part,
    k.kind, k.per_session, k.host_unit_id, COALESCE(s.place_unit_id, k.host_unit_id) AS venue_unit_id
  FROM half_day h JOIN class_of k ON k.id = h.class_id AND k.stands JOIN sitting s ON s.id = h.session_id WHERE h.place = 1 AND h.positive
)`;

/** Rule 16: the walk-ins nobody has matched, by room; in several roll calls they are as many as the fullest one saw. */
const strangers = `stranger AS (
  SELECT session_id, walk_in, slot, room, COUNT(*) OVER (PARTITION BY session_id, walk_in, slot) AS together
  FROM mark_alive WHERE person_id IS NULL AND status IN ('present', 'late', 'leftEarly')
),
stranger_call AS (
  SELECT session_id, room, RANK() OVER (PARTITION BY session_id, walk_in ORDER BY together DESC, slot) AS place FROM stranger
),
nameless AS (SELECT session_id, room, COUNT(*) AS people FROM stranger_call WHERE place = 1 GROUP BY session_id, room)`;

/** Rule 9: whom the person of a row with `person_id` and `date` counts as on that date; `person` has the columns of people. */
export const audienceOn = (row: string, person: string): string => {
  const holds = (kinds: string): string => `EXISTS (SELECT 1 FROM positions held WHERE held.person_id = ${row}.person_id
        AND held.valid_from <= ${row}.date AND (held.valid_to IS NULL OR held.valid_to >= ${row}.date) AND held.kind IN (${kinds}))`;
  return `CASE
      WHEN ${holds("'villageSecretary', 'villageCommitteeMember', 'firstSecretary', 'stationedTeamMember', 'selectedGraduate'")} THEN 'cadre'
      WHEN ${person}.party_from <= ${row}.date AND (${person}.party_until IS NULL OR ${person}.party_until >= ${row}.date) THEN 'partyMember'
      WHEN ${holds("'reserveCadre', 'prosperityLeader', 'agriTechnician', 'backbone'")} THEN 'backbone'
      ELSE 'public' END`;
};

/** Rule 9: where they lived on that date. */
export const unitOn = (row: string, person: string): string => `COALESCE(
      (SELECT w.unit_id FROM person_units w WHERE w.person_id = ${row}.person_id AND w.valid_from <= ${row}.date ORDER BY w.valid_from DESC LIMIT 1),
      (SELECT w.unit_id FROM person_units w WHERE w.person_id = ${row}.person_id ORDER BY w.valid_from LIMIT 1), ${person}.unit_id)`;

/** Rules 2, 7, 8 and 9: one for each counting unit and person, as they were on its date; and every attendance with it. */
const personTimes = `first_time AS (
  SELECT v.*, CASE WHEN v.per_session THEN v.session_id ELSE 0 END AS counting_session_id,
    ROW_NUMBER() OVER (
      PARTITION BY v.class_id, v.person_id, CASE WHEN v.per_session THEN v.session_id ELSE 0 END ORDER BY v.date, v.part, v.session_id) AS place
  FROM valid v
),
person_time AS (
  SELECT f.class_id, f.counting_session_id, f.person_id, f.session_id, f.kind, f.date, f.month,
    ${audienceOn('f', 'p')} AS audience,
    p.gender = 'female' AS female, p.minority = 1 AS minority, TIMESTAMPDIFF(YEAR, p.born, f.date) <= 35 AS young,
    p.education IN ('college', 'bachelor', 'master') AS college,
    ${unitOn('f', 'p')} AS trainee_unit_id,
    f.host_unit_id, f.venue_unit_id
  FROM first_time f JOIN people p ON p.id = f.person_id WHERE f.place = 1
),
attended AS (
  SELECT v.class_id, v.session_id, v.person_id, v.room, v.status, v.disputed, v.date, v.month, v.kind, t.audience,
    t.trainee_unit_id, v.host_unit_id, v.venue_unit_id
  FROM valid v JOIN person_time t
    ON t.class_id = v.class_id AND t.person_id = v.person_id AND t.counting_session_id = CASE WHEN v.per_session THEN v.session_id ELSE 0 END
)`;

/** Every mark with its owner, its canonical person and what it waits for (`judged`). */
export const judged = [canon, frame, taken];
const alive = [...judged, ...live];

/** What the half-day says of each person (`half_day`). */
export const attended = [...alive, valid];
/** The registered person-times (`person_time`) and attendances (`attended`). */
export const attendance = [...attended, personTimes];
/** The walk-ins of each room (`nameless`). */
export const nameless = [...alive, strangers];
/** Classes and sittings alone, for what is counted from attendances that were compared before. */
export const setting = [frame];
